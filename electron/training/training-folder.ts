// The folder of the training profile, beside the real one: what is in it, whether it is filled, and emptying it. It never touches anything
// that is not plainly training data.

import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { SEATS, type Seat } from '#shared/ipc/seats';
import { seatSchema } from '#shared/ipc/training';
import { Refusal } from '../bundle/refusal';
import { lockFolder } from '../journal/folder-lock';
import { exists, writeFileAtomic } from '../lib/atomic-file';
import { readProfile } from '../station/profile-file';

declare const checked: unique symbol;
/** A path that `trainingFolderOf` made: never the real data folder. */
export type TrainingFolder = string & { readonly [checked]: true };

const SUFFIX = '-training';
const MARK = 'training.json';
/** 演练优盘: where the bundles lie that a trainee will carry. */
export const STICK = 'stick';
/** Work in progress; it counts for nothing. */
export const FILLING = 'filling';
/** What a lock on the folder, or one cut short, is called. */
const LOCK = '.lock';

const markSchema = z.strictObject({
  format: z.literal(1),
  items: z.int(),
  day: z.string(),
  offices: z.array(z.strictObject({ seat: seatSchema, name: z.string() })),
});
export type Filled = Omit<z.infer<typeof markSchema>, 'format'>;

export function trainingFolderOf(realDataFolder: string): TrainingFolder {
  return `${resolve(realDataFolder)}${SUFFIX}` as TrainingFolder;
}

/** The data folder of one desk: what the user's application data is to the real station. */
export function seatFolder(folder: TrainingFolder, seat: Seat): string {
  return join(folder, seat);
}

/** What was filled in, or null; a damaged mark counts as none. */
export async function readFilled(folder: TrainingFolder): Promise<Filled | null> {
  try {
    const { format: _format, ...filled } = markSchema.parse(JSON.parse(await readFile(join(folder, MARK), 'utf8')));
    return filled;
  } catch {
    return null;
  }
}

export async function markFilled(folder: TrainingFolder, filled: Filled): Promise<void> {
  await writeFileAtomic(join(folder, MARK), `${JSON.stringify({ format: 1, ...filled }, null, 2)}\n`);
}

/** Does the work alone; throws a Refusal 'training.in-use' while the profile is being filled or emptied already. */
export async function alone<T>(folder: TrainingFolder, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const lock = await lockFolder(folder, () => undefined);
  if (!lock.ok) throw new Refusal({ code: 'training.in-use' });
  try {
    return await work();
  } finally {
    await lock.value.release();
  }
}

/** Makes the folder ready for filling; throws a Refusal 'training.not-empty' where a desk has a station already. */
export async function claimFolder(folder: TrainingFolder): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const seat of SEATS) {
    if (await exists(join(folder, seat, 'station'))) throw new Refusal({ code: 'training.not-empty' });
  }
  for (const left of [FILLING, STICK, MARK]) await rm(join(folder, left), { recursive: true, force: true });
}

/**
 * Empties the training profile and nothing else. Throws a Refusal, with nothing removed: 'training.not-ours' when the folder holds
 * anything that we did not put there (a real station, a link, a strange name), 'training.in-use' while a desk is open or the profile is
 * being filled.
 */
export async function emptyTraining(folder: TrainingFolder): Promise<void> {
  if (!(await exists(folder))) return;
  await expectOnlyTraining(folder);
  await alone(folder, () => removeAll(folder));
}

async function removeAll(folder: TrainingFolder): Promise<void> {
  const locks = [];
  try {
    for (const seat of SEATS) {
      const journals = join(folder, seat, 'station', 'journals');
      if (!(await exists(journals))) continue;
      const lock = await lockFolder(journals, () => undefined);
      if (!lock.ok) throw new Refusal({ code: 'training.in-use' });
      locks.push(lock.value);
    }
  } finally {
    for (const lock of locks) await lock.release();
  }
  await rm(join(folder, MARK), { force: true });
  for (const name of [...SEATS, STICK, FILLING]) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
}

async function expectOnlyTraining(folder: TrainingFolder): Promise<void> {
  const refuse = (name: string): never => {
    throw new Refusal({ code: 'training.not-ours', evidence: { name } });
  };
  if (!basename(folder).endsWith(SUFFIX) || !(await lstat(folder)).isDirectory()) refuse(basename(folder));
  const known: readonly string[] = [...SEATS, STICK, FILLING];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const isFileOfOurs = entry.name === MARK || entry.name.startsWith(LOCK);
    if (isFileOfOurs ? !entry.isFile() : !known.includes(entry.name) || !entry.isDirectory()) refuse(entry.name);
  }
  for (const seat of SEATS) {
    const station = join(folder, seat, 'station');
    if (!(await exists(station))) continue;
    const profile = await readProfile(station);
    if (!(await lstat(station)).isDirectory() || !profile.ok || profile.value.environment !== 'training') refuse(seat);
  }
}
