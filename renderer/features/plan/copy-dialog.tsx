// 复制为新项目: into which year; the copy gets its own number and opens as a draft.

import { Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import type { Failure } from '#shared/base/result';
import { catalogueInForce } from '#shared/policy/catalogue';
import { useWorkplace } from '../../bridge/station';
import { db } from '../../data/db';
import { currentPlanYear } from '../../text/plan-year';
import { FailureNotice } from '../../ui/failure-notice';
import { YearSelect } from '../../ui/year-select';
import { useFocusReturn } from '../../ui/use-focus-return';
import { copyPlanItem } from './commands';
import { nextNumber, readDraft } from './drafts';
import { toTyped } from './plan-convert';
import type { PlanRow } from './plan-rows';
import { planYears } from './plan-year';
import { readTakenNumbers } from './queries';

export function CopyDialog({ row, onClose }: { readonly row: PlanRow; readonly onClose: () => void }) {
  useFocusReturn();
  const { station, operatorId } = useWorkplace();
  const navigate = useNavigate();
  const [year, setYear] = useState(() => currentPlanYear(Date.now()));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const copy = async () => {
    setBusy(true);
    const item = row.draft === null ? await db.planItems.get(row.id) : undefined;
    const from = row.draft !== null ? readDraft(row.draft.row.body, row.draft.row.by).typed : item === undefined ? null : toTyped(item.body);
    if (from === null) {
      onClose();
      return;
    }
    const into = {
      year,
      number: nextNumber(year, await readTakenNumbers(station.stationId, year)),
      catalogueVersion: catalogueInForce(todayInShanghai(Date.now()))?.id ?? from.catalogueVersion,
    };
    const { id, result } = await copyPlanItem(station.stationId, from, into, operatorId);
    setBusy(false);
    if (result.ok) void navigate(`/plan/${id}?year=${String(year)}`);
    else setFailure(result.error);
  };

  return (
    <Modal title={`复制“${row.number} ${row.name}”`} open okText="复制" cancelText="取消" confirmLoading={busy} onOk={() => void copy()} onCancel={onClose}>
      <p>
        <label htmlFor="copy-year">复制到</label>{' '}
        <YearSelect id="copy-year" value={year} years={planYears()} onChange={setYear} />
      </p>
      <p className="soft">编号自动接续；保密确认、排除事项和附件须重新填写，日期和资金年度请核对。</p>
      <FailureNotice failure={failure} />
    </Modal>
  );
}
