// Tokens: main keeps what the user chose (a path), the page gets 128 random bits that stand for it until the session ends. It
// opens nothing. They last, because a bundle is opened again once its sender has been admitted.

import { randomBytes } from 'node:crypto';

export interface TokenStore<T> {
  issue(value: T): string;
  /** The value behind a token, or null when it was never issued or has been cleared. */
  redeem(token: string): T | null;
  clear(): void;
}

/** More are open at once only when the page asks and never uses them; then the oldest give way. */
const MAX_OPEN = 100;

export function createTokenStore<T>(): TokenStore<T> {
  const open = new Map<string, T>();
  return {
    issue(value) {
      const oldest = open.keys().next();
      if (open.size >= MAX_OPEN && !oldest.done) open.delete(oldest.value);
      const token = randomBytes(16).toString('hex');
      open.set(token, value);
      return token;
    },
    redeem: (token) => open.get(token) ?? null,
    clear() {
      open.clear();
    },
  };
}
