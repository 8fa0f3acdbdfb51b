// Which journal files a folder holds and whether they may be gone on with: opens each, compares it with its checkpoint.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StationId } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Chain } from '#shared/domain/registry';
import type { CheckpointFiles } from './checkpoint-files';
import { JournalError } from './journal-error';
import { type Health, type JournalFile, openJournalFile } from './journal-file';

/** The author's id is the first group. */
export const OFFICIAL_NAME = /^([0-9a-f]{32})\.ndjson$/;

export function journalPath(folder: string, chain: Chain, author: StationId): string {
  return join(folder, chain === 'official' ? `${author}.ndjson` : `${author}.working.ndjson`);
}

/**
 * Opens the owner's two files, creating them when missing, and every replica found. A replica that is gone although there is a
 * checkpoint of it is lost lines, not a beginning. On failure nothing stays open.
 */
export async function openJournalFiles(
  folder: string,
  owner: StationId,
  checkpoints: CheckpointFiles,
  health: Health,
): Promise<Result<JournalFile[], Failure<'journal.damaged'>>> {
  const files: JournalFile[] = [];
  let done = false;
  try {
    const journals = await journalsOf(folder, owner);
    const lost = (await checkpoints.authors()).find((author) => !journals.some(([, held]) => held === author));
    if (lost !== undefined) return failure('journal.damaged', { reason: 'replica-missing', chain: 'official', author: lost });
    for (const [chain, author] of journals) {
      const opened = await openJournalFile(journalPath(folder, chain, author), chain, author, health);
      if (!opened.ok) return opened;
      files.push(opened.value);
      const damage = chain === 'official' ? await contradiction(opened.value, checkpoints) : null;
      if (damage !== null) return failure('journal.damaged', { reason: damage, chain, author });
    }
    done = true;
    return ok(files);
  } finally {
    if (!done) await Promise.all(files.map((file) => file.close()));
  }
}

async function journalsOf(folder: string, owner: StationId): Promise<[Chain, StationId][]> {
  const replicas = (await readdir(folder))
    .map((name) => OFFICIAL_NAME.exec(name)?.[1] as StationId | undefined)
    .filter((author) => author !== undefined && author !== owner)
    .sort();
  return [['official', owner], ['working', owner], ...replicas.map((author): [Chain, StationId] => ['official', author as StationId])];
}

/**
 * A checkpoint is saved only for lines that are durable, so a journal that ends before its checkpoint has lost acknowledged
 * lines, and a head that differs from a checkpoint of the same place was altered.
 */
async function contradiction(file: JournalFile, checkpoints: CheckpointFiles): Promise<string | null> {
  const { seq, hash } = file.head();
  try {
    const checkpoint = await checkpoints.read(file.author);
    if (checkpoint === null || checkpoint.seq < seq) return null;
    if (checkpoint.seq > seq) return 'lines-missing';
    return checkpoint.hash === hash ? null : 'head-differs';
  } catch (error) {
    if (error instanceof JournalError) return 'checkpoint';
    throw error;
  }
}
