// The last step: what was imported, how to take it back, and what is left to do.

import { Button, Result } from 'antd';
import { useNavigate } from 'react-router';
import { useTellSaved } from '../../../ui/tell-saved';
import { type Desk, reasonText, saveBadRows } from './import-acts';
import { countsOf } from './preview-rows';
import type { PlanImport, Stage } from './use-plan-import';

interface DoneProps {
  readonly stage: Extract<Stage, { at: 'done' }>;
  readonly desk: Desk;
  readonly office: string;
  readonly state: PlanImport;
}

/** More are told by the table that can be saved. */
const SHOWN = 20;

export function DoneReport({ stage: { file, judgement, left }, desk, office, state }: DoneProps) {
  const navigate = useNavigate();
  const tellSaved = useTellSaved();
  const counts = countsOf(judgement.rows);
  return (
    <Result
      status="success"
      title={`已导入 ${String(counts.new + counts.changed)} 行：新增 ${String(counts.new)}，修改 ${String(counts.changed)}`}
      subTitle={`不变 ${String(counts.unchanged)} 行，有问题未导入 ${String(counts.bad)} 行。在计划页按 Ctrl+Z 可以一次撤销。`}
      extra={[
        <Button key="plan" type="primary" autoFocus onClick={() => void navigate(`/plan?year=${String(desk.year)}`)}>
          查看计划
        </Button>,
        counts.bad > 0 && (
          <Button key="bad" onClick={() => void tellSaved(saveBadRows(judgement.rows, file, desk, office))}>
            把有问题的 {counts.bad} 行另存为 Excel
          </Button>
        ),
        <Button key="more" onClick={state.startOver}>
          再导入一个文件
        </Button>,
      ]}
    >
      {left.length > 0 && (
        <section aria-label="没有写入的行">
          <p>核对之后有 {left.length} 行对应的项目有了变化，没有写入：</p>
          <ul>
            {left.slice(0, SHOWN).map((row) => (
              <li key={row.row.at}>
                第 {row.row.at} 行 {row.number} {row.name}：{reasonText(row.reasons)}
              </li>
            ))}
          </ul>
          {left.length > SHOWN && <p>另有 {left.length - SHOWN} 行，原因写在另存的表格里。</p>}
        </section>
      )}
    </Result>
  );
}
