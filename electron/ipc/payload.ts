// How big and how deep a request may be, judged before any schema walks it. It reads no meaning.

export interface PayloadLimits {
  readonly depth: number;
  readonly nodes: number;
  readonly characters: number;
}

/** 5,000 changes of a large form each stay far below; cyclic or bottomless values hit the depth. */
export const REQUEST_LIMITS: PayloadLimits = { depth: 40, nodes: 2_000_000, characters: 64 * 1024 * 1024 };

/** True when the value is plain JSON-like data or bytes within the limits; a byte counts as a character. */
export function isWithinLimits(value: unknown, limits: PayloadLimits = REQUEST_LIMITS): boolean {
  return fits(value, limits.depth, { nodes: limits.nodes, characters: limits.characters });
}

/** What may still come. */
interface Left {
  nodes: number;
  characters: number;
}

/** It goes no deeper than the limit, so that depth cannot break the judge. */
function fits(value: unknown, depth: number, left: Left): boolean {
  left.nodes -= 1;
  if (typeof value === 'string') left.characters -= value.length;
  else if (value instanceof Uint8Array) left.characters -= value.byteLength;
  else if (typeof value === 'object' && value !== null) {
    // A sparse array costs nothing to send and for ever to walk.
    if (!isPlain(value) || (Array.isArray(value) && value.length > left.nodes)) return false;
    for (const key of Object.keys(value)) {
      left.characters -= key.length;
      if (depth === 0 || !fits((value as Readonly<Record<string, unknown>>)[key], depth - 1, left)) return false;
    }
  }
  return left.nodes >= 0 && left.characters >= 0;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
