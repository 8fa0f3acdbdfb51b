// Plain JSON data, as bodies of lines and forms of drafts hold it. Judged by one walk of our own: a schema that knows every value of a
// form by the JSON grammar costs more than all other checks of a save together.

import { z } from 'zod';

export type JsonObject = Record<string, z.core.util.JSONType>;

/** Deeper than any record of ours, and no more than a call stack bears. */
const MAX_DEPTH = 64;

/** An object that `JSON.stringify` writes and `JSON.parse` gives back as it is, but for the sign of zero. At most 64 levels deep. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value, MAX_DEPTH);
}

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) {
    // Not `every`, which passes over holes.
    for (let index = 0; index < value.length; index += 1) if (!isJson(value[index], depth - 1)) return false;
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((inner) => isJson(inner, depth - 1));
}

export const jsonObjectSchema = z.custom<JsonObject>(isJsonObject);
