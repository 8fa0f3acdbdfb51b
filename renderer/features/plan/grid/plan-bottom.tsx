// Below the grid: the year's sums, which follow the typing, what was done last, whether it is saved, and the keys.

import { Switch } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { formatYuan, isFen, type MoneyUnit } from '#shared/base/money';
import { showMoneyIn } from '../../../bridge/settings';
import type { KeptState } from '../../../data/draft-keeper';
import { SavedNote, SavedTrouble } from '../../../ui/saved-note';
import { type Cell, useCell } from '../cell';
import { planTotals } from '../plan-rows';
import { PlanTotalsBar } from '../plan-totals-bar';
import { useBook } from './use-book';
import type { PlanGridState } from './use-plan-grid';

interface PlanBottomProps {
  readonly grid: PlanGridState;
  readonly unit: MoneyUnit;
  /** What was done last, in words. */
  readonly said: string;
}

export function PlanBottom({ grid, unit, said }: PlanBottomProps) {
  return (
    <div className="plan-bottom">
      <Totals grid={grid} unit={unit} />
      <label className="plan-unit">
        <Switch size="small" checked={unit === 'wan'} onChange={(inWan) => { showMoneyIn(inWan ? 'wan' : 'yuan'); }} /> 按万元
      </label>
      <span role="status">{said}</span>
      <Saved kept={grid.kept} />
    </div>
  );
}

export function PlanKeys() {
  return (
    <p className="plan-keys">
      F2 修改　F4 打开整表　F8 下一处问题　Ctrl+D 向下填充　Ctrl+Z 撤销　Ctrl+Shift+= 插入行　Ctrl+- 删除行　Alt+↓ 选择　Esc 后 Tab 离开表格
    </p>
  );
}

function Saved({ kept }: { readonly kept: Cell<KeptState> }) {
  return <SavedNote kept={useCell(kept)} />;
}

export function PlanSaveTrouble({ kept }: { readonly kept: Cell<KeptState> }) {
  return <SavedTrouble kept={useCell(kept)} />;
}

function Totals({ grid: { book, typing: cell }, unit }: Pick<PlanBottomProps, 'grid' | 'unit'>) {
  const rows = useDeferredValue(useBook(book, book.all));
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
      <PlanTotalsBar totals={isFen(amountFen) ? { ...totals, amountFen } : { ...totals, withinRange: false }} unit={unit} />
    </>
  );
}
