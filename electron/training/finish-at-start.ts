// The first thing a training desk does, before window and station: what was asked for or cut short is brought to its end. Trouble stops no start;
// it is logged, and told on the screen with what is left.

import type { Failure } from '#shared/base/result';
import { SEATS, type Seat } from '#shared/ipc/seats';
import { join } from 'node:path';
import { Refusal } from '../lib/refusal';
import { exists, systemCodeOf } from '../lib/atomic-file';
import type { Log } from '../lib/log';
import { finishTraining, isEmptyingAsked } from './empty-training';
import { EMPTYING, FILLING, RUBBISH, STICK, type TrainingFolder } from './training-folder';

export interface FinishAtStart {
  readonly folder: TrainingFolder;
  readonly seat: Seat;
  /** Takes away what this desk's browser has projected. */
  readonly clearTables: () => Promise<void>;
  readonly log: Log;
}

/** Null when all is as it was asked for. */
export async function finishAtStart({ folder, seat, clearTables, log }: FinishAtStart): Promise<Failure | null> {
  const emptying = await isEmptyingAsked(folder).catch(() => false);
  try {
    await finishTraining(folder, seat, clearTables);
    return null;
  } catch (error) {
    if (error instanceof Refusal) {
      log.warn(error.failure.code, error.failure.evidence);
      return error.failure;
    }
    const incident = log.fault('training.not-finished', error);
    const left = await whatIsLeft(folder).catch(() => []);
    return { code: emptying ? 'training.not-emptied' : 'training.not-filled', evidence: { left: left.join(','), system: systemCodeOf(error), incident } };
  }
}

/** Desks that still have their station, the stick, and what is out but not deleted ('rest'). */
async function whatIsLeft(folder: TrainingFolder): Promise<readonly string[]> {
  const left: string[] = [];
  for (const seat of SEATS) if (await exists(join(folder, seat, 'station'))) left.push(seat);
  if (await exists(join(folder, STICK))) left.push(STICK);
  for (const name of [FILLING, EMPTYING, RUBBISH]) {
    if (!(await exists(join(folder, name)))) continue;
    left.push('rest');
    break;
  }
  return left;
}
