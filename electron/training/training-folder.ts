// The folder of the training profile, beside the real one: what is in it, whether it is filled, and putting in its place what was made for
// it. Emptying it is empty-training.ts's.

import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { SEATS, type Seat } from '#shared/ipc/seats';
import { seatSchema } from '#shared/ipc/training';
import { Refusal } from '../lib/refusal';
import { lockFolder } from '../journal/folder-lock';
import { exists, renameWithPatience, syncFolder, writeFileAtomic } from '../lib/atomic-file';

declare const checked: unique symbol;
/** A path that `trainingFolderOf` made: never the real data folder. */
export type TrainingFolder = string & { readonly [checked]: true };

export const SUFFIX = '-training';
export const MARK = 'training.json';
/** 演练优盘: where the bundles lie that a trainee will carry. */
export const STICK = 'stick';
/** Work in progress; it counts for nothing until the mark stands in it. */
export const FILLING = 'filling';
/** What is on its way out; its being there asks for the rest to go too. */
export const EMPTYING = 'emptying';
/** What is out, and only not deleted yet. */
export const RUBBISH = 'rubbish';
/** What a lock on the folder, or one cut short, is called. */
export const LOCK = '.lock';

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
export function readFilled(folder: TrainingFolder): Promise<Filled | null> {
  return readMark(folder);
}

export async function readMark(where: string): Promise<Filled | null> {
  try {
    const { format: _format, ...filled } = markSchema.parse(JSON.parse(await readFile(join(where, MARK), 'utf8')));
    return filled;
  } catch {
    return null;
  }
}

export async function writeMark(where: string, filled: Filled): Promise<void> {
  await writeFileAtomic(join(where, MARK), `${JSON.stringify({ format: 1, ...filled }, null, 2)}\n`);
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

/** A desk has a station, made up or set up by hand. */
export async function hasStation(folder: TrainingFolder): Promise<boolean> {
  for (const seat of SEATS) if (await exists(join(folder, seat, 'station'))) return true;
  return false;
}

/** Makes the folder ready for filling; throws a Refusal 'training.not-empty' where a desk has a station already. */
export async function claimFolder(folder: TrainingFolder): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (await hasStation(folder)) throw new Refusal({ code: 'training.not-empty' });
  for (const left of [FILLING, EMPTYING, RUBBISH, STICK, MARK]) await rm(join(folder, left), { recursive: true, force: true });
}

/**
 * Puts what was made in FILLING in its place. Once its own mark is written there, everything is made and only has to be moved; a move
 * is one rename, so a run that was cut short is gone on with by doing the same again (`finishTraining`).
 */
export async function publishFilling(folder: TrainingFolder, filled: Filled): Promise<void> {
  await writeMark(join(folder, FILLING), filled);
  await moveFilling(folder, filled);
}

export async function moveFilling(folder: TrainingFolder, filled: Filled): Promise<void> {
  const work = join(folder, FILLING);
  const moves: { readonly from: string; readonly to: string }[] = [];
  for (const parts of [...SEATS.map((seat) => [seat, 'station']), [STICK]]) {
    const [from, to] = [join(work, ...parts), join(folder, ...parts)];
    if (!(await exists(from))) continue;
    // A station that somebody set up meanwhile is not written over.
    if (await exists(to)) throw new Refusal({ code: 'training.not-empty' });
    moves.push({ from, to });
  }
  for (const { from, to } of moves) {
    await mkdir(dirname(to), { recursive: true });
    await renameWithPatience(from, to);
    await syncFolder(dirname(to));
  }
  await writeMark(folder, filled);
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
}
