// Light or dark, as the system or the person's choice says (the main process hands both on as one preference). The attribute on
// the root element is what the style sheets look at.

import { useSyncExternalStore } from 'react';

export type Scheme = 'light' | 'dark';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function read(): Scheme {
  return dark.matches ? 'dark' : 'light';
}

function mark(): void {
  document.documentElement.dataset['scheme'] = read();
}

/** Called once, before anything is drawn. */
export function followColorScheme(): void {
  mark();
  dark.addEventListener('change', mark);
}

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => { dark.removeEventListener('change', listener); };
}

export function useColorScheme(): Scheme {
  return useSyncExternalStore(subscribe, read);
}
