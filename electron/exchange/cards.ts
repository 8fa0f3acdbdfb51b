// Station cards to and from files the user names. The card's form and signature are the bundle format's business.

import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fromUtf8, utf8 } from '#shared/base/bytes';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { CARD_EXTENSION } from '#shared/bundle/names';
import { type Card, cardText, cardView, encodeCard, parseCard } from '#shared/bundle/card';
import type { ReplyOf } from '#shared/ipc/contract';
import { writeFileAtomic } from '../lib/atomic-file';
import { plainFileName } from '../lib/file-name';
import type { Workplace } from '../station/workplace';
import type { Dialogs } from './dialogs-port';

/** Where the dialogs start, remembered from one to the next. */
export interface LastFolder {
  get(): string | null;
  set(folder: string): void;
}

const MAX_CARD_BYTES = 64 * 1024;

export async function saveCard(
  { profile, vault }: Pick<Workplace, 'profile' | 'vault'>,
  dialogs: Dialogs,
  last: LastFolder,
): Promise<Result<ReplyOf<'saveCard'>, Failure>> {
  const signature = await vault.sign(utf8(cardText(profile)));
  if (!signature.ok) return signature;
  const name = `${plainFileName(profile.name, profile.stationId)}${CARD_EXTENSION}`;
  const path = await dialogs.saveFile({ kind: 'card', suggestedPath: join(last.get() ?? '', name) });
  if (path === null) return ok({ fileName: null });
  try {
    await writeFileAtomic(path, encodeCard(profile, signature.value));
  } catch {
    return failure('file.not-written');
  }
  last.set(dirname(path));
  return ok({ fileName: basename(path) });
}

export async function readCard(
  { profile }: Pick<Workplace, 'profile'>,
  dialogs: Dialogs,
  last: LastFolder,
): Promise<Result<ReplyOf<'readCard'>, Failure>> {
  const [path] = await dialogs.openFiles({ kind: 'card', folder: last.get(), many: false });
  if (path === undefined) return ok({ card: null });
  last.set(dirname(path));
  const card = await readCardFile(path);
  if (!card.ok) return card;
  const { station } = card.value;
  if (station.stationId === profile.stationId) return failure('card.own');
  // Fingerprints would agree: the person who compares them cannot see what the card is for.
  if (station.environment !== profile.environment) return failure('card.other-environment', { found: station.environment });
  return ok({ card: cardView(station) });
}

async function readCardFile(path: string): Promise<Result<Card, Failure>> {
  let text: string;
  try {
    text = fromUtf8(await readAtMost(path, MAX_CARD_BYTES));
  } catch {
    return failure('card.unreadable');
  }
  const card = parseCard(text);
  if (!card.ok) return failure(card.error.code === 'card.malformed' ? 'card.unreadable' : card.error.code);
  return card;
}

/** Reads no further than the limit, whatever size the file claims. */
async function readAtMost(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(limit + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (length > limit) throw new RangeError('too long');
      if (bytesRead === 0) return buffer.slice(0, length);
    }
  } finally {
    await file.close();
  }
}
