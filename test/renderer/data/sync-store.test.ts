import { afterEach, describe, expect, it } from 'vitest';
import { noteProgress, resetSyncState, setSyncState, subscribeSyncState, syncState } from '../../../renderer/data/sync-store';

afterEach(resetSyncState);

describe('noteProgress', () => {
  it('keeps the screens open while later lines come in, but not during a rebuild', () => {
    noteProgress({ phase: 'syncing', done: 1, total: 4 });
    expect(syncState()).toMatchObject({ phase: 'syncing', done: 1, total: 4 });
    setSyncState({ phase: 'ready' });
    noteProgress({ phase: 'syncing', done: 2, total: 4 });
    expect(syncState()).toMatchObject({ phase: 'ready', done: 2 });
    noteProgress({ phase: 'rebuilding', done: 0, total: 9 });
    expect(syncState()).toMatchObject({ phase: 'rebuilding', total: 9 });
  });
});

describe('subscribeSyncState', () => {
  it('tells every change until it is told to stop', () => {
    let told = 0;
    const stop = subscribeSyncState(() => (told += 1));
    setSyncState({ phase: 'ready' });
    stop();
    setSyncState({ phase: 'failed' });
    expect(told).toBe(1);
  });
});
