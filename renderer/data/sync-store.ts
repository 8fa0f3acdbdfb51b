// How far the tables are behind the journals, for the start screen's progress. It only tells; start.ts does the work.

import { useSyncExternalStore } from 'react';
import type { Failure } from '#shared/base/result';
import type { Progress } from './port';

export interface SyncState {
  readonly phase: 'starting' | 'syncing' | 'rebuilding' | 'ready' | 'failed';
  /** True while screens may read: from ready until the tables are cleared or doubted, a failure to catch up between or not. */
  readonly shown: boolean;
  /** How often screens were allowed to read: 0 before the first time. Queries of before are asked again. */
  readonly opened: number;
  /** Journal lines of the run under way. */
  readonly done: number;
  readonly total: number;
  readonly error: Failure | null;
}

const STARTING: SyncState = { phase: 'starting', shown: false, opened: 0, done: 0, total: 0, error: null };

let state = STARTING;
const listeners = new Set<() => void>();

export function syncState(): SyncState {
  return state;
}

export function setSyncState(next: Partial<Omit<SyncState, 'shown' | 'opened'>>): void {
  const phase = next.phase ?? state.phase;
  const shown = phase === 'ready' || (phase !== 'starting' && phase !== 'rebuilding' && state.shown);
  const opened = state.opened + (shown && !state.shown ? 1 : 0);
  state = { ...state, ...next, shown, opened };
  for (const listener of listeners) listener();
}

/** Catching up while the screens are open must not take them away: only a rebuild leaves 'ready'. */
export function noteProgress({ phase, done, total }: Progress): void {
  setSyncState({ phase: state.phase === 'ready' && phase === 'syncing' ? 'ready' : phase, done, total, error: null });
}

export function resetSyncState(): void {
  state = STARTING;
  for (const listener of listeners) listener();
}

export function subscribeSyncState(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useSyncState(): SyncState {
  return useSyncExternalStore(subscribeSyncState, syncState);
}
