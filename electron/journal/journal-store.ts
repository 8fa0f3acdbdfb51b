// The journals of a station: two chains of its own and replicas of others. It owns the order of appends; what a record may hold is not its business.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '#shared/base/assert';
import { fromUtf8 } from '#shared/base/bytes';
import type { Sm3Hex, StationId } from '#shared/base/ids';
import { err, type Failure, failure, ok, type Result } from '#shared/base/result';
import { readyCrypto } from '#shared/crypto/sm3';
import type { Chain } from '#shared/domain/registry';
import type { JournalHead } from '#shared/ipc/contract';
import { chainStart } from '#shared/journal/chain';
import { syncFolder } from '../lib/atomic-file';
import { createTurns, type InTurn } from '../lib/in-turn';
import { buildLines } from './build-lines';
import { type CheckpointFiles, createCheckpointFiles } from './checkpoint-files';
import { lockFolder } from './folder-lock';
import { ioFailure, JournalError } from './journal-error';
import { type Health, type JournalFile, openJournalFile } from './journal-file';
import { journalPath, openJournalFiles } from './open-files';
import type { JournalStore } from './ports';
import { assertFollows } from './replica-lines';
import { brokenAt, readVerified } from './verified-read';

export interface JournalStoreOptions {
  /** The station's data folder; journals/ and checkpoints/ lie in it and are created when missing. */
  readonly directory: string;
  readonly owner: StationId;
}

/**
 * 'journal.locked' (evidence pid): another process has the folder. 'journal.damaged' (reason, chain, author): a file contradicts
 * itself or its checkpoint. 'journal.io' and 'journal.disk-full' (system): the folder cannot be used.
 */
export type OpenFailure = Failure<'journal.locked' | 'journal.damaged' | 'journal.io' | 'journal.disk-full'>;

export async function openJournalStore({ directory, owner }: JournalStoreOptions): Promise<Result<JournalStore, OpenFailure>> {
  await readyCrypto();
  const folder = join(directory, 'journals');
  const health: Health = { reason: null };
  try {
    await mkdir(folder, { recursive: true });
    await mkdir(join(directory, 'checkpoints'), { recursive: true });
    await syncFolder(directory);
    const lock = await lockFolder(folder, () => (health.reason ??= 'lock-lost'));
    if (!lock.ok) return lock;
    const checkpoints = createCheckpointFiles(join(directory, 'checkpoints'));
    let opened = false;
    try {
      const files = await openJournalFiles(folder, owner, checkpoints, health);
      if (!files.ok) return files;
      opened = true;
      return ok(createStore({ folder, owner, health, checkpoints, files: files.value, release: lock.value.release }));
    } finally {
      if (!opened) await lock.value.release();
    }
  } catch (error) {
    return err(ioFailure(error));
  }
}

interface Parts {
  readonly folder: string;
  readonly owner: StationId;
  readonly health: Health;
  readonly checkpoints: CheckpointFiles;
  readonly files: readonly JournalFile[];
  release(): Promise<void>;
}

function createStore({ folder, owner, health, checkpoints, files, release }: Parts): JournalStore {
  const open = new Map(files.map((file) => [keyOf(file.chain, file.author), file]));
  const queues = new Map<string, InTurn>();
  const listeners = new Set<(head: JournalHead) => void>();
  let closing: Promise<void> | null = null;

  const find = (chain: Chain, author: StationId) => open.get(keyOf(chain, author)) ?? null;

  function queueOf(key: string): InTurn {
    const queue = queues.get(key) ?? createTurns();
    queues.set(key, queue);
    return queue;
  }

  /** A replica's file may be there without a line, when its first write did not succeed: then nothing is held. */
  const isHeld = (file: JournalFile) => file.author === owner || file.head().seq > 0;

  function grew(file: JournalFile): void {
    for (const listener of listeners) {
      try {
        listener(file.head());
      } catch (error) {
        // The lines are durable whatever a listener thinks of them.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  async function replicaFile(author: StationId): Promise<JournalFile> {
    const held = find('official', author);
    if (held !== null) return held;
    const opened = await openJournalFile(journalPath(folder, 'official', author), 'official', author, health);
    if (!opened.ok) throw new JournalError(opened.error);
    open.set(keyOf('official', author), opened.value);
    return opened.value;
  }

  /** The queue slot of a chain, refused once the store is closing. */
  function enqueue<T>(chain: Chain, author: StationId, task: () => Promise<T>, refused: () => T): Promise<T> {
    if (closing !== null) return Promise.resolve().then(refused);
    return queueOf(keyOf(chain, author))(task);
  }

  async function* linesFrom(file: JournalFile, head: JournalHead, fromSeq: number): ReturnType<JournalStore['readLines']> {
    if (fromSeq > head.seq) return;
    const from = await file.index.seek(fromSeq);
    const range = { path: file.path, fromByte: from.offset, endByte: head.sizeBytes, after: from.after, end: head };
    for await (const { bytes, lines } of readVerified(range)) {
      for (const { seq, hash, start, stop } of lines) {
        if (seq >= fromSeq) yield { seq, text: decode(bytes.subarray(start, stop), seq), hash };
      }
    }
  }

  async function hashAt(author: StationId, seq: number): Promise<Sm3Hex | null> {
    const file = find('official', author);
    const head = file?.head();
    if (file === null || head === undefined || seq < 1 || seq > head.seq) return null;
    if (seq === head.seq) return head.hash;
    // Line seq+1 names it: verified on the way when it is not itself an indexed place.
    const next = await file.index.seek(seq + 1);
    if (next.after.seq === seq) return next.after.hash;
    const range = { path: file.path, fromByte: next.offset, endByte: head.sizeBytes, after: next.after, end: head };
    for await (const { lines } of readVerified(range)) {
      const line = lines.find((each) => each.seq === seq);
      if (line !== undefined) return line.hash;
    }
    throw brokenAt(seq, 'line-missing');
  }

  return {
    owner,
    heads: () => [...open.values()].filter(isHeld).map((file) => file.head()),
    head(chain, author) {
      const file = find(chain, author);
      return file !== null && isHeld(file) ? file.head() : null;
    },

    async append(chain, by, changes, at = new Date()) {
      assert(changes.length > 0, 'an append has at least one change');
      const file = find(chain, owner);
      assert(file !== null, 'the owner has both chains');
      return enqueue(
        chain,
        owner,
        async () => {
          const built = await buildLines(file.head(), by, changes, at);
          if (!built.ok) return built;
          const stored = await file.append(built.value.map(({ bytes, written }) => ({ bytes, point: written })));
          if (!stored.ok) return stored;
          grew(file);
          return ok(built.value.map((line) => line.written));
        },
        () => failure('journal.closed', { reason: 'closed' }),
      );
    },

    async appendReplica(author, lines) {
      assert(author !== owner, 'a replica is of another station');
      if (lines.length === 0) return;
      await enqueue(
        'official',
        author,
        async () => {
          const held = find('official', author)?.head() ?? chainStart(author);
          const prepared = await assertFollows({ author, seq: held.seq, hash: held.hash }, lines);
          if (health.reason !== null) throw new JournalError({ code: 'journal.closed', evidence: { reason: health.reason } });
          const file = await replicaFile(author);
          const stored = await file.append(prepared);
          if (!stored.ok) throw new JournalError(stored.error);
          grew(file);
        },
        () => {
          throw new JournalError({ code: 'journal.closed', evidence: { reason: 'closed' } });
        },
      );
    },

    readBytes(chain, author, fromByte) {
      const file = find(chain, author);
      assert(file !== null, 'only journals held can be read');
      const head = file.head();
      const after = fromByte === 0 ? chainStart(author) : null;
      return bytesOf(readVerified({ path: file.path, fromByte, endByte: head.sizeBytes, after, end: head }));
    },

    readLines(chain, author, fromSeq) {
      const file = find(chain, author);
      assert(file !== null, 'only journals held can be read');
      return linesFrom(file, file.head(), fromSeq);
    },

    hashAt,
    checkpoint: (author) => checkpoints.read(author),
    async saveCheckpoint(checkpoint) {
      const held = await hashAt(checkpoint.author, checkpoint.seq);
      assert(held === checkpoint.hash, 'a checkpoint is saved after the lines it covers');
      await queueOf(`checkpoint ${checkpoint.author}`)(async () => {
        const newest = await checkpoints.read(checkpoint.author);
        if (newest === null || newest.seq <= checkpoint.seq) await checkpoints.write(checkpoint);
      });
    },

    onGrowth(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close() {
      closing ??= (async () => {
        // A turn in every queue comes when everything asked before it is done.
        await Promise.all([...queues.values()].map((queue) => queue(() => Promise.resolve())));
        health.reason ??= 'closed';
        await Promise.all([...open.values()].map((file) => file.close()));
        await release();
      })();
      return closing;
    },
  };
}

function keyOf(chain: Chain, author: StationId): string {
  return `${chain} ${author}`;
}

async function* bytesOf(blocks: AsyncIterable<{ readonly bytes: Uint8Array }>): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) yield block.bytes;
}

function decode(bytes: Uint8Array, seq: number): string {
  try {
    return fromUtf8(bytes);
  } catch {
    throw brokenAt(seq, 'not-utf8');
  }
}
