// A value read off the book: a component that uses it is drawn again only when that value changes.

import { useSyncExternalStore } from 'react';
import type { PlanBook } from './plan-book';

/** `read` gives a plain value, or an object that stays the same while nothing changes. */
export function useBook<T>(book: PlanBook, read: () => T): T {
  return useSyncExternalStore(book.subscribe, read);
}
