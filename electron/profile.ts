// Which of the two profiles this process serves, and in which folder: real business, or a desk of the training county. Decided once, before
// anything is opened; folder, browser storage, keys and the lock against a second start all follow from it.

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import type { Seat } from '#shared/ipc/seats';
import { type StationFolders, stationFolders } from './station/folders';
import { seatOf } from './training/command-line';
import { seatFolder, type TrainingFolder, trainingFolderOf } from './training/training-folder';

export interface Profile {
  readonly folders: StationFolders;
  /** Null at the real desk. */
  readonly seat: Seat | null;
  readonly trainingFolder: TrainingFolder;
}

/** The user's application data; outside the packaged application GOUFU_DATA may name another folder, for tests. */
export function chooseProfile(args: readonly string[]): Profile {
  const named = app.isPackaged ? undefined : process.env['GOUFU_DATA'];
  const real = named === undefined || named === '' ? app.getPath('userData') : resolve(named);
  const trainingFolder = trainingFolderOf(real);
  const seat = seatOf(args);
  const data = seat === null ? real : seatFolder(trainingFolder, seat);
  mkdirSync(data, { recursive: true });
  app.setPath('userData', data);
  return { folders: stationFolders(data, seat === null ? 'real' : 'training'), seat, trainingFolder };
}
