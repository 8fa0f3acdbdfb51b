// Result: the shape of every expected outcome. Broken invariants throw instead (assert.ts).

/** A success carrying `value`, or an expected failure carrying `error`. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/**
 * An expected failure as it travels between processes: a stable dotted code that the renderer turns into a
 * sentence, and small evidence (numbers, ids, field paths) that never holds a field's value.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly evidence?: Readonly<Record<string, string | number | boolean>>;
}

export function failure<Code extends string>(code: Code, evidence?: Failure['evidence']): Result<never, Failure<Code>> {
  return err(evidence === undefined ? { code } : { code, evidence });
}
