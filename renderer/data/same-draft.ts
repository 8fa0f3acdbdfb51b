// Whether two states of a draft say the same: what undo asks before it calls something a change. Rows that came from a journal hold
// their keys in another order than rows that were just saved, so the order says nothing.

import type { Draft } from '#shared/domain/draft';

export function sameDraft(a: Draft, b: Draft): boolean {
  return a.kind === b.kind && a.year === b.year && a.basedOnRev === b.basedOnRev && a.binned === b.binned && sameJson(a.form, b.form);
}

function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson((a as Values)[key], (b as Values)[key]));
}

type Values = Readonly<Record<string, unknown>>;
