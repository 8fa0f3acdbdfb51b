// The first thing a training desk does, before window and station: what was asked for or cut short is brought to its end. Trouble stops no start.

import type { Seat } from '#shared/ipc/seats';
import { Refusal } from '../bundle/refusal';
import type { Log } from '../lib/log';
import { finishTraining } from './empty-training';
import type { TrainingFolder } from './training-folder';

export interface FinishAtStart {
  readonly folder: TrainingFolder;
  readonly seat: Seat;
  /** Takes away what this desk's browser has projected. */
  readonly clearTables: () => Promise<void>;
  readonly log: Log;
}

export async function finishAtStart({ folder, seat, clearTables, log }: FinishAtStart): Promise<void> {
  try {
    await finishTraining(folder, seat, clearTables);
  } catch (error) {
    if (error instanceof Refusal) log.warn(error.failure.code, error.failure.evidence);
    else log.fault('training.not-finished', error);
  }
}
