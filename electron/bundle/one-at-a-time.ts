// Bundle jobs of one station run one after the other: checks and stores of two must not interleave, and they share a work folder.

import type { BundleStation } from './ports';

const last = new WeakMap<object, Promise<unknown>>();

export function inTurn<T>({ journals }: BundleStation, job: () => Promise<T>): Promise<T> {
  const result = (last.get(journals) ?? Promise.resolve()).then(job);
  last.set(
    journals,
    result.catch(() => undefined),
  );
  return result;
}
