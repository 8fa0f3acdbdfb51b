// 回收站: drafts that were thrown away, by whom and when, and bringing them back. After thirty days they are not offered any more.

import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import type { DraftRow } from '../../data/db';
import { draftFacts } from '../../data/draft-facts';
import { BIN_DAYS, binDaysLeft, type Named, restoreFromBin, useBin } from '../../data/history';
import { formatMoment } from '../../text/format';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import type { GridColumn } from '../../ui/grid-column';
import type { GridTicks } from '../../ui/grid-ticks';
import { Page } from '../../ui/page';
import { VirtualGrid } from '../../ui/virtual-grid';

type BinRow = Named<DraftRow>;

const KIND_LABELS: { readonly [Kind in DraftRow['body']['kind']]: string } = {
  planItems: '计划项目',
  decisions: '审定',
  contracts: '合同',
  acceptances: '验收',
};
const SOON_DAYS = 7;

export default function BinPage() {
  const { message } = App.useApp();
  const rows = useBin();
  const [ticked, setTicked] = useState<ReadonlySet<RecordId>>(new Set());
  const [failure, setFailure] = useState<Failure | null>(null);
  const chosen = (rows ?? []).filter(({ id }) => ticked.has(id));

  const columns = useMemo((): readonly GridColumn<BinRow>[] => {
    const restore = async (id: RecordId) => {
      const result = await restoreFromBin([id]);
      setFailure(result.ok ? null : result.error);
      if (result.ok) void message.success('已还原，在原来的草稿列表中。');
    };
    return [
      { key: 'kind', title: '种类', width: '116px', render: ({ body }) => `${KIND_LABELS[body.kind]}${body.basedOnRev > 0 ? '（修订）' : ''}` },
      { key: 'year', title: '年度', width: '64px', render: ({ body }) => String(body.year) },
      { key: 'title', title: '编号和名称', width: 'minmax(180px, 3fr)', render: titleOf },
      { key: 'at', title: '删除时间', width: '152px', render: ({ at }) => formatMoment(at) },
      { key: 'by', title: '删除人', width: '88px', render: ({ name }) => name },
      { key: 'left', title: '还可保留', width: '92px', render: ({ at }) => <DaysLeft at={at} /> },
      {
        key: 'restore',
        title: '',
        width: '92px',
        render: (row) => (
          <Button aria-label={`还原${titleOf(row)}`} onClick={() => void restore(row.id)}>
            还原
          </Button>
        ),
      },
    ];
  }, [message]);

  const restoreChosen = async () => {
    const result = await restoreFromBin(chosen.map(({ id }) => id));
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setTicked(new Set());
    void message.success(`已还原 ${String(chosen.length)} 份，在原来的草稿列表中。`);
  };

  return (
    <Page
      title="回收站"
      intro={`删除的草稿保留 ${String(BIN_DAYS)} 天，期间可以还原；期满后不再列出。正式记录不会进入回收站。`}
      actions={
        <Button type="primary" disabled={chosen.length === 0} onClick={() => void restoreChosen()}>
          还原所选{chosen.length === 0 ? '' : ` ${String(chosen.length)} 份`}
        </Button>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <VirtualGrid<BinRow>
        label="回收站"
        columns={columns}
        count={rows?.length ?? 0}
        rowAt={(index) => rows?.[index]}
        ticks={ticksOf(rows ?? [], ticked, setTicked)}
        empty={rows === undefined ? '' : <EmptyState what="回收站是空的。" why={`删除的草稿会在这里保留 ${String(BIN_DAYS)} 天。`} />}
      />
    </Page>
  );
}

function DaysLeft({ at }: { readonly at: string }) {
  const days = binDaysLeft(at, Date.now());
  return days <= SOON_DAYS ? <b>仅 {days} 天</b> : <>{days} 天</>;
}

function titleOf({ body }: BinRow): string {
  const { number, name } = draftFacts(body);
  return [number, name].filter((part) => part !== '').join('　') || '（未命名）';
}

function ticksOf(rows: readonly BinRow[], ticked: ReadonlySet<RecordId>, setTicked: (ticked: ReadonlySet<RecordId>) => void): GridTicks<BinRow> {
  const count = rows.filter(({ id }) => ticked.has(id)).length;
  return {
    allLabel: rows.length === 0 ? null : '全选',
    all: count === 0 ? 'none' : count === rows.length ? 'all' : 'some',
    onTickAll: (on) => { setTicked(new Set(on ? rows.map(({ id }) => id) : [])); },
    labelOf: (row) => `选择${titleOf(row)}`,
    isTicked: ({ id }) => ticked.has(id),
    onTick: ({ id }, on) => {
      const next = new Set(ticked);
      if (on) next.add(id);
      else next.delete(id);
      setTicked(next);
    },
  };
}
