// Whether the window shows restoring 恢复 in place of what the station's state asks for. It stands above the faces, because a restore takes the
// station through several of them.

import { useSyncExternalStore } from 'react';

/** underway: from the moment the main process is asked until the wizard is left, the outcome included. */
export type Restoring = 'choosing' | 'underway' | null;

let restoring: Restoring = null;
const listeners = new Set<() => void>();

export function setRestoring(next: Restoring): void {
  restoring = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRestoring(): Restoring {
  return useSyncExternalStore(subscribe, () => restoring);
}
