// The DER reader and writer agree with each other and accept one encoding only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#shared/base/bytes';
import { DER_OCTET_STRING, derInteger, derValue, readDer } from '#shared/crypto/der';

describe('derValue', () => {
  it('writes the shortest length and reads back', () => {
    for (const [length, header] of [[0, '0400'], [127, '047f'], [128, '048180'], [255, '0481ff'], [256, '04820100'], [65535, '0482ffff']] as const) {
      const body = new Uint8Array(length).fill(7);
      const encoded = derValue(DER_OCTET_STRING, body);
      expect(toHex(encoded.subarray(0, header.length / 2))).toBe(header);
      expect(readDer(encoded, (cursor) => cursor.take(DER_OCTET_STRING))).toEqual(body);
    }
  });

  it('throws for a body beyond the cap', () => {
    expect(() => derValue(DER_OCTET_STRING, new Uint8Array(65536))).toThrow('invariant');
  });
});

describe('readDer', () => {
  it('refuses lengths that are not the shortest, too long or cut off', () => {
    for (const bad of ['04810100', '0481', '048200ff', '0483000001aa', '0480', '0402aa', '04', '', '0401aa00']) {
      expect(readDer(fromHex(bad), (cursor) => cursor.take(DER_OCTET_STRING))).toBeNull();
    }
  });

  it('reads small integers and refuses those of 2^31 and more', () => {
    const small = (hex: string): number | null => readDer(fromHex(hex), (cursor) => cursor.smallInteger());
    expect(small('020100')).toBe(0);
    expect(small('02024000')).toBe(16384);
    expect(small('02047fffffff')).toBe(0x7fffffff);
    expect(small('02050080000000')).toBeNull();
    expect(small('02060100000000ff')).toBeNull();
    expect(small('0201ff')).toBeNull();
  });

  it('lets faults of the reader itself through', () => {
    expect(() => readDer(fromHex('0400'), () => { throw new TypeError('fault'); })).toThrow('fault');
  });
});

describe('derInteger', () => {
  it('reads back as the same number, whatever zeros stand in front', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (magnitude) => {
        const read = readDer(derInteger(magnitude), (cursor) => cursor.integer());
        expect(BigInt(`0x0${toHex(read ?? fromHex('ff'))}`)).toBe(BigInt(`0x0${toHex(magnitude)}`));
      }),
    );
  });
});
