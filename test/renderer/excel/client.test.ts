// The worker's port without threads: a worker that answers, hangs or dies.

import { describe, expect, it } from 'vitest';
import { createClient, type ExcelWorker } from '../../../renderer/excel/client';
import { openBookFile } from '../../../renderer/excel/open-book';
import type { WorkerMessage } from '../../../renderer/excel/worker/messages';

function fakeWorker(onMessage: (say: (message: WorkerMessage) => void, message: unknown) => void) {
  const worker = {
    ended: false,
    onmessage: null as ExcelWorker['onmessage'],
    onerror: null as ExcelWorker['onerror'],
    postMessage(message: unknown) { onMessage((data) => { worker.onmessage?.({ data } as MessageEvent<WorkerMessage>); }, message); },
    terminate() { worker.ended = true; },
  };
  return worker;
}

const FILE = new Blob(['x']);

describe('createClient', () => {
  it('ends a worker that does not answer in time, and says so', async () => {
    const worker = fakeWorker(() => undefined);
    expect(await createClient(worker, 5).ask('open', { file: FILE })).toEqual({ ok: false, error: { code: 'excel.too-slow' } });
    expect(worker.ended).toBe(true);
  });

  it('fails what waits when the worker dies, and everything after it', async () => {
    const worker = fakeWorker(() => { queueMicrotask(() => worker.onerror?.({} as ErrorEvent)); });
    const client = createClient(worker);
    expect(await client.ask('open', { file: FILE })).toEqual({ ok: false, error: { code: 'excel.worker-lost' } });
    expect(await client.ask('read', { sheet: 0 })).toEqual({ ok: false, error: { code: 'excel.worker-lost' } });
  });
});

describe('openBookFile', () => {
  it('ends in the middle of reading when it is cancelled', async () => {
    const worker = fakeWorker(() => undefined);
    const stop = new AbortController();
    const opening = openBookFile(FILE, stop.signal, createClient(worker));
    stop.abort();
    expect(await opening).toEqual({ ok: false, error: { code: 'excel.cancelled' } });
    expect(worker.ended).toBe(true);
  });

  it('puts the batches of a sheet together and passes on how far it is', async () => {
    const worker = fakeWorker((say, message) => {
      if ((message as { call: string }).call === 'open') say({ kind: 'answer', result: { ok: true, value: { sheets: [{ name: '甲', hidden: false }], externalLinks: false } } });
      else {
        say({ kind: 'progress', done: 2, total: 3 });
        say({ kind: 'rows', rows: [['1'], ['2']] });
        say({ kind: 'rows', rows: [['3']] });
        say({ kind: 'answer', result: { ok: true, value: { problems: [], merges: [], hiddenRows: 0, formulas: 0, firstFormulas: [] } } });
      }
    });
    const book = await openBookFile(FILE, undefined, createClient(worker));
    const told: number[][] = [];
    expect(book.ok && (await book.value.readSheet(0, (...progress) => told.push(progress)))).toMatchObject({ ok: true, value: { rows: [['1'], ['2'], ['3']] } });
    expect(told).toEqual([[2, 3]]);
  });

  it('ends the worker of a file that is refused', async () => {
    const worker = fakeWorker((say) => { say({ kind: 'answer', result: { ok: false, error: { code: 'excel.macros' } } }); });
    expect(await openBookFile(FILE, undefined, createClient(worker))).toEqual({ ok: false, error: { code: 'excel.macros' } });
    expect(worker.ended).toBe(true);
  });
});
