// 导入 Excel: choose a file, match its columns where they are not ours, look at what would become of every row, import.

import { Button, Spin } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useStationState, useWorkplace } from '../../../bridge/station';
import { useUnsaved } from '../../../bridge/unsaved';
import type { RowOf } from '../../../data/db';
import { useLive } from '../../../data/live';
import { tookWords } from '../../../text/job-words';
import { FailureNotice } from '../../../ui/failure-notice';
import { Page } from '../../../ui/page';
import { useElapsed } from '../../../ui/use-elapsed';
import { usePlanYear } from '../plan-year';
import { readBuyers } from '../queries';
import { ChooseFile } from './choose-file';
import { DoneReport } from './done-report';
import { MatchColumns } from './match-columns';
import { PreviewRows } from './preview-rows';
import type { Desk } from './import-acts';
import { entryColumns } from './sheet-columns';
import { type Stage, usePlanImport } from './use-plan-import';
import './import.css';

export function PlanImportPage() {
  const { station } = useWorkplace();
  const buyers = useLive(() => readBuyers(station.stationId), [station.stationId]);
  if (buyers === undefined) return <div className="desk-loading" role="status">正在打开</div>;
  return <ImportDesk buyers={buyers} />;
}

function ImportDesk({ buyers }: { readonly buyers: readonly RowOf<'buyers'>[] }) {
  const { station, operatorId } = useWorkplace();
  const { operators } = useStationState().state;
  const navigate = useNavigate();
  const [year] = usePlanYear();
  const desk = useMemo(
    (): Desk => ({
      own: station.stationId,
      operator: operatorId,
      nameOf: (id) => operators.find((one) => one.id === id)?.name ?? '其他经办人',
      year,
      buyers,
      columns: entryColumns(buyers),
    }),
    [station.stationId, operatorId, operators, year, buyers],
  );
  const state = usePlanImport(desk);
  const { stage } = state;
  useUnsaved(isBegun(stage), 'import');

  return (
    <Page
      title={`导入 Excel：${String(year)} 年度计划`}
      intro={stage.at === 'choose' ? '选择填好的表格，先核对再导入；确认之前不会写入任何内容。' : `文件：${stage.at === 'reading' ? stage.name : stage.file.name}`}
      actions={
        <>
          {stage.at !== 'choose' && stage.at !== 'reading' && stage.at !== 'judging' && <Button onClick={state.startOver}>重新选择文件</Button>}
          <Button onClick={() => void navigate(`/plan?year=${String(year)}`)}>返回计划</Button>
        </>
      }
    >
      <FailureNotice failure={state.failure} onClose={state.clearFailure} />
      {stage.at === 'choose' && <ChooseFile desk={desk} office={station.name} onChoose={state.choose} />}
      {(stage.at === 'reading' || stage.at === 'judging') && (
        <Busy stage={stage} onStop={state.startOver} />
      )}
      {stage.at === 'match' && <MatchColumns key={stage.file.sheet} file={stage.file} desk={desk} state={state} />}
      {stage.at === 'preview' && <PreviewRows stage={stage} desk={desk} office={station.name} state={state} />}
      {stage.at === 'done' && <DoneReport stage={stage} desk={desk} office={station.name} state={state} />}
    </Page>
  );
}

/** There is something to lose: a file is being read or matched, or rows wait to be imported. */
function isBegun(stage: Stage): boolean {
  if (stage.at === 'preview') return stage.judgement.rows.some(({ outcome }) => outcome === 'new' || outcome === 'changed');
  return stage.at !== 'choose' && stage.at !== 'done';
}

function Busy({ stage, onStop }: { readonly stage: Extract<Stage, { at: 'reading' | 'judging' }>; readonly onStop: () => void }) {
  const elapsed = useElapsed(stage.since);
  const [step, verb] = stage.at === 'reading' ? ['正在读取表格', '已读取'] : ['正在逐行核对', '已核对'];
  const count = stage.at === 'reading' ? stage.read : { done: stage.done, total: stage.file.table.rows.length };
  return (
    <div className="import-busy">
      <Spin /> <span role="status">{step}</span>
      <span className="soft">
        {count !== null && `${verb} ${count.done.toLocaleString('zh-CN')} / ${count.total.toLocaleString('zh-CN')} 行　`}
        已用 {tookWords(elapsed)}
      </span>
      <Button onClick={onStop}>停止</Button>
    </div>
  );
}
