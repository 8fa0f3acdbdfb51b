// Checkpoints on disk, one small file per author. Whether a signature is good is checked by those who hand them in.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromUtf8 } from '#shared/base/bytes';
import type { StationId } from '#shared/base/ids';
import { canonicalJson } from '#shared/journal/canonical';
import { type Checkpoint, checkpointSchema } from '#shared/journal/checkpoint';
import { readFileIfPresent, writeFileAtomic } from '../lib/atomic-file';
import { JournalError } from './journal-error';

const NAME = /^([0-9a-f]{32})\.json$/;

export interface CheckpointFiles {
  /** Everybody there is a checkpoint of. */
  authors(): Promise<readonly StationId[]>;
  /** Null only when there is none; a file that cannot be understood throws JournalError 'journal.damaged'. */
  read(author: StationId): Promise<Checkpoint | null>;
  write(checkpoint: Checkpoint): Promise<void>;
}

export function createCheckpointFiles(folder: string): CheckpointFiles {
  const pathOf = (author: StationId) => join(folder, `${author}.json`);
  return {
    async authors() {
      const names = await readdir(folder);
      return names.flatMap((name) => (NAME.exec(name)?.[1] as StationId | undefined) ?? []);
    },
    async read(author) {
      const bytes = await readFileIfPresent(pathOf(author));
      return bytes === null ? null : parseCheckpoint(bytes, author);
    },
    async write(checkpoint) {
      await writeFileAtomic(pathOf(checkpoint.author), `${canonicalJson(checkpoint)}\n`);
    },
  };
}

function parseCheckpoint(bytes: Uint8Array, author: StationId): Checkpoint {
  let value: unknown = null;
  try {
    value = JSON.parse(fromUtf8(bytes));
  } catch {
    // Falls through: null is no checkpoint.
  }
  const parsed = checkpointSchema.safeParse(value);
  if (!parsed.success || parsed.data.author !== author) {
    throw new JournalError({ code: 'journal.damaged', evidence: { author, reason: 'checkpoint' } });
  }
  return parsed.data;
}
