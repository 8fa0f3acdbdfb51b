// Many records as one long string with their figures beside it: one pass over the string finds every place of a word, and a
// match's place tells its record. Nothing in it changes but the marks of records that are no
// longer true.

import type { RecordId } from '#shared/base/ids';
import type { SearchEntry } from './entry';

/** Ends every field and every entry; foldText's input never holds them, nobody can type them. */
const FIELD_END = '\u0002';
const ENTRY_END = '\u0001';
const ID_LENGTH = 36;

export interface Segment {
  readonly size: number;
  readonly text: string;
  /** Where each entry begins in the text, in rising order; one more for the end. */
  readonly starts: Uint32Array;
  /** Where each entry's name begins. */
  readonly nameStarts: Uint32Array;
  readonly amountsFen: Float64Array;
  readonly years: Uint16Array;
  readonly lates: Float64Array;
  /** All ids in a row. */
  readonly ids: string;
  /** 1 for an entry that has been replaced or removed. */
  readonly dead: Uint8Array;
  /** The letters each entry can be typed with; made by the first word that is spelled. */
  letters: Int32Array | null;
}

/** `entries` stand in the order in which hits shall come. */
export function createSegment(entries: readonly SearchEntry[]): Segment {
  const size = entries.length;
  const parts: string[] = [];
  const ids: RecordId[] = [];
  const amountsFen = new Float64Array(size);
  const years = new Uint16Array(size);
  const lates = new Float64Array(size);
  const starts = new Uint32Array(size + 1);
  const nameStarts = new Uint32Array(size);
  let at = 0;
  entries.forEach(({ id, year, late, number, name, others, amountFen }, index) => {
    const part = number + FIELD_END + name + FIELD_END + others.join(FIELD_END) + ENTRY_END;
    starts[index] = at;
    nameStarts[index] = at + number.length + FIELD_END.length;
    at += part.length;
    parts.push(part);
    ids.push(id);
    amountsFen[index] = amountFen;
    years[index] = year;
    lates[index] = late;
  });
  starts[size] = at;
  return {
    size,
    text: parts.join(''),
    starts,
    nameStarts,
    amountsFen,
    years,
    lates,
    ids: ids.join(''),
    dead: new Uint8Array(size),
    letters: null,
  };
}

export function idAt({ ids }: Segment, index: number): RecordId {
  return ids.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH) as RecordId;
}

/** The last entry that begins at or before `at`; it is not before `from`, and close to it when there are many matches. */
export function entryAt({ starts, size }: Segment, at: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < size && (starts[low + step] ?? 0) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, size) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The order of hits: the newest year first, in it the later, then by number. Two records never tie. */
export function compareEntries(a: Ordered, b: Ordered): number {
  return b.year - a.year || b.late - a.late || compare(a.number, b.number) || compare(a.id, b.id);
}
type Ordered = Pick<SearchEntry, 'id' | 'year' | 'late' | 'number'>;

/** What compareEntries asks of an entry. */
export function orderOf(segment: Segment, index: number): Ordered {
  const { text, starts, nameStarts, years, lates } = segment;
  return {
    id: idAt(segment, index),
    year: years[index] ?? 0,
    late: lates[index] ?? 0,
    number: text.slice(starts[index], (nameStarts[index] ?? 0) - FIELD_END.length),
  };
}

/** The entries of one year: they stand together. */
export function rangeOf({ years, size }: Segment, year: number | undefined): readonly [from: number, to: number] {
  if (year === undefined) return [0, size];
  const first = (isPast: (held: number) => boolean) => {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isPast(years[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [first((held) => held <= year), first((held) => held < year)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
