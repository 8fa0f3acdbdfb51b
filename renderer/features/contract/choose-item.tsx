// 新建合同 begins here: an approved plan item, with what was approved and what its contracts already hold.

import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan } from '#shared/base/money';
import type { Failure } from '#shared/base/result';
import { isFinanceOffice } from '#shared/domain/office';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import type { GridColumn } from '../../ui/grid-column';
import { Page } from '../../ui/page';
import { StandingTag } from '../../ui/standing-tag';
import { VirtualGrid } from '../../ui/virtual-grid';
import { startContract } from './commands';
import { type ApprovedItem, readApprovedItems } from './queries';

export function ChooseItem() {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const items = useLive(() => readApprovedItems(station.stationId), [station.stationId]);
  const found = (items ?? []).filter(({ item: { body } }) => `${body.number} ${body.name}`.includes(query.trim()));

  const start = async (chosen: ApprovedItem) => {
    const started = await startContract(station.stationId, chosen);
    if (started.ok) void navigate(`/contracts/${started.value}/edit`, { replace: true });
    else setFailure(started.error);
  };

  const columns: readonly GridColumn<ApprovedItem>[] = [
    { key: 'number', title: '编号', width: '104px', render: ({ item }) => item.body.number },
    { key: 'name', title: '项目名称', width: 'minmax(140px, 2fr)', render: ({ item }) => item.body.name },
    { key: 'outcome', title: '批复', width: '152px', render: ({ outcome }) => <StandingTag standing={{ word: 'decided', outcome, editing: false }} /> },
    { key: 'approved', title: '审定（元）', width: '128px', align: 'end', render: ({ approvedFen }) => formatYuan(approvedFen) },
    { key: 'committed', title: '已签合同（元）', width: '136px', align: 'end', render: ({ committedFen }) => formatYuan(committedFen) },
    { key: 'left', title: '尚可签订（元）', width: '136px', align: 'end', render: ({ approvedFen, committedFen }) => formatYuan(approvedFen - committedFen) },
    {
      key: 'start',
      title: '',
      width: '74px',
      render: (row) => (
        <Button size="small" aria-label={`选用${row.item.body.name}，新建合同`} onClick={() => void start(row)}>
          选用
        </Button>
      ),
    },
  ];

  return (
    <Page
      title="新建合同：选择批复的项目"
      intro="只列出本单位现行版本已获同意或核减的项目；合同合计不得超过审定金额。"
      actions={
        <>
          <Input.Search aria-label="查找项目" placeholder="编号或名称" value={query} onChange={(event) => { setQuery(event.target.value); }} style={{ width: 220 }} />
          <Button onClick={() => void navigate('/contracts')}>返回列表</Button>
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <VirtualGrid<ApprovedItem>
        label="批复的项目"
        columns={columns}
        count={found.length}
        rowAt={(index) => found[index]}
        onOpen={(index) => {
          const chosen = found[index];
          if (chosen !== undefined) void start(chosen);
        }}
        empty={
          items === undefined ? (
            ''
          ) : items.length > 0 ? (
            <EmptyState what={`没有查到“${query}”。`} action={{ label: '清空查找', onClick: () => { setQuery(''); } }} />
          ) : (
            <EmptyState
              what="没有可以签订合同的项目。"
              why="计划经财政部门同意或核减以后，项目会出现在这里。"
              action={isFinanceOffice(station.officeKind) ? { label: '去审定计划', to: '/review' } : { label: '接收批复', to: '/exchange/receive' }}
            />
          )
        }
      />
    </Page>
  );
}
