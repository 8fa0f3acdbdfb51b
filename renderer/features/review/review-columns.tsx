// Columns of the review list. Standings are those of the rows on screen; a row whose standing is still being read shows none.

import { formatYuan } from '#shared/base/money';
import type { RecordId } from '#shared/base/ids';
import { findCatalogueItem } from '#shared/policy/catalogue';
import type { RowOf, Standing } from '../../data/db';
import type { GridColumn } from '../../ui/grid-column';
import { StandingTag } from '../../ui/standing-tag';
import { Tag } from '../../ui/tag';

export type ItemRow = RowOf<'planItems'>;

/** Answers where an item stands: null while nothing is decided, undefined while it is being read. */
export type StandingLookup = (id: RecordId) => Standing | null | undefined;

export function reviewColumns(buyerName: (id: RecordId) => string, standingOf: StandingLookup, isBegun: (id: RecordId) => boolean): readonly GridColumn<ItemRow>[] {
  return [
    { key: 'buyer', title: '购买主体', width: 'minmax(104px, 1.2fr)', render: (row) => buyerName(row.body.buyerId) },
    { key: 'number', title: '编号', width: '90px', render: (row) => row.body.number },
    { key: 'name', title: '项目名称', width: 'minmax(116px, 2fr)', render: (row) => row.body.name },
    {
      key: 'catalogue',
      title: '目录项',
      width: 'minmax(84px, 1fr)',
      render: (row) => findCatalogueItem(row.body.catalogueVersion, row.body.catalogueCode)?.name ?? row.body.catalogueCode,
    },
    { key: 'amount', title: '申报（元）', width: '124px', align: 'end', render: (row) => formatYuan(row.body.amountFen) },
    {
      key: 'approved',
      title: '审定（元）',
      width: '124px',
      align: 'end',
      render: (row) => {
        const standing = standingOf(row.id);
        if (standing?.current === true) return formatYuan(standing.approvedFen);
        return isBegun(row.id) ? <Tag tone="plain">有草稿</Tag> : '';
      },
    },
    {
      key: 'standing',
      title: '状态',
      width: '166px',
      render: (row) => {
        const standing = standingOf(row.id);
        return standing === undefined ? '' : <StandingTag standing={seenFromHere(standing)} />;
      },
    },
  ];
}

/** Seen from the finance office: an item that is held is received, until a decision stands. */
export function seenFromHere(standing: Standing | null) {
  return standing?.current === true
    ? ({ word: 'decided', outcome: standing.outcome, editing: false } as const)
    : ({ word: 'received', editing: false } as const);
}
