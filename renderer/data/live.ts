// Live reads for screens: a query runs again when the rows it read change, whoever wrote them. It only reads.

import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import { recheck } from './start';
import { subscribeSyncState, syncState } from './sync-store';
import { isTableError } from './table-error';

/** undefined: still loading. null: not there. */
export type Live<T> = Exclude<T, undefined> | (undefined extends T ? null : never) | undefined;

/** Runs `query` and keeps its result current. Everything the query closes over stands in `deps`. */
export function useLive<T>(query: () => Promise<T> | T, deps: readonly unknown[]): Live<T> {
  const opened = useSyncExternalStore(subscribeSyncState, () => syncState().opened);
  return useLiveQuery(async () => {
    try {
      return found<T>(await query());
    } catch (error) {
      if (!isTableError(error)) throw error;
      // The screens keep what they have until the tables have been looked at, and then ask again.
      void recheck();
      return new Promise<never>(() => undefined);
    }
  }, [...deps, opened]);
}

function found<T>(value: T): Live<T> {
  // A missing record is undefined in Dexie, which the hook uses for "loading".
  return (value === undefined ? null : value) as Live<T>;
}
