// The small part of DER (X.690) that keys and signatures need. Strict: one value has exactly one accepted encoding.
import { assert } from '../base/assert';
import { concatBytes } from '../base/bytes';

export const DER_INTEGER = 0x02;
export const DER_OCTET_STRING = 0x04;
export const DER_OID = 0x06;
export const DER_SEQUENCE = 0x30;

/** Larger than any structure we read or write; longer lengths are refused. */
const LENGTH_MAX = 0xffff;

export function derValue(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = concatBytes(...parts);
  return concatBytes(new Uint8Array([tag, ...lengthOctets(body.length)]), body);
}

/** A non-negative INTEGER from a big-endian magnitude; leading zeros are dropped, a sign octet is added where due. */
export function derInteger(magnitude: Uint8Array): Uint8Array<ArrayBuffer> {
  let first = 0;
  while (first < magnitude.length - 1 && magnitude[first] === 0) first++;
  const digits = magnitude.length === 0 ? new Uint8Array(1) : magnitude.subarray(first);
  const sign = (digits[0] ?? 0) & 0x80 ? new Uint8Array(1) : new Uint8Array(0);
  return derValue(DER_INTEGER, sign, digits);
}

/** Reads one value after another from a DER body. Misfits end the whole `readDer`, so a reader holds only the happy path. */
export interface DerCursor {
  /** The body of the next value, which must carry `tag`. */
  take(tag: number): Uint8Array;
  /** The big-endian magnitude of a minimal, non-negative INTEGER, without its sign octet. */
  integer(): Uint8Array;
  /** A non-negative INTEGER below 2^31. */
  smallInteger(): number;
  /** Enters the next SEQUENCE; `read` must consume it whole. */
  sequence<T>(read: (inner: DerCursor) => T): T;
  /** The next bytes must be exactly these. */
  expect(bytes: Uint8Array): void;
  atEnd(): boolean;
  /** Gives up: `readDer` returns null. */
  refuse(): never;
}

class Misfit extends Error {}

/** What `read` makes of the bytes, or null when they are not exactly what it asks for, down to the last byte. */
export function readDer<T>(bytes: Uint8Array, read: (cursor: DerCursor) => T): T | null {
  try {
    return readWhole(bytes, read);
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

function readWhole<T>(bytes: Uint8Array, read: (cursor: DerCursor) => T): T {
  const cursor = createCursor(bytes);
  const value = read(cursor);
  return cursor.atEnd() ? value : cursor.refuse();
}

function createCursor(bytes: Uint8Array): DerCursor {
  let offset = 0;

  const octet = (): number => {
    const value = bytes[offset];
    offset += 1;
    return value ?? cursor.refuse();
  };
  const body = (length: number): Uint8Array => {
    if (length > bytes.length - offset) cursor.refuse();
    offset += length;
    return bytes.subarray(offset - length, offset);
  };
  const length = (): number => {
    const first = octet();
    if (first < 0x80) return first;
    if (first !== 0x81 && first !== 0x82) cursor.refuse();
    const value = first === 0x81 ? octet() : (octet() << 8) | octet();
    // The short form is the only form for what fits it.
    return value < (first === 0x81 ? 0x80 : 0x100) ? cursor.refuse() : value;
  };

  const cursor: DerCursor = {
    take(tag) {
      if (octet() !== tag) cursor.refuse();
      return body(length());
    },
    integer() {
      const digits = cursor.take(DER_INTEGER);
      const [first, second] = digits;
      if (first === undefined || first & 0x80) return cursor.refuse();
      if (first !== 0 || digits.length === 1) return digits;
      return second !== undefined && second & 0x80 ? digits.subarray(1) : cursor.refuse();
    },
    smallInteger() {
      const digits = cursor.integer();
      const value = digits.reduce((sum, digit) => sum * 256 + digit, 0);
      return digits.length > 4 || value > 0x7fffffff ? cursor.refuse() : value;
    },
    sequence: (read) => readWhole(cursor.take(DER_SEQUENCE), read),
    expect(expected) {
      const found = body(expected.length);
      if (!expected.every((value, index) => found[index] === value)) cursor.refuse();
    },
    atEnd: () => offset === bytes.length,
    refuse() {
      throw new Misfit();
    },
  };
  return cursor;
}

function lengthOctets(length: number): number[] {
  assert(length <= LENGTH_MAX, 'DER body too long');
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
