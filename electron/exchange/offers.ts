// A bundle that was double-clicked: kept until an operator is at work, then offered to the page under a token. It opens nothing.

import { stat } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import { BUNDLE_EXTENSION } from '#shared/bundle/names';
import type { EventOf } from '#shared/ipc/events';
import type { TokenStore } from '../lib/token';

export interface Offers {
  /** Takes the bundle named on a command line, if one is. */
  take(args: readonly string[], workingFolder: string): Promise<void>;
  /** Offers what waits, now that somebody is at work. */
  flush(): void;
}

export interface OfferOptions {
  readonly files: TokenStore<string>;
  readonly isAtWork: () => boolean;
  readonly send: (offer: EventOf<'fileOffered'>) => void;
}

export function createOffers({ files, isAtWork, send }: OfferOptions): Offers {
  let waiting: { readonly path: string; readonly sizeBytes: number } | null = null;
  const flush = () => {
    if (waiting === null || !isAtWork()) return;
    const { path, sizeBytes } = waiting;
    waiting = null;
    send({ token: files.issue(path), fileName: basename(path), sizeBytes });
  };
  return {
    async take(args, workingFolder) {
      // The newest wins: a person who clicks twice means the second.
      const named = args.filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(BUNDLE_EXTENSION)).at(-1);
      if (named === undefined) return;
      const path = isAbsolute(named) ? named : resolve(workingFolder, named);
      const found = await stat(path).catch(() => null);
      if (found?.isFile() !== true) return;
      waiting = { path, sizeBytes: found.size };
      flush();
    },
    flush,
  };
}
