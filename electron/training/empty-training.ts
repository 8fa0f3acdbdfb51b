// Emptying the training profile, and going on at a start with what was cut short. It touches nothing that is not plainly training data: the
// folder's own name, every name in it and every station's profile are looked at first.

import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SEATS, type Seat } from '#shared/ipc/seats';
import { Refusal } from '../lib/refusal';
import { environmentsIn } from '../journal/first-lines';
import { lockFolder } from '../journal/folder-lock';
import { exists, renameWithPatience, syncFolder } from '../lib/atomic-file';
import { stationFolders } from '../station/folders';
import { readProfile } from '../station/profile-file';
import { alone, EMPTYING, FILLING, LOCK, MARK, moveFilling, readMark, RUBBISH, seatFolder, STICK, SUFFIX, type TrainingFolder } from './training-folder';

/**
 * Empties the training profile and nothing else. Throws a Refusal, with nothing removed: 'training.not-ours' when the folder holds
 * anything that we did not put there (a real station, a link, a strange name), 'training.in-use' while a desk is open or the profile is
 * being filled.
 */
export async function emptyTraining(folder: TrainingFolder): Promise<void> {
  if (!(await exists(folder))) return;
  await expectOnlyTraining(folder);
  await alone(folder, async () => {
    await expectClosed(folder);
    await removeAll(folder, null);
  });
}

/**
 * Asks the next start of a training desk to empty the profile: the program that asks has its own desk and its tables open. Refused as
 * `emptyTraining` is, except that the desk at `asking` may be open.
 */
export async function wishEmpty(folder: TrainingFolder, asking: Seat): Promise<void> {
  await expectOnlyTraining(folder);
  await alone(folder, async () => {
    await expectClosed(folder, asking);
    await mkdir(join(folder, EMPTYING), { recursive: true });
    await syncFolder(folder);
  });
}

/** Whether the next start is to empty the profile. */
export function isEmptyingAsked(folder: TrainingFolder): Promise<boolean> {
  return exists(join(folder, EMPTYING));
}

/**
 * What a start of the training desk at `seat` does before anything is opened: empties the profile where that was asked for, and goes on
 * with filling or emptying that was cut short. `clearTables` takes away what the desk's browser has projected.
 */
export async function finishTraining(folder: TrainingFolder, seat: Seat, clearTables: () => Promise<void>): Promise<void> {
  const filled = await readMark(join(folder, FILLING));
  const emptying = await isEmptyingAsked(folder);
  if (filled === null && !emptying) return;
  try {
    await expectOnlyTraining(folder);
    await alone(folder, async () => {
      await expectClosed(folder);
      if (emptying) {
        await clearTables();
        await removeAll(folder, seat);
      } else if (filled !== null) await moveFilling(folder, filled);
    });
  } catch (error) {
    // A wish that cannot be carried out lapses, and what is out stays out: nobody shall find his desk emptied some other day.
    await lapse(folder, error instanceof Refusal).catch(() => undefined);
    throw error;
  }
}

async function lapse(folder: TrainingFolder, untouched: boolean): Promise<void> {
  const out = join(folder, EMPTYING);
  if (untouched) await rmdir(out);
  else await renameWithPatience(out, join(folder, RUBBISH));
}

/** Every desk but that of `except` is closed. */
async function expectClosed(folder: TrainingFolder, except: Seat | null = null): Promise<void> {
  const locks = [];
  try {
    for (const seat of SEATS) {
      const journals = join(folder, seat, 'station', 'journals');
      if (seat === except || !(await exists(journals))) continue;
      const lock = await lockFolder(journals, () => undefined);
      if (!lock.ok) throw new Refusal({ code: 'training.in-use' });
      locks.push(lock.value);
    }
  } finally {
    for (const lock of locks) await lock.release();
  }
}

/**
 * Whole things are moved out of the way by one rename each, then deleted: cut short anywhere, each is either whole in its place or lies
 * in EMPTYING, whose being there says that the rest goes too. The browser storage of the desk at `staying` is in use and stays.
 */
async function removeAll(folder: TrainingFolder, staying: Seat | null): Promise<void> {
  const [out, rubbish] = [join(folder, EMPTYING), join(folder, RUBBISH)];
  await rm(rubbish, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(out, { recursive: true });
  await syncFolder(folder);
  await rm(join(folder, MARK), { force: true });
  const desks = SEATS.flatMap((seat) => (seat === staying ? ownFolders(seatFolder(folder, seat)) : [seatFolder(folder, seat)]));
  for (const from of [...desks, join(folder, STICK), join(folder, FILLING)]) {
    if (await exists(from)) await renameWithPatience(from, join(out, `${basename(from)}-${randomBytes(4).toString('hex')}`));
  }
  // From here on nothing of what may come later is meant.
  await renameWithPatience(out, rubbish);
  await rm(rubbish, { recursive: true, force: true, maxRetries: 5 });
}

/** What the application itself makes in a desk's folder; the rest is the browser's. */
function ownFolders(desk: string): readonly string[] {
  const { station, unfinished, restoring, replaced, backups } = stationFolders(desk, 'training');
  return [station, unfinished, restoring, replaced, backups];
}

/** The mark, half written. */
const CUT_SHORT = new RegExp(`^\\.${MARK.replace('.', '\\.')}\\.[0-9a-f]+\\.tmp$`);

async function expectOnlyTraining(folder: TrainingFolder): Promise<void> {
  const refuse = (name: string): never => {
    throw new Refusal({ code: 'training.not-ours', evidence: { name } });
  };
  if (!basename(folder).endsWith(SUFFIX) || !(await lstat(folder)).isDirectory()) refuse(basename(folder));
  const known: readonly string[] = [...SEATS, STICK, FILLING, EMPTYING, RUBBISH];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const isFileOfOurs = entry.name === MARK || entry.name.startsWith(LOCK) || CUT_SHORT.test(entry.name);
    if (isFileOfOurs ? !entry.isFile() : !known.includes(entry.name) || !entry.isDirectory()) refuse(entry.name);
  }
  for (const seat of SEATS) {
    const station = join(folder, seat, 'station');
    if (!(await exists(station))) continue;
    if (!(await lstat(station)).isDirectory() || !(await isForTraining(station))) refuse(seat);
  }
}

/**
 * A station's profile says which kind it is. Where it is damaged the journals tell: every official journal begins with its station's own
 * record, and no training journal ever gets into a real station. Where those cannot be read either, nobody knows, and nothing is removed.
 */
async function isForTraining(station: string): Promise<boolean> {
  const profile = await readProfile(station);
  if (profile.ok) return profile.value.environment === 'training';
  const kinds = await environmentsIn(join(station, 'journals')).catch(() => []);
  return kinds.length > 0 && kinds.every((kind) => kind === 'training');
}
