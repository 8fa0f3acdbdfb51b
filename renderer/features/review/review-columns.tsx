// Columns of the review list.

import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import type { GridColumn } from '../../ui/grid-column';
import { StandingTag } from '../../ui/standing-tag';
import { Tag } from '../../ui/tag';
import type { ReviewRow } from './queries';

/** `isBegun`: a decision on the item is being written. */
export function reviewColumns(isBegun: (id: RecordId) => boolean): readonly GridColumn<ReviewRow>[] {
  return [
    { key: 'buyer', title: '购买主体', width: 'minmax(104px, 1.2fr)', render: ({ buyer }) => buyer },
    { key: 'number', title: '编号', width: '90px', render: ({ number }) => number },
    { key: 'name', title: '项目名称', width: 'minmax(116px, 2fr)', render: ({ name }) => name },
    { key: 'catalogue', title: '目录项', width: 'minmax(84px, 1fr)', render: ({ catalogue }) => catalogue },
    { key: 'amount', title: '申报（元）', width: '124px', align: 'end', render: ({ amountFen }) => formatYuan(amountFen) },
    {
      key: 'approved',
      title: '审定（元）',
      width: '124px',
      align: 'end',
      render: ({ id, approvedFen }) => {
        if (approvedFen !== null) return formatYuan(approvedFen);
        return isBegun(id) ? <Tag tone="plain">有草稿</Tag> : '';
      },
    },
    { key: 'standing', title: '状态', width: '166px', render: ({ standing }) => <StandingTag standing={standing} /> },
  ];
}
