// RFC 8785 canonical JSON: the only text form in which lines, checkpoints and cards are hashed and signed.

import canonicalize from 'canonicalize';
import { assert } from '../base/assert';

/** `JSON.stringify` escapes exactly the lone surrogates this way; a text that may hold one takes the slow road. */
const MAYBE_LONE_SURROGATE = /\\ud[89a-f]/;

/**
 * Canonical JSON of plain data. Throws on NaN, BigInt and lone surrogates, which no schema of ours lets through. The platform's own JSON
 * text of the value with its keys in order is the canonical one, at a third of the library's cost; the library has whatever is not so plain.
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value);
  const text = ordered === undefined ? undefined : JSON.stringify(ordered);
  if (text !== undefined && !MAYBE_LONE_SURROGATE.test(text)) return text;
  const canonical = canonicalize(value);
  assert(canonical !== undefined, 'only JSON values have a canonical form');
  return canonical;
}

/** Objects put these keys elsewhere than in their order: indices come first, and the last one is no key at all when it is set. */
const KEEPS_NO_ORDER = /^\d|^__proto__$/;

/** The value with the keys of its objects in order; undefined where its JSON text might not be canonical all the same. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || 'toJSON' in value) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.includes(undefined) ? undefined : items;
  }
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = inOrder((value as Readonly<Record<string, unknown>>)[key]);
    if (inner === undefined || KEEPS_NO_ORDER.test(key)) return undefined;
    ordered[key] = inner;
  }
  return ordered;
}

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
