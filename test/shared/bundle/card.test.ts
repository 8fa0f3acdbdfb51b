import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/base/bytes';
import type { StationId } from '../../../shared/base/ids';
import { cardText, cardView, encodeCard, parseCard } from '../../../shared/bundle/card';
import { toBase64 } from '../../../shared/crypto/base64';
import { encodeSpki, fingerprintOf, stationIdOf } from '../../../shared/crypto/keys';
import { generateKeyPair, sign } from '../../../shared/crypto/sm2';
import { readyCrypto } from '../../../shared/crypto/sm3';
import type { Station } from '../../../shared/domain/office';

const random = (size: number) => randomBytes(size);

function newStation(): { station: Station; text: string; spki: Uint8Array } {
  const keys = generateKeyPair(random);
  const spki = encodeSpki(keys.publicKey);
  const station: Station = {
    stationId: stationIdOf(spki) as StationId,
    name: '红旗县民政局',
    officeKind: 'unit',
    regionCode: '150422',
    uscc: '11150422MB0000000X',
    publicKey: toBase64(spki),
    environment: 'real',
    secrecyDeclaredAt: '2026-01-05T01:00:00.000Z',
  };
  return { station, spki, text: encodeCard(station, sign(keys.privateKey, utf8(cardText(station)), random)) };
}

describe('parseCard', () => {
  beforeAll(readyCrypto);

  it('takes a card that the station signed itself, and shows its fingerprint', () => {
    const { station, text, spki } = newStation();
    const card = parseCard(text);
    expect(card).toMatchObject({ ok: true, value: { station } });
    expect(cardView(station).fingerprint).toBe(fingerprintOf(spki));
  });

  it('refuses a changed name under the old signature', () => {
    const { text } = newStation();
    expect(parseCard(text.replace('民政局', '财政局'))).toEqual({ ok: false, error: { code: 'card.bad-signature' } });
  });

  it("refuses a signature from another station's card", () => {
    const [one, other] = [newStation(), newStation()];
    const foreign = /"signature":"([^"]+)"/.exec(other.text)?.[1] ?? '';
    expect(parseCard(one.text.replace(/"signature":"[^"]+"/, `"signature":"${foreign}"`))).toEqual({ ok: false, error: { code: 'card.bad-signature' } });
  });

  it('refuses a station id that is not the key\'s', () => {
    const { station, text } = newStation();
    const id = 'f'.repeat(32);
    expect(parseCard(text.replaceAll(station.stationId, id))).toEqual({ ok: false, error: { code: 'card.key-differs' } });
  });

  it.each([
    ['nothing', () => ''],
    ['a line end more', (text: string) => `${text}\n`],
    ['a field more', (text: string) => text.replace('"v":1', '"v":1,"w":1')],
    ['a later version', (text: string) => text.replace('"v":1', '"v":2')],
    ['spaces', (text: string) => text.replace('"v":1', '"v": 1')],
    ['a bundle', () => 'PK\u0003\u0004'],
    ['deep nesting', () => '['.repeat(100_000)],
  ])('refuses %s', (_, change) => {
    expect(parseCard(change(newStation().text))).toEqual({ ok: false, error: { code: 'card.malformed' } });
  });
});
