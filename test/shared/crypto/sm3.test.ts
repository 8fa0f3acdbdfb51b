// SM3 against the standard's examples, openssl and itself in pieces.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, toHex, utf8 } from '#shared/base/bytes';
import { createSm3, readyCrypto, sm3, sm3Hex } from '#shared/crypto/sm3';

describe('sm3', () => {
  // Runs first: the module is fresh in this test file.
  it('throws before the instance is loaded', () => {
    expect(() => sm3(utf8('abc'))).toThrow('invariant');
  });
});

describe('sm3Hex', () => {
  beforeAll(readyCrypto);

  it('gives the digest of GB/T 32905 example 1', () => {
    expect(sm3Hex(utf8('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('gives the digest of GB/T 32905 example 2', () => {
    const expected = 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732';
    expect(sm3Hex(utf8('abcd'.repeat(16)))).toBe(expected);
  });

  it('agrees with openssl on lengths around the block borders', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = new Uint8Array(length).fill(0xa5);
      const output = execFileSync('openssl', ['dgst', '-sm3', '-r'], { input: bytes }).toString();
      expect(sm3Hex(bytes)).toBe(output.split(' ')[0]);
    }
  });

  it('does not depend on where the message is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), (parts) => {
        expect(sm3Hex(...parts)).toBe(sm3Hex(concatBytes(...parts)));
        expect(toHex(sm3(...parts))).toBe(sm3Hex(...parts));
      }),
    );
  });
});

describe('createSm3', () => {
  it('keeps several hashers apart, also from the common one', async () => {
    const [first, second] = await Promise.all([createSm3(), createSm3()]);
    first.update(utf8('a'));
    second.update(utf8('x'));
    sm3Hex(utf8('between'));
    first.update(utf8('bc'));
    second.update(utf8('yz'));
    expect(first.digestHex()).toBe(sm3Hex(utf8('abc')));
    expect(toHex(second.digest())).toBe(sm3Hex(utf8('xyz')));
  });

  it('starts anew after init and hands out arrays of the caller’s own', async () => {
    const hasher = await createSm3();
    const first = hasher.update(utf8('abc')).digest();
    hasher.init().update(utf8('other')).digest();
    expect(toHex(first)).toBe(sm3Hex(utf8('abc')));
  });
});
