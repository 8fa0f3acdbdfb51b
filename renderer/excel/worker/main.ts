// The spreadsheet worker: reads and writes workbooks beside the page, so that the window stays alive. It keeps one book or one
// table, knows no record kind and touches no table of ours.

import { type Book, openBook } from '../book/book';
import { guarded, refuse } from '../excel-failure';
import { LIMITS } from '../limits';
import { fillTemplate } from '../template/fill';
import { startTableFile, type TableWriter } from '../write/table-file';
import type { Answered, AskMessage, Call, WorkerMessage } from './messages';

const BATCH = 1000;

let book: Book | null = null;
let writing: TableWriter | null = null;

/** Handlers answer one at a time: the page asks again only when it was answered. */
const HANDLERS: { [Name in Call]: (message: Extract<AskMessage, { call: Name }>) => Promise<Answered[Name]> } = {
  async open({ file }) {
    if (file.size > LIMITS.fileBytes) refuse('excel.too-large', { sizeBytes: file.size });
    book = openBook(new Uint8Array(await file.arrayBuffer()));
    return { sheets: book.sheets, externalLinks: book.externalLinks };
  },
  async read({ sheet }) {
    const { rows, ...facts } = await (book ?? refuse('excel.no-sheet')).readSheet(sheet, (done, total) => { say({ kind: 'progress', done, total }); });
    for (let at = 0; at < rows.length; at += BATCH) say({ kind: 'rows', rows: rows.slice(at, at + BATCH) });
    return facts;
  },
  async begin({ table }) {
    writing = await startTableFile(table);
    return null;
  },
  async rows({ rows }) {
    await (writing ?? refuse('excel.not-made')).addRows(rows);
    return null;
  },
  async finish() {
    return (writing ?? refuse('excel.not-made')).finish();
  },
  async fill({ asset, fill }) {
    return fillTemplate(asset, fill);
  },
};

function say(message: WorkerMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.addEventListener('message', ({ data }: MessageEvent<AskMessage>) => {
  // Each message reaches the handler of its own name.
  const handler = HANDLERS[data.call] as (message: AskMessage) => Promise<unknown>;
  void guarded(() => handler(data)).then((result) => {
    say({ kind: 'answer', result }, result.ok && result.value instanceof Uint8Array ? [result.value.buffer as ArrayBuffer] : []);
  });
});
