// Key files: their bytes, their strictness, and the names derived from them.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '#shared/base/bytes';
import { fromBase64, toBase64 } from '#shared/crypto/base64';
import {
  encodePem,
  encodePkcs8,
  encodeSpki,
  fingerprintOf,
  keyIdOf,
  parsePem,
  parsePkcs8,
  parseSpki,
  PEM_PRIVATE_KEY,
  PEM_PUBLIC_KEY,
  stationIdOf,
} from '#shared/crypto/keys';
import { generateKeyPair } from '#shared/crypto/sm2';
import { readyCrypto, sm3Hex } from '#shared/crypto/sm3';

const key = generateKeyPair((length) => randomBytes(length));
const spki = encodeSpki(key.publicKey);
const pkcs8 = encodePkcs8(key.privateKey);

beforeAll(readyCrypto);

describe('parseSpki', () => {
  it('reads back the point, and nothing longer, shorter or of another curve', () => {
    expect(parseSpki(spki)).toEqual(key.publicKey);
    expect(parseSpki(spki.subarray(0, 90))).toBeNull();
    expect(parseSpki(concatBytes(spki, new Uint8Array(1)))).toBeNull();
    const p256 = fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200');
    expect(parseSpki(concatBytes(p256, key.publicKey))).toBeNull();
  });

  it('refuses every change of one byte', () => {
    fc.assert(
      fc.property(fc.nat(spki.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const mutated = spki.slice();
        mutated[at] = (mutated[at] ?? 0) ^ change;
        expect(parseSpki(mutated)).toBeNull();
      }),
    );
  });
});

describe('parsePkcs8', () => {
  it('reads back the private key', () => {
    expect(parsePkcs8(pkcs8)).toEqual(key.privateKey);
  });

  it('gives a copy, which outlives the wiping of what it was read from', () => {
    const [secret, open] = [Buffer.from(pkcs8), Buffer.from(spki)];
    const [privateKey, publicKey] = [parsePkcs8(secret), parseSpki(open)];
    secret.fill(0);
    open.fill(0);
    expect(privateKey).toEqual(key.privateKey);
    expect(publicKey).toEqual(key.publicKey);
  });

  it('refuses a public key inside that is not the private key’s, a zero scalar, and other lengths', () => {
    const other = encodePkcs8(generateKeyPair((length) => randomBytes(length)).privateKey);
    expect(parsePkcs8(concatBytes(pkcs8.subarray(0, -65), other.subarray(-65)))).toBeNull();
    const zero = pkcs8.slice();
    zero.fill(0, zero.length - 65 - 5 - 32, zero.length - 65 - 5);
    expect(parsePkcs8(zero)).toBeNull();
    expect(parsePkcs8(concatBytes(pkcs8, new Uint8Array(1)))).toBeNull();
    expect(parsePkcs8(pkcs8.subarray(1))).toBeNull();
  });

  it('refuses every change of one bit', () => {
    fc.assert(
      fc.property(fc.nat(pkcs8.length * 8 - 1), (bit) => {
        const mutated = pkcs8.slice();
        mutated[bit >> 3] = (mutated[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(parsePkcs8(mutated)).toBeNull();
      }),
    );
  });
});

describe('parsePem', () => {
  it('reads back any bytes, also with the line ends of Windows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const pem = encodePem(PEM_PUBLIC_KEY, bytes);
        expect(parsePem(PEM_PUBLIC_KEY, pem)).toEqual(bytes);
        expect(parsePem(PEM_PUBLIC_KEY, pem.replaceAll('\n', '\r\n'))).toEqual(bytes);
      }),
    );
  });

  it('refuses another label, text around the block, two blocks and foreign characters', () => {
    const pem = encodePem(PEM_PUBLIC_KEY, spki);
    expect(parsePem(PEM_PRIVATE_KEY, pem)).toBeNull();
    for (const bad of [`x\n${pem}`, `${pem}x`, pem + pem, pem.replace('M', '!'), pem.replace('\n', '\n\n'), pem.replace('END PUBLIC', 'END PRIVATE'), '', 'x']) {
      expect(parsePem(PEM_PUBLIC_KEY, bad)).toBeNull();
    }
  });
});

describe('fromBase64', () => {
  it('agrees with Node, and refuses bits that carry nothing, missing and inner padding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    for (const bad of ['AB==', 'AAB=', 'AA', 'A===', '====', 'AA==AAAA', 'A=AA', 'AA-_', 'A A=']) expect(fromBase64(bad)).toBeNull();
  });
});

describe('stationIdOf', () => {
  it('is the first 16 bytes of SM3 over the SPKI, the key id its first half, the fingerprint its spoken form', () => {
    const digest = sm3Hex(spki);
    expect(stationIdOf(spki)).toBe(digest.slice(0, 32));
    expect(keyIdOf(spki)).toBe(digest.slice(0, 16));
    expect(fingerprintOf(spki)).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
    expect(fingerprintOf(spki).replaceAll(' ', '').toLowerCase()).toBe(stationIdOf(spki));
    expect(toHex(spki.subarray(0, 26))).toBe('3059301306072a8648ce3d020106082a811ccf5501822d034200');
  });
});
