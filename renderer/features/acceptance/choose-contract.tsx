// 新建验收 begins here: one of this station's contracts, with what was accepted so far.

import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan } from '#shared/base/money';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { EmptyState } from '../../ui/empty-state';
import type { GridColumn } from '../../ui/grid-column';
import { Page } from '../../ui/page';
import { VirtualGrid } from '../../ui/virtual-grid';
import { type OpenContract, readOwnContracts } from './queries';

export function ChooseContract() {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const contracts = useLive(() => readOwnContracts(station.stationId), [station.stationId]);
  const found = (contracts ?? []).filter(({ contract: { body } }) => `${body.number} ${body.name} ${body.supplier.name}`.includes(query.trim()));
  const open = ({ contract }: OpenContract) => void navigate(`/acceptances/new/${contract.id}`);

  const columns: readonly GridColumn<OpenContract>[] = [
    { key: 'number', title: '合同编号', width: 'minmax(196px, 1fr)', render: ({ contract }) => contract.body.number },
    { key: 'name', title: '合同名称', width: 'minmax(150px, 2fr)', render: ({ contract }) => contract.body.name },
    { key: 'supplier', title: '承接主体', width: 'minmax(110px, 1.4fr)', render: ({ contract }) => contract.body.supplier.name },
    { key: 'amount', title: '合同金额（元）', width: '136px', align: 'end', render: ({ contract }) => formatYuan(contract.body.amountFen) },
    { key: 'left', title: '未验收（元）', width: '126px', align: 'end', render: ({ contract, payableFen }) => formatYuan(contract.body.amountFen - payableFen) },
    {
      key: 'start',
      title: '',
      width: '74px',
      render: (row) => (
        <Button size="small" aria-label={`选用${row.contract.body.name}，办理验收`} onClick={() => { open(row); }}>
          选用
        </Button>
      ),
    },
  ];

  return (
    <Page
      title="新建验收：选择合同"
      actions={
        <>
          <Input.Search aria-label="查找合同" placeholder="编号、名称或承接主体" value={query} onChange={(event) => { setQuery(event.target.value); }} style={{ width: 240 }} />
          <Button onClick={() => void navigate('/acceptances')}>返回列表</Button>
        </>
      }
    >
      <VirtualGrid<OpenContract>
        label="合同"
        columns={columns}
        count={found.length}
        rowAt={(index) => found[index]}
        onOpen={(index) => {
          const chosen = found[index];
          if (chosen !== undefined) open(chosen);
        }}
        empty={
          contracts === undefined ? (
            ''
          ) : contracts.length > 0 ? (
            <EmptyState what={`没有查到“${query}”。`} action={{ label: '清空查找', onClick: () => { setQuery(''); } }} />
          ) : (
            <EmptyState what="没有可以验收的合同。" why="合同定稿以后会出现在这里。" action={{ label: '去看合同', to: '/contracts' }} />
          )
        }
      />
    </Page>
  );
}
