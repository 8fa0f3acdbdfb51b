// Bundle jobs of one station run one after the other: checks and stores of two must not interleave, and they share a work folder.

import { createTurns, type InTurn } from '../lib/in-turn';
import type { BundleStation } from './ports';

const turnsOf = new WeakMap<object, InTurn>();

export function inTurn<T>({ journals }: BundleStation, job: () => Promise<T>): Promise<T> {
  const turns = turnsOf.get(journals) ?? createTurns();
  turnsOf.set(journals, turns);
  return turns(job);
}
