// Brings the tables up to the journals' heads, resumable at any line: what was applied stays applied. A line is durable before
// it is applied, so tables that are ahead of a journal mean that the journal lost lines: they are left as they are, perhaps the
// last copy, until a person asks for a rebuild; and a rebuild clears nothing before every journal has been read to its end.

import { failure, ok, type Result } from '#shared/base/result';
import type { JournalHead } from '#shared/ipc/contract';
import { type AppliedHead, type DeskDb, headKey } from '../db';
import type { Entry, Progress, ProjectionFailure, ReadJournal } from '../port';
import { Applier, type Batch } from './apply';
import { type ReadLine, readLines } from './journal-stream';

export interface SyncPorts {
  readonly db: DeskDb;
  readonly readJournal: ReadJournal;
  readonly onProgress: (progress: Progress) => void;
  /** Told of lines once their rows are there. */
  readonly onApplied: (entries: readonly Entry[]) => void;
  /** Told when every row is about to vanish. */
  readonly onClear: () => void;
  /** Lines per transaction. */
  readonly batchLines: number;
}

type SyncResult = Result<null, ProjectionFailure>;

export async function syncJournals(ports: SyncPorts, heads: readonly JournalHead[], rebuild: boolean): Promise<SyncResult> {
  if (rebuild) return (await firstUnread(ports, heads)) ?? replayAll(ports, heads);
  const applied = await ports.db.appliedHeads.toArray();
  const ahead = applied.find((one) => !continues(one, heads));
  if (ahead) return behind(ahead);
  // No row is lost by it: every journal holds what was applied.
  if ((await ports.db.upkeep.get('replay')) !== undefined) return (await firstUnread(ports, heads)) ?? replayAll(ports, heads);
  const result = await follow(ports, heads, applied);
  if (result.ok || result.error.code !== 'projection.journal-mismatch') return result;
  // The first line did not follow what was applied, although the heads looked as if it would.
  const { chain, author } = result.error.evidence ?? {};
  return behind(applied.find((one) => one.chain === chain && one.author === author));
}

function behind(applied: AppliedHead | undefined): SyncResult {
  if (!applied) return failure('projection.journal-mismatch');
  return failure('projection.journal-behind', { chain: applied.chain, author: applied.author, seq: applied.seq });
}

async function replayAll(ports: SyncPorts, heads: readonly JournalHead[]): Promise<SyncResult> {
  const { db } = ports;
  ports.onClear();
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
  return follow(ports, heads, []);
}

/** The tables may hold what a damaged journal has lost, so every journal is read before they are thrown away. */
async function firstUnread({ readJournal }: SyncPorts, heads: readonly JournalHead[]): Promise<SyncResult | null> {
  for (const { chain, author, sizeBytes } of heads) {
    let bytes = 0;
    try {
      const reader = (await readJournal(chain, author, 0)).getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) bytes += next.value.length;
    } catch {
      bytes = -1;
    }
    if (bytes < sizeBytes) return failure('projection.read-failed', { chain, author });
  }
  return null;
}

/** False when the journal is gone, shorter, or another one than the tables were made from. */
function continues(applied: AppliedHead, heads: readonly JournalHead[]): boolean {
  const head = heads.find(({ chain, author }) => headKey(chain, author) === applied.key);
  if (!head || head.seq < applied.seq) return false;
  return head.seq > applied.seq || head.hash === applied.hash;
}

async function follow(ports: SyncPorts, heads: readonly JournalHead[], applied: readonly AppliedHead[]): Promise<SyncResult> {
  const from = new Map(applied.map((one) => [one.key, one]));
  const behind = heads
    .map((head) => ({ head, from: from.get(headKey(head.chain, head.author)) }))
    .filter(({ head, from: at }) => head.seq > (at?.seq ?? 0))
    // Official first: most drafts replayed after it are recognised as finalised at once.
    .sort((a, b) => (a.head.chain === b.head.chain ? 0 : a.head.chain === 'official' ? -1 : 1));
  const total = behind.reduce((sum, { head, from: at }) => sum + head.seq - (at?.seq ?? 0), 0);
  const phase = applied.length === 0 ? 'rebuilding' : 'syncing';
  let done = 0;
  const tell = (lines: number) => ports.onProgress({ phase, done: (done += lines), total });
  if (total > 0) tell(0);
  const applier = new Applier(ports.db);
  for (const { head, from: at } of behind) {
    const result = await followOne(ports, applier, head, at, tell);
    if (!result.ok) return result;
  }
  return ok(null);
}

async function followOne(
  ports: SyncPorts,
  applier: Applier,
  head: JournalHead,
  from: AppliedHead | undefined,
  tell: (lines: number) => void,
): Promise<SyncResult> {
  // One batch is written while the next is read and parsed: the two use different processes of the browser.
  let writing = Promise.resolve(true);
  let written: readonly Entry[] = [];
  await applier.turnTo(from === undefined);
  const settle = async () => {
    if (!(await writing)) return false;
    ports.onApplied(written);
    tell(written.length);
    return true;
  };
  try {
    for await (const batch of batches(ports, head, from)) {
      if (!(await settle())) return failure('projection.journal-mismatch', { chain: head.chain, author: head.author });
      written = batch.entries;
      writing = applier.apply(batch);
      // Its failure is taken up at the next settle; until then nobody may call it unhandled.
      writing.catch(() => undefined);
    }
  } catch (error) {
    await writing.catch(() => undefined);
    if (error instanceof JournalReadError) return failure(error.code, { chain: head.chain, author: head.author, seq: error.seq });
    throw error;
  }
  return (await settle()) ? ok(null) : failure('projection.journal-mismatch', { chain: head.chain, author: head.author });
}

class JournalReadError extends Error {
  constructor(
    readonly code: 'projection.read-failed' | 'projection.bad-line',
    readonly seq: number,
  ) {
    super(code);
  }
}

/** Batches up to the head and no further: the hash of a later last line is not known yet. */
async function* batches(ports: SyncPorts, head: JournalHead, from: AppliedHead | undefined): AsyncGenerator<Batch> {
  const { chain, author } = head;
  const startByte = from?.sizeBytes ?? 0;
  let seq = from?.seq ?? 0;
  let pending: ReadLine[] = [];
  const batch = (entries: readonly ReadLine[], next: ReadLine | undefined): Batch => ({
    chain,
    author,
    entries: entries.map(({ line }, index): Entry => ({ line, hash: (entries[index + 1] ?? next)?.line.prev ?? head.hash })),
    sizeBytes: startByte + (entries.at(-1)?.endByte ?? 0),
  });
  for await (const lines of readChecked(ports.readJournal, head, startByte, () => seq)) {
    for (const one of lines) {
      if (one.line.seq > head.seq) break;
      if (one.line.seq !== seq + 1 || one.line.author !== author) throw new JournalReadError('projection.bad-line', seq + 1);
      seq += 1;
      // A line's hash stands in the line after it, so a batch closes when that one is seen.
      if (pending.length >= ports.batchLines) {
        yield batch(pending, one);
        pending = [];
      }
      pending.push(one);
    }
    if (seq >= head.seq) break;
  }
  if (seq < head.seq) throw new JournalReadError('projection.read-failed', seq);
  if (pending.length > 0) yield batch(pending, undefined);
}

async function* readChecked(
  readJournal: ReadJournal,
  { chain, author }: JournalHead,
  fromByte: number,
  at: () => number,
): AsyncGenerator<readonly ReadLine[]> {
  try {
    yield* readLines(await readJournal(chain, author, fromByte));
  } catch (error) {
    // Malformed text or JSON is a bad line; everything else means that the bytes did not come.
    const bad = error instanceof SyntaxError || (error instanceof TypeError && error.message.includes('decod'));
    throw new JournalReadError(bad ? 'projection.bad-line' : 'projection.read-failed', at());
  }
}
