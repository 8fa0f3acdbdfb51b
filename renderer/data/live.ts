// Live reads for screens: a query runs again when the rows it read change, whoever wrote them. It only reads.

import { useLiveQuery } from 'dexie-react-hooks';

/** undefined: still loading. null: not there. */
export type Live<T> = Exclude<T, undefined> | (undefined extends T ? null : never) | undefined;

/** Runs `query` and keeps its result current. Everything the query closes over stands in `deps`. */
export function useLive<T>(query: () => Promise<T> | T, deps: readonly unknown[]): Live<T> {
  return useLiveQuery(async () => found<T>(await query()), [...deps]);
}

function found<T>(value: T): Live<T> {
  // A missing record is undefined in Dexie, which the hook uses for "loading".
  return (value === undefined ? null : value) as Live<T>;
}
