// Which rows of the plan grid are shown: by words, by where they stand, and as the figures of the home page count them. Pure.

import type { Place } from '../../../data/tally-layout';
import { matches, searchText } from '../../../ui/pinyin-search';
import { type Approval, isApprovedBy } from '../plan-rows';
import type { BookRow } from './book-row';
import type { RowReport } from './plan-findings';

export const ROW_FILTERS = {
  all: '全部状态',
  draft: '草稿',
  review: '待审核',
  mine: '可修改的',
  wrong: '有须改正或未填的',
  submitted: '已定稿及以后',
  decided: '已批复',
  approved: '同意和核减',
  returned: '退回',
  refused: '不予同意',
} as const;
export type RowFilter = keyof typeof ROW_FILTERS;

/** What the rows are narrowed to by the figure that led here, or by choice. */
export interface Narrowing {
  readonly filter: RowFilter;
  /** Category of the official revision; null for all rows. */
  readonly category: Place | null;
  /** Only what this document approved. */
  readonly approval: Approval | null;
}

type Latest = (row: BookRow) => RowReport | undefined;

/** null: every row. `latest` gives what was last said of a row; of what nothing has been said yet nothing is known to be right. */
export function acceptsRow({ filter, category, approval }: Narrowing, query: string, latest: Latest): ((row: BookRow) => boolean) | null {
  if (filter === 'all' && category === null && approval === null && query === '') return null;
  return (row) =>
    isOf(filter, row, latest) &&
    (category === null || row.official?.category === category) &&
    (approval === null || isApprovedBy(row, approval)) &&
    (query === '' || matches(haystackOf(row), query));
}

function isOf(filter: RowFilter, row: BookRow, latest: Latest): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'draft':
      return row.draft !== null;
    case 'review':
      return row.draft?.forReview === true;
    case 'mine':
      return row.editable;
    case 'wrong': {
      if (row.draft === null) return false;
      const report = latest(row);
      return report === undefined || report.stops + report.blanks > 0;
    }
    case 'submitted':
      return row.official !== null;
    case 'decided':
      return row.official !== null && row.official.outcome !== null;
    case 'approved':
      return row.official?.outcome === 'approved' || row.official?.outcome === 'cut';
    case 'returned':
    case 'refused':
      return row.official?.outcome === filter;
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
