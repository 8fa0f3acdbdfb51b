// Lists as .xlsx files: rows become texts here, a few at a time, and a worker packs them while the page stays alive.

import { shownText } from '../tabular/choice-text';
import type { Column } from '../tabular/column';
import { createClient, type ExcelClient } from './client';
import type { ExcelResult } from './excel-failure';
import type { TemplateFill } from './template/fill';

/** A column of a list that is only written out. */
export type ExportColumn<Row> = Pick<Column<Row>, 'title' | 'kind' | 'choices' | 'read'>;

export interface Export<Row> {
  /** Names the sheet and stands in the document's properties. */
  readonly title: string;
  /** The office it comes from. */
  readonly creator: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: AsyncIterable<readonly Row[]>;
}

const BATCH = 500;

/** A list that is at hand, a few rows at a time. */
export async function* inBatches<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

/** Rows that are read by their keys, a few at a time; `read` may leave out what is not there any more. */
export async function* readInBatches<Key, Row>(keys: readonly Key[], read: (keys: readonly Key[]) => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < keys.length; at += BATCH) yield await read(keys.slice(at, at + BATCH));
}

/** The file's bytes. `onProgress` is told how many rows are done. */
export async function makeTable<Row>(
  { title, creator, columns, rows }: Export<Row>,
  signal?: AbortSignal,
  onProgress?: (done: number) => void,
): Promise<ExcelResult<Uint8Array<ArrayBuffer>>> {
  return withClient(signal, async (client) => {
    const begun = await client.ask('begin', {
      table: { title, creator, createdAt: new Date().toISOString(), columns: columns.map((column) => ({ title: column.title, kind: column.kind })) },
    });
    if (!begun.ok) return begun;
    let done = 0;
    for await (const batch of rows) {
      const taken = await client.ask('rows', { rows: batch.map((row) => columns.map((column) => shownText(column, column.read(row)))) });
      if (!taken.ok) return taken;
      done += batch.length;
      onProgress?.(done);
    }
    return client.ask('finish', {});
  });
}

/** A template of ours with its cells filled in. */
export function makeFromTemplate(asset: Uint8Array, fill: TemplateFill): Promise<ExcelResult<Uint8Array<ArrayBuffer>>> {
  return withClient(undefined, (client) => client.ask('fill', { asset, fill }));
}

async function withClient<T>(signal: AbortSignal | undefined, work: (client: ExcelClient) => Promise<ExcelResult<T>>): Promise<ExcelResult<T>> {
  const client = createClient();
  signal?.addEventListener('abort', client.end, { once: true });
  try {
    return await work(client);
  } catch {
    // The rows could not be read; the list they are read from says more.
    return { ok: false, error: { code: 'excel.not-made' } };
  } finally {
    client.end();
  }
}
