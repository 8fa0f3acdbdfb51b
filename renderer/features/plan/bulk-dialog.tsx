// 一并送审、定稿: every chosen draft is checked by itself; what may go on goes on under one confirmation, the rest says why not.

import { Alert, Checkbox, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { todayInShanghai } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { useStationState, useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { FailureNotice } from '../../ui/failure-notice';
import { useFocusReturn } from '../../ui/use-focus-return';
import { finalisePlanItems, handOverPlanDrafts } from './commands';
import type { PlanRow } from './plan-rows';
import { readBuyers, readSiblings } from './queries';
import { type Examined, examineDraft, toConfirm } from './submission';
import { usePlanYear } from './plan-year';

interface Candidate {
  readonly row: PlanRow;
  readonly examined: Examined;
}

export function BulkDialog({ rows, onClose }: { readonly rows: readonly PlanRow[]; readonly onClose: () => void }) {
  useFocusReturn();
  const { station, operatorId } = useWorkplace();
  const { operators } = useStationState().state;
  const own = station.stationId;
  const [year] = usePlanYear();
  const buyers = useLive(() => readBuyers(own), [own]);
  const siblings = useLive(() => readSiblings(own, year), [own, year]);
  const [confirmed, setConfirmed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const candidates = useMemo((): readonly Candidate[] => {
    if (buyers === undefined || siblings === undefined) return [];
    const today = todayInShanghai(Date.now());
    return rows.flatMap((row) =>
      row.draft === null ? [] : [{ row, examined: examineDraft(row.draft.row, operatorId, today, { buyers, siblings }) }],
    );
  }, [rows, buyers, siblings, operatorId]);

  const handOvers = candidates.filter(({ examined }) => examined.outcome === 'hand-over');
  const finals = candidates.filter(({ examined }) => examined.outcome === 'finalise');
  const warnings = finals.reduce((count, { examined }) => count + toConfirm(examined).length, 0);
  const able = handOvers.length + finals.length;

  const go = async () => {
    setBusy(true);
    setFailure(null);
    const handed = handOvers.flatMap(({ row, examined }) =>
      examined.outcome !== 'hand-over' || row.draft === null ? [] : [{ id: row.id, draft: examined.draft, basedOnRev: row.draft.row.body.basedOnRev }],
    );
    if (handed.length > 0) {
      const kept = await handOverPlanDrafts(handed);
      if (!kept.ok) return stop(kept.error);
    }
    const reviewed = finals.flatMap(({ examined }) => (examined.outcome === 'finalise' ? [examined.reviewed] : []));
    if (reviewed.length > 0) {
      const written = await finalisePlanItems(reviewed);
      if (!written.ok) return stop(written.error);
    }
    onClose();
  };
  const stop = (error: Failure) => {
    setBusy(false);
    setFailure(error);
  };
  const nameOf = (id: RecordId) => operators.find((operator) => operator.id === id)?.name ?? '编制人';

  return (
    <Modal
      title={`一并送审、定稿 ${String(rows.length)} 项`}
      open
      width={760}
      okText={able === 0 ? '没有可办理的' : `办理 ${String(able)} 项`}
      okButtonProps={{ disabled: able === 0 || (warnings > 0 && !confirmed) }}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <ul className="bulk-list">
        {candidates.map(({ row, examined }) => (
          <li key={row.id}>
            <span>
              {row.number} {row.name}
            </span>
            <BulkOutcome examined={examined} nameOf={nameOf} />
          </li>
        ))}
      </ul>
      {warnings > 0 && (
        <Checkbox checked={confirmed} onChange={({ target }) => { setConfirmed(target.checked); }}>
          请核实的 {warnings} 处已逐项核实
        </Checkbox>
      )}
      {handOvers.length > 0 && <Alert type="info" showIcon title="本人编制的只能送审，由另一位经办人登录后审核定稿。" />}
      <FailureNotice failure={failure} />
    </Modal>
  );
}

function BulkOutcome({ examined, nameOf }: { readonly examined: Examined; readonly nameOf: (id: RecordId) => string }) {
  const warnings = toConfirm(examined);
  switch (examined.outcome) {
    case 'blocked': {
      const stops = examined.problems.filter(({ severity }) => severity === 'block');
      return <span className="plan-open">须填写或改正 {stops.length} 处：{stops[0]?.sentence}</span>;
    }
    case 'hand-over':
      return <span className="plan-closed">本人编制，可送审</span>;
    case 'not-handed-over':
      return <span className="soft">{nameOf(examined.preparedBy)}还没有送审</span>;
    case 'finalise':
      return (
        <span>
          <span className="plan-closed">可审核定稿</span>
          {warnings.map(({ sentence }) => (
            <span key={sentence} className="bulk-warning">请核实：{sentence}</span>
          ))}
        </span>
      );
  }
}
