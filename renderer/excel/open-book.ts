// A file the user chose, opened for reading by a worker of its own. The page sees names of sheets, texts of cells and refusals.

import type { OnRead, SheetName, SheetTable } from './book/book';
import { createClient } from './client';
import type { ExcelResult } from './excel-failure';

export interface OpenBook {
  readonly sheets: readonly SheetName[];
  readonly externalLinks: boolean;
  readonly readSheet: (index: number, onProgress?: OnRead) => Promise<ExcelResult<SheetTable>>;
  /** Ends the worker, also in the middle of reading. */
  readonly close: () => void;
}

/** `signal` ends the reading; so does `close` later on. */
export async function openBookFile(file: Blob, signal?: AbortSignal, client = createClient()): Promise<ExcelResult<OpenBook>> {
  signal?.addEventListener('abort', client.end, { once: true });
  const opened = await client.ask('open', { file });
  if (!opened.ok) {
    client.end();
    return opened;
  }
  return {
    ok: true,
    value: {
      ...opened.value,
      async readSheet(sheet, onProgress) {
        const rows: (readonly string[])[] = [];
        const read = await client.ask('read', { sheet }, (word) => {
          if (word.kind === 'progress') onProgress?.(word.done, word.total);
          else for (const row of word.rows) rows.push(row);
        });
        return read.ok ? { ok: true, value: { ...read.value, rows } } : read;
      },
      close: client.end,
    },
  };
}
