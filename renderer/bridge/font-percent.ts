// The user's choice of text size: read once from the settings, changed on the station page, shared by all screens.

import { useSyncExternalStore } from 'react';
import type { ReplyOf } from '#shared/ipc/contract';
import { callDesk } from './desk';

export type FontPercent = ReplyOf<'readSettings'>['fontPercent'];

let current: FontPercent = 100;
let asked = false;
const listeners = new Set<() => void>();

function publish(percent: FontPercent): void {
  current = percent;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    void callDesk('readSettings', {})
      .then((reply) => {
        if (reply.ok) publish(reply.value.fontPercent);
      });
  }
  return () => listeners.delete(listener);
}

export function useFontPercent(): FontPercent {
  return useSyncExternalStore(subscribe, () => current);
}

export async function chooseFontPercent(percent: FontPercent): Promise<void> {
  const reply = await callDesk('writeSettings', { fontPercent: percent });
  if (reply.ok) publish(percent);
}
