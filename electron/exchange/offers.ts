// Bundles that were double-clicked: kept until an operator is at work, then offered to the page under tokens. It opens nothing.

import { stat } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE_EXTENSION } from '#shared/bundle/names';
import { type EventOf, MAX_OFFERED } from '#shared/ipc/events';
import type { TokenStore } from '../lib/token';

export interface Offers {
  /** Takes the bundles named on a command line, if any are: paths, or the file:// addresses that file managers hand over. */
  take(args: readonly string[], workingFolder: string): Promise<void>;
  /** Offers what waits, now that somebody is at work. */
  flush(): void;
}

export interface OfferOptions {
  readonly files: TokenStore<string>;
  readonly isAtWork: () => boolean;
  readonly send: (offer: EventOf<'filesOffered'>) => void;
}

interface Found {
  readonly path: string;
  /** Null when it cannot be read: the stick is gone, or it is no file. */
  readonly sizeBytes: number | null;
}

export function createOffers({ files, isAtWork, send }: OfferOptions): Offers {
  let waiting: readonly Found[] = [];
  const flush = () => {
    if (waiting.length === 0 || !isAtWork()) return;
    const offered = waiting;
    waiting = [];
    send({
      files: offered.flatMap(({ path, sizeBytes }) => (sizeBytes === null ? [] : [{ token: files.issue(path), fileName: basename(path), sizeBytes }])),
      unreadable: offered.flatMap(({ path, sizeBytes }) => (sizeBytes === null ? [basename(path)] : [])),
    });
  };
  return {
    async take(args, workingFolder) {
      const named = args.filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(BUNDLE_EXTENSION));
      if (named.length === 0) return;
      const paths = new Set(named.slice(-MAX_OFFERED).map((name) => pathOf(name, workingFolder)));
      // The newest act wins: a person who clicks again means the second.
      waiting = await Promise.all([...paths].map(find));
      flush();
    },
    flush,
  };
}

async function find(path: string): Promise<Found> {
  const found = await stat(path).catch(() => null);
  return { path, sizeBytes: found?.isFile() === true ? found.size : null };
}

function pathOf(name: string, workingFolder: string): string {
  if (/^file:/i.test(name)) {
    try {
      return fileURLToPath(name);
    } catch {
      // Another computer's file, or no address at all: nothing by this name will be found, and the page says so.
    }
  }
  return isAbsolute(name) ? name : resolve(workingFolder, name);
}
