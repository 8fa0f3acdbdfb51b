// Runs inside the application's page: the data layer's own commit and projection, timed, and the bare IndexedDB beside it.

import '../../../renderer/bridge/jitless';
import type { RecordId } from '#shared/base/ids';
import type { DraftKind } from '../../../renderer/data/commit';
import { saveDraft } from '../../../renderer/data/commit';
import { db } from '../../../renderer/data/db';
import { startData, syncNow } from '../../../renderer/data/start';
import { createWorkerPort } from '../../../renderer/data/worker-port';
import { callDesk, onEvent } from '../../../renderer/bridge/desk';

export interface OpenTimes {
  /** From the call to its reply: everything the main process does. */
  readonly mainMs: number;
  /** Of these, up to the first stored line. */
  readonly checkedMs: number;
  /** From the call until every row can be read. */
  readonly totalMs: number;
  readonly rows: number;
  /** The longest time in which the page could not run a task. */
  readonly longestGapMs: number;
}

const until = (request: IDBRequest | IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    if (request instanceof IDBTransaction) request.oncomplete = () => { resolve(); };
    else request.onsuccess = () => { resolve(); };
    request.onerror = () => { reject(new Error(request.error?.name ?? 'IndexedDB')); };
  });

function need<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Runs short tasks while `work` runs, and tells how long they were kept waiting at worst. */
async function withGaps<T>(work: () => Promise<T>): Promise<{ result: T; longestGapMs: number }> {
  let longestGapMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - last - 10);
    last = now;
  }, 10);
  const result = await work();
  clearInterval(timer);
  return { result, longestGapMs };
}

let bareDrafts: Promise<IDBDatabase> | undefined;

function openBareDrafts(): Promise<IDBDatabase> {
  return (bareDrafts ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('bare-drafts', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('kind', ['body.kind', 'body.year']);
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(new Error(request.error?.name ?? 'open')); };
  }));
}

const bench = {
  async begin(password: string, passphrase: string): Promise<string> {
    const state = need(await callDesk('stationState', {}));
    const [operator] = state.operators;
    if (!operator) return state.phase;
    need(await callDesk('signIn', { operatorId: operator.id, password }));
    need(await callDesk('unlockKey', { passphrase }));
    need(await startData(createWorkerPort));
    return 'ready';
  },

  /** Chooses the bundle that the dialog names, opens it and waits for its rows. */
  async open(): Promise<OpenTimes> {
    const { file } = need(await callDesk('chooseBundle', {}));
    if (!file) throw new Error('no file chosen');
    const started = performance.now();
    let checkedMs = 0;
    const stop = onEvent('jobProgress', ({ step }) => {
      if (step === 'storing' && checkedMs === 0) checkedMs = performance.now() - started;
    });
    const { result, longestGapMs } = await withGaps(async () => {
      need(await callDesk('openBundle', { jobId: crypto.randomUUID(), file: file.token }));
      const mainMs = performance.now() - started;
      need(await syncNow());
      return { mainMs, totalMs: performance.now() - started };
    });
    stop();
    return { ...result, checkedMs, longestGapMs, rows: await db.planItems.count() };
  },

  /** Puts the rows just projected into a bare object store with the same indexes, in a worker; the time of the puts alone. */
  bulkPut(): Promise<number> {
    const worker = new Worker(new URL('./bare-worker.ts', import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number>) => { worker.terminate(); resolve(data); };
      worker.onerror = (event) => { reject(new Error(event.message)); };
    });
  },

  /** Saves a draft as the forms do; resolves with its time. */
  async save(id: string, form: object): Promise<number> {
    const started = performance.now();
    need(await saveDraft(id as RecordId, { kind: 'planItems' satisfies DraftKind, year: 2026, basedOnRev: 0, form: form as never }));
    return performance.now() - started;
  },

  /** Puts the draft's row into a bare object store in one relaxed transaction; resolves with its time. */
  async bareSave(id: string): Promise<number> {
    const row = await db.drafts.get(id as RecordId);
    const bare = await openBareDrafts();
    const started = performance.now();
    const transaction = bare.transaction('drafts', 'readwrite', { durability: 'relaxed' });
    transaction.objectStore('drafts').put(row);
    await until(transaction);
    return performance.now() - started;
  },

  /** Takes the files that the dialog names into the store and finalises a record that refers to them. */
  async attach(id: string, body: object): Promise<void> {
    const attachments = need(await callDesk('pickAttachments', {}));
    const change = { op: 'put', table: 'planItems', id: id as RecordId, rev: 1, body: { ...body, attachments } as never } as const;
    need(await callDesk('commit', { chain: 'official', changes: [change] }));
  },

  /** Seals everything for the recipient into the folder that the dialog names; resolves with its time. */
  async seal(recipientId: string): Promise<number> {
    const { folder } = need(await callDesk('chooseFolder', {}));
    if (!folder) throw new Error('no folder chosen');
    const started = performance.now();
    need(await callDesk('sealBundle', { jobId: crypto.randomUUID(), recipientId: recipientId as never, folder: folder.token, fromStart: true }));
    return performance.now() - started;
  },

  state: () => callDesk('stationState', {}).then(need),
};

export type BenchPage = typeof bench;

Object.assign(globalThis, { bench });
