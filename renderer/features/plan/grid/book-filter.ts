// Which rows of the plan grid are shown: by words and by where they stand. Pure.

import { matches, searchText } from '../../../ui/pinyin-search';
import type { BookRow } from './book-row';
import type { PlanFindings } from './plan-findings';

export const ROW_FILTERS = {
  all: '全部状态',
  draft: '草稿',
  review: '待审核',
  mine: '可修改的',
  submitted: '已定稿及以后',
  wrong: '有须改正或未填的',
} as const;
export type RowFilter = keyof typeof ROW_FILTERS;

/** null: every row. */
export function acceptsRow(filter: RowFilter, query: string, findings: PlanFindings): ((row: BookRow) => boolean) | null {
  if (filter === 'all' && query === '') return null;
  return (row) => isOf(filter, row, findings) && (query === '' || matches(haystackOf(row), query));
}

function isOf(filter: RowFilter, row: BookRow, findings: PlanFindings): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'draft':
      return row.draft !== null;
    case 'review':
      return row.draft?.forReview === true;
    case 'mine':
      return row.editable;
    case 'submitted':
      return row.draft === null;
    case 'wrong': {
      if (row.draft === null) return false;
      const { stops, blanks } = findings.report(row);
      return stops + blanks > 0;
    }
    default:
      return filter satisfies never;
  }
}

/** Pinyin is worked out for a row when it is first looked for. */
const haystacks = new WeakMap<BookRow, string>();

function haystackOf(row: BookRow): string {
  let held = haystacks.get(row);
  if (held === undefined) {
    held = searchText([row.number, row.catalogue], row.name);
    haystacks.set(row, held);
  }
  return held;
}
