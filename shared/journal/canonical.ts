// RFC 8785 canonical JSON: the only text form in which lines, checkpoints and cards are hashed and signed.

import canonicalize from 'canonicalize';
import { assert } from '../base/assert';

/** Canonical JSON of plain data. Throws on NaN, BigInt and lone surrogates, which no schema of ours lets through. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  assert(text !== undefined, 'only JSON values have a canonical form');
  return text;
}

/** `JSON.stringify` escapes exactly the lone surrogates this way; a text that may hold one takes the slow road. */
const MAYBE_LONE_SURROGATE = /\\ud[89a-f]/;

/**
 * True when `text`, from which `value` was parsed, is the value's canonical form. The same answer as
 * `canonicalJson(value) === text` at a fraction of its cost: the platform's own JSON text is canonical when all keys stand in order.
 * Throws where `canonicalJson` throws.
 */
export function isCanonical(text: string, value: unknown): boolean {
  if (!MAYBE_LONE_SURROGATE.test(text) && keysStandInOrder(value) && JSON.stringify(value) === text) return true;
  return canonicalJson(value) === text;
}

function keysStandInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(keysStandInOrder);
  let last: string | null = null;
  for (const key of Object.keys(value)) {
    if (last !== null && last >= key) return false;
    last = key;
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof inner === 'object' && !keysStandInOrder(inner)) return false;
  }
  return true;
}
