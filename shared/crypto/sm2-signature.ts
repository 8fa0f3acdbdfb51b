// The wire form of an SM2 signature: DER SEQUENCE { r INTEGER, s INTEGER } (GM/T 0009). One signature, one encoding.
import { DER_SEQUENCE, derInteger, derValue, readDer } from './der';

const NUMBER_BYTES = 32;

export function encodeSignature(r: Uint8Array, s: Uint8Array): Uint8Array<ArrayBuffer> {
  return derValue(DER_SEQUENCE, derInteger(r), derInteger(s));
}

/**
 * The magnitudes of r and s (at most 32 bytes each; whether they are in range is the verifier's question), or null for
 * long-form lengths, padding, negative numbers, trailing bytes and everything else that is not minimal DER.
 */
export function decodeSignature(signature: Uint8Array): { readonly r: Uint8Array; readonly s: Uint8Array } | null {
  return readDer(signature, (outer) =>
    outer.sequence((inner) => {
      const r = inner.integer();
      const s = inner.integer();
      return r.length <= NUMBER_BYTES && s.length <= NUMBER_BYTES ? { r, s } : inner.refuse();
    }),
  );
}
