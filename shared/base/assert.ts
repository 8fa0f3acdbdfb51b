// Broken invariants: a fault of ours, never of the input. Expected failures are Results.

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}

/** Makes a forgotten case of a union a compile error. */
export function assertNever(value: never): never {
  throw new Error(`invariant: unexpected case ${String(value)}`);
}
