// Tells the database's own failures from faults of ours.

import Dexie from 'dexie';

/** True for what Dexie or the browser says of a database that cannot be read or written. */
export function isTableError(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException;
}
