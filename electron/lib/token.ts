// One-use tokens: main keeps what the user chose (a path), the page gets 128 random bits that stand for it. It opens nothing.

import { randomBytes } from 'node:crypto';

export interface TokenStore<T> {
  /** A token for `value`. `lasting` ones may be used again until `clear`; the others work once. */
  issue(value: T, use?: 'once' | 'lasting'): string;
  /** The value behind a token, or null when it was never issued, was used up or was cleared. */
  redeem(token: string): T | null;
  clear(): void;
}

/** More are open at once only when the page asks and never uses them; then the oldest give way. */
const MAX_OPEN = 100;

export function createTokenStore<T>(): TokenStore<T> {
  const open = new Map<string, { readonly value: T; readonly once: boolean }>();
  return {
    issue(value, use = 'once') {
      const oldest = open.keys().next();
      if (open.size >= MAX_OPEN && !oldest.done) open.delete(oldest.value);
      const token = randomBytes(16).toString('hex');
      open.set(token, { value, once: use === 'once' });
      return token;
    },
    redeem(token) {
      const entry = open.get(token);
      if (entry === undefined) return null;
      if (entry.once) open.delete(token);
      return entry.value;
    },
    clear() {
      open.clear();
    },
  };
}
