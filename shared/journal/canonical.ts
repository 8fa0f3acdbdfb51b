// RFC 8785 canonical JSON: the only text form in which lines, checkpoints and cards are hashed and signed.

import canonicalize from 'canonicalize';
import { assert } from '../base/assert';

/** Canonical JSON of plain data. Throws on NaN, BigInt and lone surrogates, which no schema of ours lets through. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  assert(text !== undefined, 'only JSON values have a canonical form');
  return text;
}
