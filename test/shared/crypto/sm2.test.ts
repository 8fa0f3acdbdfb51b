// SM2 against the standard's example, against forgeries by single bits, and against keys that are none.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex, utf8 } from '#shared/base/bytes';
import {
  createSm2Digester,
  generateKeyPair,
  isPrivateKey,
  isPublicKey,
  messageDigest,
  publicKeyOf,
  sign,
  signDigest,
  verify,
  verifyDigest,
} from '#shared/crypto/sm2';
import { decodeSignature, encodeSignature } from '#shared/crypto/sm2-signature';
import { readyCrypto } from '#shared/crypto/sm3';

// GB/T 32918.5-2017 annex A.2.
const EXAMPLE = {
  privateKey: fromHex('3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8'),
  publicKey: fromHex(
    '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020' +
      'CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
  ),
  message: utf8('message digest'),
  digest: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  k: fromHex('59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21'),
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};
const ORDER = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
const PRIME = 'fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff';

const random = (length: number): Uint8Array => randomBytes(length);
const key = generateKeyPair(random);
const message = utf8('内蒙古自治区政府购买服务');
const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

beforeAll(readyCrypto);

describe('signDigest', () => {
  it('gives the digest, r and s of the example in GB/T 32918.5 annex A', () => {
    expect(publicKeyOf(EXAMPLE.privateKey)).toEqual(EXAMPLE.publicKey);
    const digest = messageDigest(EXAMPLE.publicKey, EXAMPLE.message);
    expect(toHex(digest)).toBe(EXAMPLE.digest);
    const signature = signDigest(EXAMPLE.privateKey, digest, () => EXAMPLE.k);
    expect(signature).toEqual(encodeSignature(fromHex(EXAMPLE.r), fromHex(EXAMPLE.s)));
    expect(verify(EXAMPLE.publicKey, EXAMPLE.message, signature)).toBe(true);
  });

  it('draws again when a random number is out of range', () => {
    const draws = [new Uint8Array(32), fromHex(ORDER), fromHex(ORDER.replace(/3$/, '2')), new Uint8Array(32).fill(255)];
    const signature = signDigest(EXAMPLE.privateKey, fromHex(EXAMPLE.digest), () => draws.shift() ?? EXAMPLE.k);
    expect(toHex(signature)).toContain(EXAMPLE.r);
    expect(draws).toEqual([]);
  });

  it('throws when the private key or the digest is malformed', () => {
    const digest = fromHex(EXAMPLE.digest);
    for (const bad of [new Uint8Array(32), fromHex(ORDER), fromHex(ORDER.replace(/3$/, '2')), new Uint8Array(31)]) {
      expect(isPrivateKey(bad)).toBe(false);
      expect(() => signDigest(bad, digest, random)).toThrow('invariant');
    }
    expect(() => signDigest(key.privateKey, digest.subarray(1), random)).toThrow('invariant');
  });
});

describe('verify', () => {
  it('accepts what the same key signed, for any message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(verify(key.publicKey, bytes, sign(key.privateKey, bytes, random))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses any signature, message or key with one bit changed', () => {
    const signature = sign(key.privateKey, message, random);
    const refuse = (parts: { key?: Uint8Array; message?: Uint8Array; signature?: Uint8Array }): void => {
      const verdict = verify(parts.key ?? key.publicKey, parts.message ?? message, parts.signature ?? signature);
      expect(verdict).toBe(false);
    };
    const bitOf = (bytes: Uint8Array): fc.Arbitrary<number> => fc.nat(bytes.length * 8 - 1);
    fc.assert(fc.property(bitOf(signature), (bit) => refuse({ signature: flipped(signature, bit) })), { numRuns: 150 });
    fc.assert(fc.property(bitOf(message), (bit) => refuse({ message: flipped(message, bit) })), { numRuns: 50 });
    fc.assert(fc.property(bitOf(key.publicKey), (bit) => refuse({ key: flipped(key.publicKey, bit) })), { numRuns: 150 });
  });

  it('answers false, without throwing, for arbitrary bytes in every place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 }), (one, two) => {
        expect(verify(one, message, two)).toBe(false);
        expect(verify(key.publicKey, message, two)).toBe(false);
        expect(verifyDigest(key.publicKey, one, two)).toBe(false);
      }),
    );
  });

  it('refuses r or s of zero, of the order, above it, and r + s equal to the order', () => {
    const numbers = ['00'.repeat(32), ORDER, 'f'.repeat(64)].map(fromHex);
    const good = fromHex(EXAMPLE.r);
    for (const bad of numbers) {
      expect(verify(EXAMPLE.publicKey, EXAMPLE.message, encodeSignature(bad, fromHex(EXAMPLE.s)))).toBe(false);
      expect(verify(EXAMPLE.publicKey, EXAMPLE.message, encodeSignature(good, bad))).toBe(false);
    }
    const opposite = fromHex((BigInt(`0x${ORDER}`) - BigInt(`0x${EXAMPLE.r}`)).toString(16).padStart(64, '0'));
    expect(verify(EXAMPLE.publicKey, EXAMPLE.message, encodeSignature(good, opposite))).toBe(false);
  });

  it('refuses r and s that cancel out, for which a digest fits every key', () => {
    // With r + s = 0 the key drops out of the equation: s·G alone gives the digest that would pass.
    const { privateKey: s, publicKey: point } = generateKeyPair(random);
    const order = BigInt(`0x${ORDER}`);
    const number = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes)}`);
    const bytes = (value: bigint) => fromHex((((value % order) + order) % order).toString(16).padStart(64, '0'));
    const r = bytes(-number(s));
    const digest = bytes(number(r) - number(point.subarray(1, 33)));
    expect(verifyDigest(EXAMPLE.publicKey, digest, encodeSignature(r, s))).toBe(false);
  });

  it('refuses s shifted by the order, so a signature has one form only', () => {
    const digest = fromHex(EXAMPLE.digest);
    const small = fromHex((BigInt(`0x${EXAMPLE.s}`) + BigInt(`0x${ORDER}`)).toString(16).padStart(66, '0'));
    expect(verifyDigest(EXAMPLE.publicKey, digest, encodeSignature(fromHex(EXAMPLE.r), small))).toBe(false);
  });

  it('refuses a signature made by another key', () => {
    const other = generateKeyPair(random);
    expect(verify(key.publicKey, message, sign(other.privateKey, message, random))).toBe(false);
  });
});

describe('isPublicKey', () => {
  const [x, y] = [EXAMPLE.publicKey.slice(1, 33), EXAMPLE.publicKey.slice(33)];
  const tag = (value: number): Uint8Array => new Uint8Array([value]);

  it('refuses compressed, hybrid and bare forms of a valid point', () => {
    expect(isPublicKey(EXAMPLE.publicKey)).toBe(true);
    for (const prefix of [2, 3]) expect(isPublicKey(concatBytes(tag(prefix), x))).toBe(false);
    for (const prefix of [0, 2, 3, 6, 7]) expect(isPublicKey(concatBytes(tag(prefix), x, y))).toBe(false);
    expect(isPublicKey(concatBytes(x, y))).toBe(false);
    expect(isPublicKey(concatBytes(EXAMPLE.publicKey, tag(0)))).toBe(false);
  });

  it('refuses infinity, points off the curve and coordinates outside the field', () => {
    const zero = new Uint8Array(32);
    expect(isPublicKey(tag(0))).toBe(false);
    expect(isPublicKey(concatBytes(tag(4), zero, zero))).toBe(false);
    expect(isPublicKey(concatBytes(tag(4), y, x))).toBe(false);
    expect(isPublicKey(concatBytes(tag(4), fromHex(PRIME), y))).toBe(false);
    expect(isPublicKey(concatBytes(tag(4), x, new Uint8Array(32).fill(255)))).toBe(false);
  });

  it('refuses points of the curve with another b, which leak a key to those who multiply them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (xy) => {
        expect(isPublicKey(concatBytes(tag(4), xy))).toBe(false);
      }),
    );
  });
});

describe('createSm2Digester', () => {
  it('gives the digest of the whole message, fed in pieces', async () => {
    const digester = await createSm2Digester(EXAMPLE.publicKey);
    digester.update(utf8('message')).update(utf8(' ')).update(utf8('digest'));
    expect(toHex(digester.digest())).toBe(EXAMPLE.digest);
  });
});

describe('generateKeyPair', () => {
  it('makes valid keys that differ', () => {
    const other = generateKeyPair(random);
    expect(isPrivateKey(other.privateKey)).toBe(true);
    expect(isPublicKey(other.publicKey)).toBe(true);
    expect(other.privateKey).not.toEqual(key.privateKey);
  });
});

describe('decodeSignature', () => {
  const r = `0220${'11'.repeat(32)}`;
  const s = `0220${'22'.repeat(32)}`;
  const whole = (body: string): string => `30${(body.length / 2).toString(16).padStart(2, '0')}${body}`;

  it('reads back what encodeSignature wrote, for any numbers', () => {
    const number = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(number, number, (one, two) => {
        const decoded = decodeSignature(encodeSignature(one, two));
        expect(decoded && BigInt(`0x${toHex(decoded.r)}`)).toBe(BigInt(`0x${toHex(one)}`));
        expect(decoded && BigInt(`0x${toHex(decoded.s)}`)).toBe(BigInt(`0x${toHex(two)}`));
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['an empty sequence', '3000'],
    ['one number', whole(r)],
    ['three numbers', whole(r + s + '020101')],
    ['trailing bytes after the sequence', `${whole(r + s)}00`],
    ['trailing bytes inside the sequence', whole(`${r}${s}00`)],
    ['a long-form length of the sequence', `3081${whole(r + s).slice(2)}`],
    ['a two-octet length of the sequence', `308200${whole(r + s).slice(2)}`],
    ['a long-form length of a number', whole(`028120${'11'.repeat(32)}${s}`)],
    ['an indefinite length', `3080${r}${s}0000`],
    ['a negative number', whole(`0220${'91'.repeat(32)}${s}`)],
    ['a needless sign octet', whole(`022100${'11'.repeat(32)}${s}`)],
    ['a padded zero', whole(`02020000${s}`)],
    ['an empty number', whole(`0200${s}`)],
    ['a number of 33 bytes', whole(`0221${'11'.repeat(33)}${s}`)],
    ['a set in place of the sequence', `31${whole(r + s).slice(2)}`],
    ['an octet string in place of a number', whole(`04${r.slice(2)}${s}`)],
    ['a length past the end', `30${(r.length + s.length).toString(16)}${r}${s}`],
  ])('refuses %s', (_name, hex) => {
    expect(decodeSignature(fromHex(whole(r + s)))).not.toBeNull();
    expect(decodeSignature(fromHex(hex))).toBeNull();
  });

  it('accepts no second encoding: what it accepts is exactly what is written for those numbers', () => {
    const signature = encodeSignature(fromHex('11'.repeat(32)), fromHex('9'.repeat(64)));
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.nat(255), (at, value) => {
        const mutated = signature.slice();
        mutated[at] = value;
        const decoded = decodeSignature(mutated);
        if (decoded !== null) expect(encodeSignature(decoded.r, decoded.s)).toEqual(mutated);
      }),
      { numRuns: 2000 },
    );
  });
});
