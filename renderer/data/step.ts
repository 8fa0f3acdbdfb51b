// A new step of undo and whose stack it goes on.

import type { RecordId } from '#shared/base/ids';
import type { Draft, DraftStep } from '#shared/domain/draft';

type Kind = Draft['kind'];

/** Whose stack a step is on: a year's list, or one record. */
export type Scope = `${Kind}/${number}` | `${Kind}/${RecordId}`;

/** Plan items share their year's stack, because a grid changes many at once; every other draft has its own. */
export function scopeOf(kind: Kind, year: number, id: RecordId): Scope {
  return kind === 'planItems' ? `planItems/${year}` : `${kind}/${id}`;
}

/** `label` says what was done, at most 40 characters and nothing that was typed. */
export function newStep(scope: Scope, label: string): DraftStep {
  return { id: crypto.randomUUID(), scope, label: label.slice(0, 40), kind: 'do', of: null };
}
