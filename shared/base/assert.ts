// Broken invariants: a fault of ours, never of the input. Expected failures are Results.

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}
