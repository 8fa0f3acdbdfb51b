// The third step: every row with what would become of it and why, before anything is written.

import { Button, Checkbox, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { MOST_CHANGES } from '#shared/ipc/limits';
import { EmptyState } from '../../../ui/empty-state';
import type { GridColumn } from '../../../ui/grid-column';
import { Tag } from '../../../ui/tag';
import { useTellSaved } from '../../../ui/tell-saved';
import { VirtualGrid } from '../../../ui/virtual-grid';
import { FileNotes } from './file-notes';
import { type Desk, reasonText, saveBadRows } from './import-acts';
import type { JudgedRow } from './judge-rows';
import { RowDetail } from './row-detail';
import type { PlanImport, Stage } from './use-plan-import';

type Outcome = JudgedRow['outcome'];
type Shown = 'all' | Outcome;

export const OUTCOMES = {
  new: { label: '新增', tone: 'go' },
  changed: { label: '修改', tone: 'warn' },
  unchanged: { label: '不变', tone: 'plain' },
  bad: { label: '不能导入', tone: 'stop' },
} as const;

interface PreviewProps {
  readonly stage: Extract<Stage, { at: 'preview' }>;
  readonly desk: Desk;
  readonly office: string;
  readonly state: PlanImport;
}

export function PreviewRows({ stage, desk, office, state }: PreviewProps) {
  const { file, judgement, keepFilled } = stage;
  const { rows } = judgement;
  const tellSaved = useTellSaved();
  const [shown, setShown] = useState<Shown>('all');
  const [active, setActive] = useState(0);
  const counts = useMemo(() => countsOf(rows), [rows]);
  const listed = useMemo(() => (shown === 'all' ? rows : rows.filter(({ outcome }) => outcome === shown)), [rows, shown]);
  const usable = counts.new + counts.changed;
  const chosen = listed[Math.min(active, listed.length - 1)];

  const here = useRef<HTMLDivElement>(null);
  useEffect(() => { here.current?.focus(); }, []);

  return (
    <div ref={here} tabIndex={-1} className="import-preview">
      <FileNotes file={file} judgement={judgement} desk={desk} />
      <div className="import-bar">
        <Segmented<Shown>
          aria-label="显示哪些行"
          value={shown}
          onChange={(next) => { setShown(next); setActive(0); }}
          options={[
            { value: 'all', label: `全部 ${String(rows.length)}` },
            ...(Object.keys(OUTCOMES) as Outcome[]).map((value) => ({ value, label: `${OUTCOMES[value].label} ${String(counts[value])}` })),
          ]}
        />
        <Checkbox checked={keepFilled} onChange={({ target }) => { state.look({ ...file, source: file.source === 'guessed' ? 'remembered' : file.source }, target.checked); }}>
          空单元格不清除已填内容
        </Checkbox>
        <Button onClick={() => { state.rematch(file); }}>调整对应关系</Button>
      </div>
      <VirtualGrid
        key={shown}
        label="表格各行的核对结果"
        columns={COLUMNS}
        count={listed.length}
        rowAt={(at) => listed[at]}
        onActive={setActive}
        empty={
          rows.length === 0 ? (
            <EmptyState what="栏目名称下面没有内容。" why="请换一个工作表，或核对栏目名称在第几行。" action={{ label: '核对工作表和栏目', onClick: () => { state.rematch(file); } }} />
          ) : (
            <EmptyState what={shown === 'all' ? '没有这样的行。' : `没有“${OUTCOMES[shown].label}”的行。`} action={{ label: `显示全部 ${String(rows.length)} 行`, onClick: () => { setShown('all'); } }} />
          )
        }
      />
      {chosen !== undefined && <RowDetail row={chosen} />}
      <div className="import-next">
        <Button type="primary" disabled={usable === 0 || usable > MOST_CHANGES} loading={state.busy} onClick={state.commit}>
          {usable === 0 ? '没有可导入的行' : `导入可用的 ${String(usable)} 行`}
        </Button>
        {counts.bad > 0 && (
          <Button onClick={() => void tellSaved(saveBadRows(rows, file, desk, office))}>
            把有问题的 {counts.bad} 行另存为 Excel
          </Button>
        )}
        <span className="soft">{usable > MOST_CHANGES ? `一次最多导入 ${String(MOST_CHANGES)} 行，请把表格分成几个。` : usable > 0 ? '导入为草稿，可以一次撤销。' : ''}</span>
      </div>
    </div>
  );
}

export function countsOf(rows: readonly JudgedRow[]): Record<Outcome, number> {
  const counts = { new: 0, changed: 0, unchanged: 0, bad: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

const COLUMNS: readonly GridColumn<JudgedRow>[] = [
  { key: 'at', title: '行', width: '4em', align: 'end', render: ({ row }) => row.at },
  { key: 'outcome', title: '结果', width: '7em', render: ({ outcome }) => <Tag tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].label}</Tag> },
  { key: 'number', title: '编号', width: '8em', render: ({ number }) => number },
  { key: 'name', title: '项目名称', width: 'minmax(10em, 1fr)', render: ({ name }) => name },
  { key: 'why', title: '说明', width: 'minmax(16em, 2fr)', render: (row) => <Why row={row} /> },
];

function Why({ row }: { readonly row: JudgedRow }) {
  if (row.outcome === 'bad') return <span className="plan-open">{reasonText(row.reasons)}</span>;
  if (row.outcome === 'unchanged') return null;
  return (
    <>
      {row.hints.length > 0 && <span className="import-hint">请核实：{row.hints.map(({ title }) => title).join('、')}　</span>}
      {row.outcome === 'changed' ? row.changes.map(({ title }) => title).join('、') : row.numbered && <span className="soft">自动编号</span>}
    </>
  );
}
