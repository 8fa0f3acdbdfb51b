// The page's fixed origin and the addresses served under it. The origin must never change: IndexedDB hangs on it.

import type { StationId, Sm3Hex } from '../base/ids';
import type { Chain } from '../domain/registry';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://goufu';

/** Journal bytes from a byte offset to the head: canonical JSON lines, chain already verified by the main process. */
export function journalUrl(chain: Chain, author: StationId, fromByte: number): string {
  return `${APP_ORIGIN}/journal/${chain}/${author}?from=${String(fromByte)}`;
}

export function attachmentUrl(sm3: Sm3Hex): string {
  return `${APP_ORIGIN}/attachment/${sm3}`;
}
