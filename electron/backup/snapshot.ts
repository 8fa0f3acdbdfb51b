// A station's files as they stood at one moment, while work goes on: journals only grow, so each is taken up to the head it had then;
// everything else is either never changed under its name or replaced whole. It writes nothing.

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackedUpJournal, isBackedUp } from '#shared/backup/manifest';
import { openSource } from '../attachments/source-file';
import type { JournalStore } from '../journal/ports';
import { isFolder, readFileIfPresent } from '../lib/atomic-file';
import { onSource } from './on-medium';

export interface SnapshotFile {
  /** Below the station's folder, with '/'. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Named by its content or never written again: what an earlier backup holds under this path and size is the same. */
  readonly settled: boolean;
  blocks(): AsyncIterable<Uint8Array>;
}

export interface Snapshot {
  readonly journals: readonly BackedUpJournal[];
  readonly files: readonly SnapshotFile[];
}

export async function takeSnapshot(folder: string, journal: JournalStore): Promise<Snapshot> {
  return onSource(async () => {
    // Before the heads: a checkpoint read after them might speak of lines that the snapshot has not.
    const checkpoints = await smallFiles(folder, 'checkpoints');
    // All heads at once, before anything else is waited for: chains refer to each other.
    const journals = journal.heads();
    const secrets = [...(await smallFiles(folder, 'vault')), ...(await smallFiles(folder, 'quarantine')), ...(await smallFile(folder, 'station.json'))];
    const settled = [...(await settledFiles(folder, 'attachments')), ...(await settledFiles(folder, 'bundles'))];
    return { journals, files: [...secrets, ...checkpoints, ...journals.map((head) => journalFile(journal, head)), ...settled] };
  });
}

export function journalName({ chain, author }: Pick<BackedUpJournal, 'chain' | 'author'>): string {
  return `journals/${author}${chain === 'working' ? '.working' : ''}.ndjson`;
}

function journalFile(journal: JournalStore, head: BackedUpJournal): SnapshotFile {
  const { chain, author, sizeBytes } = head;
  async function* blocks() {
    let left = sizeBytes;
    // Read with its links checked: what contradicts itself is no backup.
    for await (const block of journal.readBytes(chain, author, 0)) {
      yield block.subarray(0, left);
      left -= block.length;
      if (left <= 0) return;
    }
  }
  return { path: journalName(head), sizeBytes, settled: false, blocks };
}

async function smallFiles(folder: string, below: string): Promise<SnapshotFile[]> {
  const found: SnapshotFile[] = [];
  for (const name of await namesIn(join(folder, below))) found.push(...(await smallFile(folder, `${below}/${name}`)));
  return found;
}

/** Read at once: it may be replaced the next moment. */
async function smallFile(folder: string, path: string): Promise<SnapshotFile[]> {
  const bytes = isBackedUp(path) ? await readFileIfPresent(join(folder, path)) : null;
  if (bytes === null) return [];
  return [{ path, sizeBytes: bytes.length, settled: false, blocks: async function* () { yield bytes; } }];
}

/** Files two folders deep whose bytes never change under their name. */
async function settledFiles(folder: string, below: string): Promise<SnapshotFile[]> {
  const found: SnapshotFile[] = [];
  for (const shelf of await namesIn(join(folder, below))) {
    for (const name of await namesIn(join(folder, below, shelf))) {
      const path = `${below}/${shelf}/${name}`;
      if (!isBackedUp(path)) continue;
      const { size } = await stat(join(folder, path));
      found.push({ path, sizeBytes: size, settled: true, blocks: () => blocksOf(join(folder, path)) });
    }
  }
  return found;
}

export async function* blocksOf(path: string): AsyncGenerator<Uint8Array> {
  const source = await openSource(path);
  try {
    yield* source.blocks();
  } finally {
    await source.close();
  }
}

/** What is no folder has no names in it; there may be work in progress beside the shelves. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return (await isFolder(folder)) ? (await readdir(folder)).sort() : [];
}
