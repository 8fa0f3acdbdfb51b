// Holds on to an object while its successors say the same, so that what is drawn from it keeps still.

import { useRef } from 'react';

/** The first object of those in a row that are equal as JSON. */
export function useSame<T>(next: T): T {
  const held = useRef<{ value: T; seen: T; json: string | undefined }>({ value: next, seen: next, json: undefined });
  const { current } = held;
  if (current.seen !== next) {
    current.seen = next;
    const json = JSON.stringify(next);
    current.json ??= JSON.stringify(current.value);
    if (current.json !== json) Object.assign(current, { value: next, json });
  }
  return current.value;
}
