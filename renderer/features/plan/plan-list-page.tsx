// The plan of a year: drafts and submitted projects in one grid that is typed in, search, totals, and what can be done with the chosen ones.

import { App, Button, Select, Switch } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan, isFen } from '#shared/base/money';
import { useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { useLive } from '../../data/live';
import { newRecordId } from '../../data/new-id';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { SavedNote, SavedTrouble } from '../../ui/saved-note';
import { SearchBox } from '../../ui/search-box';
import { createSheetView } from '../../ui/sheet/sheet-view';
import { YearSelect } from '../../ui/year-select';
import { BuyersBar } from './buyers-bar';
import { BulkDialog } from './bulk-dialog';
import { useCell } from './cell';
import { CopyDialog } from './copy-dialog';
import type { BookRow } from './grid/book-row';
import { acceptsRow, ROW_FILTERS, type RowFilter } from './grid/book-filter';
import { NAME_COLUMN, PlanGrid, usePlanSteps } from './grid/plan-grid';
import type { PlanGridModel } from './grid/plan-grid-model';
import { COLUMN_SETS, type ColumnSet } from './grid/sheet-columns';
import { type PlanGridState, usePlanGrid } from './grid/use-plan-grid';
import { PlanExcelButtons } from './import/excel-buttons';
import { planTotals } from './plan-rows';
import { PlanTotalsBar } from './plan-totals-bar';
import { planYears, usePlanYear } from './plan-year';
import { readBuyers } from './queries';

export function PlanListPage() {
  const { station, operatorId } = useWorkplace();
  const own = station.stationId;
  const navigate = useNavigate();
  const [year, setYear] = usePlanYear();
  const buyers = useLive(() => readBuyers(own), [own]);
  const create = () => void navigate(`/plan/${newRecordId(own)}?year=${String(year)}`);
  return (
    <Page
      title="年度购买服务计划"
      actions={
        <>
          <YearSelect label="计划年度" value={year} years={planYears()} onChange={setYear} />
          {buyers !== undefined && <PlanExcelButtons year={year} buyers={buyers} />}
          <Button type="primary" disabled={buyers?.length === 0} onClick={create}>
            新建项目
          </Button>
        </>
      }
    >
      {buyers !== undefined && (
        <>
          <BuyersBar buyers={buyers} />
          <PlanOfYear key={`${String(year)} ${operatorId}`} year={year} buyers={buyers} />
        </>
      )}
    </Page>
  );
}

type Acts = PlanGridModel & { readonly turn: (which: 'undo' | 'redo') => void };

function PlanOfYear({ year, buyers }: { readonly year: number; readonly buyers: readonly RowOf<'buyers'>[] }) {
  const { station, operatorId } = useWorkplace();
  const grid = usePlanGrid(station.stationId, operatorId, year, buyers);
  if (grid === undefined) return <div className="desk-loading" role="status">正在打开</div>;
  return <PlanDesk year={year} buyers={buyers} grid={grid} />;
}

function PlanDesk({ year, buyers, grid }: { readonly year: number; readonly buyers: readonly RowOf<'buyers'>[]; readonly grid: PlanGridState }) {
  const { book, kept, writer } = grid;
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const [view] = useState(() => createSheetView());
  const [acts, setActs] = useState<Acts | null>(null);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<RowFilter>('all');
  const [set, setSet] = useState<ColumnSet>('usual');
  const [inWan, setInWan] = useState(false);
  const [begun, setBegun] = useState(false);
  const [copying, setCopying] = useState<BookRow | null>(null);
  const [submitting, setSubmitting] = useState<readonly BookRow[] | null>(null);
  const [said, setSaid] = useState('');
  useSyncExternalStore(book.subscribe, book.version);
  const activeRow = useSyncExternalStore(view.subscribe, () => view.get().row);
  const saving = useCell(kept);

  useEffect(() => {
    book.filter({ accepts: acceptsRow(filter, query, grid.findings) });
  }, [book, grid.findings, filter, query]);

  const open = useCallback((row: BookRow) => void writer.settle().then(() => navigate(`/plan/${row.id}?year=${String(year)}`)), [writer, navigate, year]);
  const remove = useCallback(
    (rows: readonly BookRow[]) => {
      const own = rows.filter((row) => row.editable && row.draft !== null);
      const [first] = own;
      if (first === undefined) {
        setSaid('只能删除自己编制的草稿。');
        return;
      }
      modal.confirm({
        title: own.length === 1 ? `删除草稿“${first.number} ${first.name}”？` : `删除 ${String(own.length)} 项草稿？`,
        content: `${own.every(({ standing }) => standing.word === 'draft') ? '' : '已定稿的内容不变，只删除修改中的草稿。'}删除后可在回收站还原，也可按 Ctrl+Z 撤销。`,
        okText: '删除',
        okButtonProps: { danger: true },
        cancelText: '取消',
        onOk: () => {
          acts?.removeRows(own);
          void grid.reload();
        },
      });
    },
    [modal, acts, grid],
  );

  const shown = book.shown();
  const active = shown[activeRow] ?? null;
  const ticked = shown.filter((row) => row.ticked && row.draft !== null);
  const begin = () => {
    setBegun(true);
    view.go({ row: 0, column: NAME_COLUMN });
  };
  const nothing = book.all().length === 0 && !begun;
  return (
    <div className="plan-list">
      <div className="plan-toolbar">
        <SearchBox label="查找项目" placeholder="编号、名称、目录项或首字母" text={query} onSearch={setQuery} />
        <Select aria-label="筛选" value={filter} onChange={setFilter} popupMatchSelectWidth={false} options={Object.entries(ROW_FILTERS).map(([value, label]) => ({ value: value as RowFilter, label }))} />
        <Select aria-label="显示的列" value={set} onChange={setSet} popupMatchSelectWidth={false} options={Object.entries(COLUMN_SETS).map(([value, { label }]) => ({ value: value as ColumnSet, label }))} />
        <Button disabled={active === null} onClick={() => { if (active !== null) open(active); }}>
          打开
        </Button>
        <Button disabled={buyers.length === 0} onClick={() => { acts?.insertRow(book.shown().length); setBegun(true); view.go({ row: book.shown().length - 1, column: NAME_COLUMN }); }}>
          新增一行
        </Button>
        <Button disabled={active === null} onClick={() => { setCopying(active); }}>
          复制为新项目
        </Button>
        <Button danger disabled={active === null || active.draft === null} onClick={() => { if (active !== null) remove(ticked.length > 0 ? ticked : [active]); }}>
          删除草稿
        </Button>
        <StepButtons year={year} turn={acts?.turn} />
        <Button disabled={book.all().every(({ standing }) => standing.word === 'draft')} onClick={() => void navigate(`/print/plan?year=${String(year)}`)}>
          打印计划表
        </Button>
        <Button disabled={ticked.length === 0} onClick={() => { setSubmitting(ticked); }}>
          一并送审、定稿{ticked.length > 0 && `（${String(ticked.length)}）`}
        </Button>
      </div>
      <SavedTrouble kept={saving} />
      {nothing ? (
        <EmptyState
          what={`${String(year)} 年还没有项目。`}
          why="可以在表格中逐行填写，也可以从 Excel 或 WPS 整块粘贴。"
          {...(buyers.length === 0 ? {} : { action: { label: '编制第一个项目', onClick: begin } })}
        />
      ) : (
        <>
          <PlanGrid year={year} grid={grid} view={view} buyers={buyers} set={set} inWan={inWan} onOpen={open} onRemove={remove} onModel={setActs} say={setSaid} />
          {shown.length === 0 && book.all().length > 0 && <p className="soft" role="status">没有查到。换一个词，或清空查找框、筛选。</p>}
        </>
      )}
      <div className="plan-bottom">
        <Totals grid={grid} inWan={inWan} />
        <label className="plan-unit">
          <Switch size="small" checked={inWan} onChange={setInWan} /> 按万元
        </label>
        <span role="status">{said}</span>
        <SavedNote kept={saving} />
      </div>
      <p className="plan-keys">F2 修改　F4 打开整表　F8 下一处问题　Ctrl+D 向下填充　Ctrl+Z 撤销　Ctrl+Shift+= 插入行　Ctrl+- 删除行　Alt+↓ 选择　Esc 后 Tab 离开表格</p>
      {copying !== null && <CopyDialog row={copying} onClose={() => { setCopying(null); }} />}
      {submitting !== null && (
        <BulkDialog
          rows={submitting}
          onClose={() => {
            setSubmitting(null);
            book.tick(submitting.map(({ id }) => id), false);
          }}
        />
      )}
    </div>
  );
}

function StepButtons({ year, turn }: { readonly year: number; readonly turn: ((which: 'undo' | 'redo') => void) | undefined }) {
  const steps = usePlanSteps(year);
  return (
    <>
      <Button disabled={steps.undo === null} title={steps.undo === null ? '没有可以撤销的操作' : `撤销：${steps.undo}（Ctrl+Z）`} onClick={() => turn?.('undo')}>
        撤销
      </Button>
      <Button disabled={steps.redo === null} title={steps.redo === null ? '没有可以重做的操作' : `重做：${steps.redo}（Ctrl+Y）`} onClick={() => turn?.('redo')}>
        重做
      </Button>
    </>
  );
}

/** Follows what is being typed, a moment behind it. */
function Totals({ grid: { book, typing: cell }, inWan }: { readonly grid: PlanGridState; readonly inWan: boolean }) {
  useSyncExternalStore(book.subscribe, book.version);
  const rows = useDeferredValue(book.all());
  const typing = useDeferredValue(useCell(cell));
  const totals = useMemo(() => planTotals(rows), [rows]);
  if (totals.count === 0 && typing === null) return null;
  const amountFen = totals.amountFen + (typing === null ? 0 : (typing.nowFen ?? 0) - (typing.beforeFen ?? 0));
  return (
    <>
      {typing?.nowFen !== undefined && (
        <span>
          本行 <b className="number">{formatYuan(typing.nowFen)}</b> 元
        </span>
      )}
      <PlanTotalsBar totals={isFen(amountFen) ? { ...totals, amountFen } : { ...totals, withinRange: false }} inWan={inWan} />
    </>
  );
}
