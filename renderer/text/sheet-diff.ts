// Two states of a record, field by field: which words differ, what was added, what went. Pure.

import type { SheetSection } from './sheet';

export type FieldChange = 'same' | 'changed' | 'added' | 'removed';

export interface FieldPair {
  readonly field: string;
  readonly label: string;
  /** Empty where the field is not filled in, or not there. */
  readonly before: string;
  readonly after: string;
  readonly change: FieldChange;
}

export interface SectionPair {
  readonly title: string;
  readonly fields: readonly FieldPair[];
}

/** Sections and fields in the order of `after`; those that went stand where they were, after what stood before them. */
export function pairSheets(before: readonly SheetSection[], after: readonly SheetSection[]): readonly SectionPair[] {
  return merged(before, after, ({ title }) => title).map(([former, present]) => ({
    title: present?.title ?? former?.title ?? '',
    fields: merged(former?.entries ?? [], present?.entries ?? [], ({ field }) => field).map(([one, other]): FieldPair => {
      const [was, is] = [one?.value ?? '', other?.value ?? ''];
      return { field: other?.field ?? one?.field ?? '', label: other?.label ?? one?.label ?? '', before: was, after: is, change: changeOf(was, is) };
    }),
  }));
}

function changeOf(before: string, after: string): FieldChange {
  if (before === after) return 'same';
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

function merged<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): (readonly [before: T | undefined, after: T | undefined])[] {
  const former = new Map(before.map((one) => [keyOf(one), one]));
  const pairs = after.map((one): [T | undefined, T | undefined] => [former.get(keyOf(one)), one]);
  const present = new Set(after.map(keyOf));
  before.forEach((one, index) => {
    if (present.has(keyOf(one))) return;
    const previous = before[index - 1];
    const place = previous === undefined ? 0 : pairs.findIndex(([was]) => was === previous) + 1;
    pairs.splice(place, 0, [one, undefined]);
  });
  return pairs;
}

/** What two texts begin and end with alike, and what stands between in each. Never cuts a character in two. */
export function differingParts(before: string, after: string): { readonly head: string; readonly before: string; readonly after: string; readonly tail: string } {
  const [one, other] = [[...before], [...after]];
  const least = Math.min(one.length, other.length);
  let head = 0;
  while (head < least && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < least - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const middle = (chars: readonly string[]) => chars.slice(head, chars.length - tail).join('');
  return { head: one.slice(0, head).join(''), before: middle(one), after: middle(other), tail: one.slice(one.length - tail).join('') };
}
