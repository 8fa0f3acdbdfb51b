// A fault of a screen as the log may have it: its class and places in our own scripts. Its message is left behind, for it may quote what was typed.

import type { PageFault } from '#shared/ipc/page-fault';

const MOST_PLACES = 6;

export function faultOf(area: string, error: unknown): PageFault {
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error };
  // Only lines of the stack's own form: the message stands above them and may have lines of any form but this one.
  const places = [...stack.matchAll(/^ {4}at [^\n]*?([A-Za-z0-9_.-]{1,80}\.js:\d{1,7}:\d{1,7})\)?$/gm)].map(([, place = '']) => place);
  return { area, kind: /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error', at: places.slice(0, MOST_PLACES) };
}
