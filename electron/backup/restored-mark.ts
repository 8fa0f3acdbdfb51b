// restored.json in a station's folder: what it was restored from and what came of it. Written last when one is put together, so it is also
// the word that the folder is whole; and until the page's tables have been taken away after it, it says so.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fromUtf8 } from '#shared/base/bytes';
import { readFileIfPresent, writeFileAtomic } from '../lib/atomic-file';

const MARK = 'restored.json';
const count = z.int().min(0);
const markSchema = z.strictObject({
  format: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  /** When the backup was made. */
  madeAt: z.iso.datetime({ precision: 3 }),
  gained: count,
  kept: count,
  dropped: count,
  fromBundles: count,
  unreadable: count,
  /** False while the tables may still show what was before. */
  tablesCleared: z.boolean(),
});
export type RestoredMark = Omit<z.infer<typeof markSchema>, 'format'>;

/** A damaged one tells nothing, and stands for tables that are to be cleared. */
export async function readMark(station: string): Promise<RestoredMark | 'damaged' | null> {
  const bytes = await readFileIfPresent(join(station, MARK));
  if (bytes === null) return null;
  try {
    const { format: _format, ...mark } = markSchema.parse(JSON.parse(fromUtf8(bytes)));
    return mark;
  } catch {
    return 'damaged';
  }
}

export async function writeMark(station: string, mark: RestoredMark): Promise<void> {
  await writeFileAtomic(join(station, MARK), `${JSON.stringify({ format: 1, ...mark }, null, 2)}\n`);
}

export async function removeMark(station: string): Promise<void> {
  await rm(join(station, MARK), { force: true });
}
