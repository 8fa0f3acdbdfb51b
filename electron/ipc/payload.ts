// How big and how deep a request may be, judged before any schema walks it. It reads no meaning.

export interface PayloadLimits {
  readonly depth: number;
  readonly nodes: number;
  readonly characters: number;
}

/** 5,000 changes of a large form each stay far below; cyclic or bottomless values hit the depth. */
export const REQUEST_LIMITS: PayloadLimits = { depth: 40, nodes: 2_000_000, characters: 64 * 1024 * 1024 };

/** True when the value is plain JSON-like data or bytes within the limits; a byte counts as a character. Iterative, so that depth cannot break the judge. */
export function isWithinLimits(value: unknown, limits: PayloadLimits = REQUEST_LIMITS): boolean {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let nodes = 0;
  let characters = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1;
    if (nodes > limits.nodes || next.depth > limits.depth) return false;
    const item = next.value;
    if (typeof item === 'string') characters += item.length;
    else if (item instanceof Uint8Array) characters += item.byteLength;
    else if (typeof item === 'object' && item !== null) {
      if (!isPlain(item)) return false;
      // A sparse array costs nothing to send and for ever to walk.
      if (Array.isArray(item) && item.length > limits.nodes) return false;
      for (const [key, child] of Object.entries(item)) {
        characters += key.length;
        stack.push({ value: child, depth: next.depth + 1 });
      }
    }
    if (characters > limits.characters || stack.length > limits.nodes) return false;
  }
  return true;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
