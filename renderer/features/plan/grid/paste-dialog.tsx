// What a pasted block would do, before it does it: counts, the cells that cannot stand with their reasons, and the first rows.

import { Alert, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { judgeMongolian } from '#shared/base/mongolian';
import { shownText } from '../../../tabular/choice-text';
import type { PastedCell, PastedRow, PastePlan } from '../../../tabular/paste';
import { useFocusReturn } from '../../../ui/use-focus-return';
import type { PlanTyped } from '../plan-typed';

const ROWS_SHOWN = 30;
const BAD_SHOWN = 100;

interface PasteDialogProps {
  readonly plan: PastePlan<PlanTyped>;
  readonly onAccept: (includeBad: boolean) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ plan, onAccept, onClose }: PasteDialogProps) {
  useFocusReturn();
  const [includeBad, setIncludeBad] = useState(false);
  const { newRows, changedRows, changedCells, badCells } = plan.counts;
  const bad = plan.rows.flatMap((row) => row.cells.filter(({ state }) => state === 'bad').map((cell) => ({ row, cell })));
  const privateCodes = plan.rows.flatMap(({ cells }) => cells).filter(({ column, state, after }) => column.key === 'mongolianName' && state !== 'same' && judgeMongolian(after) === 'private-codes').length;
  const nothing = newRows === 0 && changedCells === 0 && !(includeBad && badCells > 0);
  return (
    <Modal
      title="粘贴前核对"
      open
      width={920}
      okText={nothing ? '没有可以填入的内容' : '填入'}
      cancelText="取消"
      okButtonProps={{ disabled: nothing, autoFocus: true }}
      onOk={() => { onAccept(includeBad); }}
      onCancel={onClose}
    >
      <p className="paste-counts" role="status">
        <span>新增 <b>{newRows}</b> 行</span>
        <span>修改 <b>{changedRows}</b> 行、<b>{changedCells}</b> 格</span>
        <span data-bad={badCells > 0 || undefined}>有问题 <b>{badCells}</b> 格</span>
        <span className="soft">填入后可以一次撤销（Ctrl+Z）</span>
      </p>
      {plan.byTitle && <p className="soft">第一行是列名，已按列名对应各列。</p>}
      {plan.reckoned.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`对着“${plan.reckoned.join('”“')}”的内容不填入`}
          description="这些列由系统填写。请核对下面的列是否对应；从 Excel 或 WPS 复制时连同列名一起复制，就按列名对应。"
        />
      )}
      {plan.ignored.length > 0 && <Alert type="info" showIcon title={`没有对应的列，不填入：${plan.ignored.slice(0, 12).join('、')}`} />}
      {privateCodes > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`请核实：${String(privateCodes)} 格蒙古文名称用的是旧的私有编码（如蒙科立编码）`}
          description="内容照原样填入，在别的电脑上不能正确显示；请改用国际编码的蒙古文输入法重新录入。"
        />
      )}
      {bad.length > 0 && (
        <>
          <ul className="paste-bad" tabIndex={0} aria-label="有问题的单元格">
            {bad.slice(0, BAD_SHOWN).map(({ row, cell }) => (
              <li key={`${String(row.index)} ${cell.column.key}`}>
                第 {row.index + 1} 行“{cell.column.title}”：<b>{brief(cell.after)}</b>　{cell.reason}
              </li>
            ))}
            {bad.length > BAD_SHOWN && <li>…… 另有 {bad.length - BAD_SHOWN} 格</li>}
          </ul>
          <Checkbox checked={includeBad} onChange={({ target }) => { setIncludeBad(target.checked); }}>
            有问题的也先按原样填入，以后在表格中改正（只读的行和涉密的内容除外）
          </Checkbox>
        </>
      )}
      <PastePreview rows={plan.rows.slice(0, ROWS_SHOWN)} total={plan.rows.length} />
    </Modal>
  );
}

function PastePreview({ rows, total }: { readonly rows: readonly PastedRow<PlanTyped>[]; readonly total: number }) {
  const columns = rows[0]?.cells.map(({ column }) => column).filter(({ derived }) => derived !== true) ?? [];
  return (
    <div className="paste-preview" tabIndex={0} role="region" aria-label="粘贴后的样子">
      <table>
        <thead>
          <tr>
            <th>行</th>
            {columns.map(({ key, title }) => (
              <th key={key}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index}>
              <th>{row.isNew ? '新' : row.index + 1}</th>
              {row.cells.filter(({ column }) => column.derived !== true).map((cell) => (
                <PreviewCell key={cell.column.key} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && <p className="soft">只列出前 {rows.length} 行，共 {total} 行。</p>}
    </div>
  );
}

const STATES = { same: '', changed: '改', bad: '✕' } as const;

function PreviewCell({ cell }: { readonly cell: PastedCell<PlanTyped> }) {
  const { state, before, after, column, reason } = cell;
  return (
    <td data-state={state} title={reason ?? (state === 'changed' && before !== '' ? `原为：${brief(shownText(column, before))}` : undefined)}>
      {state !== 'same' && before !== '' && <span className="paste-state">{STATES[state]}</span>}
      {state === 'bad' && before === '' && <span className="paste-state">{STATES.bad}</span>}
      {brief(shownText(column, after))}
    </td>
  );
}

function brief(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
