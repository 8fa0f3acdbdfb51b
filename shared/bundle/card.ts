// Station card 站点名片: what a station says about itself, signed by its own key. It proves possession of the key, not who
// the office is; that is settled by comparing the fingerprint in person or by phone.

import { z } from 'zod';
import { utf8 } from '../base/bytes';
import { type Failure, failure, ok, type Result } from '../base/result';
import { fromBase64, toBase64 } from '../crypto/base64';
import { fingerprintOf, parseSpki, stationIdOf } from '../crypto/keys';
import { verify } from '../crypto/sm2';
import { type Station, stationSchema } from '../domain/office';
import type { CardView } from './card-view';
import { canonicalJson } from '../journal/canonical';

export const cardSchema = z.strictObject({
  v: z.literal(1),
  kind: z.literal('station-card'),
  station: stationSchema,
  /** SM2 signature, DER, base64, over the canonical JSON of the other three. */
  signature: z.base64().max(120),
});
export type Card = z.infer<typeof cardSchema>;

export type CardFailure = Failure<'card.malformed' | 'card.key-differs' | 'card.bad-signature'>;

/** The exact text a card's signature covers. */
export function cardText(station: Station): string {
  return canonicalJson({ v: 1, kind: 'station-card', station });
}

/** The card file: canonical JSON without a line end. `signature` is DER over `cardText(station)`. */
export function encodeCard(station: Station, signature: Uint8Array): string {
  return canonicalJson({ v: 1, kind: 'station-card', station, signature: toBase64(signature) });
}

/** Checks form, that the station id is the key's, and the signature. Needs `readyCrypto`. */
export function parseCard(text: string): Result<Card, CardFailure> {
  const card = parseShape(text);
  if (card === null) return failure('card.malformed');
  const spki = fromBase64(card.station.publicKey);
  const key = spki === null ? null : parseSpki(spki);
  if (spki === null || key === null || stationIdOf(spki) !== card.station.stationId) return failure('card.key-differs');
  const signature = fromBase64(card.signature);
  if (signature === null || !verify(key, utf8(cardText(card.station)), signature)) return failure('card.bad-signature');
  return ok(card);
}

/** What the page shows of a station whose key is known to be well formed. */
export function cardView(station: Omit<Station, 'secrecyDeclaredAt' | 'environment'>): CardView {
  const { stationId, name, officeKind, regionCode, uscc, publicKey } = station;
  const spki = fromBase64(publicKey) ?? new Uint8Array();
  return { stationId, name, officeKind, regionCode, uscc, publicKey, fingerprint: fingerprintOf(spki) };
}

function parseShape(text: string): Card | null {
  try {
    const parsed = cardSchema.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null;
  } catch {
    // Not JSON, or nested so deeply that reading it ran out of stack.
    return null;
  }
}
