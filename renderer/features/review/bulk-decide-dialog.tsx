// The same decision on many items: in full, returned or refused, under one document number.

import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { todayInShanghai } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { useWorkplace } from '../../bridge/station';
import { newRecordId } from '../../data/new-id';
import { recordSecrecyStop, secretPlaces } from '../../data/secrecy-stop';
import { findingSentence } from '../../text/findings';
import { OUTCOME_LABELS } from '../../text/standing';
import { FailureNotice } from '../../ui/failure-notice';
import { Field } from '../../ui/field';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { ChoiceInput, DateInput, LongTextInput, TextInput } from '../../ui/inputs';
import { SavedTrouble } from '../../ui/saved-note';
import { type BulkOutcome, decideMany } from './commands';
import { rulingSchema, type RulingStored, type RulingTyped } from './ruling-schema';

const BULK_OUTCOMES = ['approved', 'returned', 'refused'] as const;

interface BulkDecideDialogProps {
  readonly open: boolean;
  readonly ids: readonly RecordId[];
  readonly onClose: (decided: boolean) => void;
}

export function BulkDecideDialog({ open, ids, onClose }: BulkDecideDialogProps) {
  const { station, operatorId } = useWorkplace();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<BulkOutcome | null>(null);
  /** The word of state secrecy that stands in the way. */
  const [stopped, setStopped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useTypedForm<RulingTyped, RulingStored>(rulingSchema, {
    outcome: 'approved',
    amountFen: '',
    opinion: '',
    documentNumber: '',
    decidedOn: todayInShanghai(Date.now()),
    fieldOpinions: {},
  });
  const outcome = useWatch({ control: form.control, name: 'outcome' });

  const close = () => {
    const decided = (result?.decided ?? 0) > 0;
    setResult(null);
    setStopped(null);
    setFailure(null);
    if (decided) form.reset();
    onClose(decided);
  };
  const submit = async (stored: RulingStored) => {
    const chosen = BULK_OUTCOMES.find((candidate) => candidate === stored.outcome);
    if (chosen === undefined) return;
    const [secret] = secretPlaces(stored);
    if (secret !== undefined) {
      await recordSecrecyStop(station.stationId, 'decisions', newRecordId(station.stationId), secret.path);
      setStopped(secret.word);
      return;
    }
    setStopped(null);
    setBusy(true);
    const { opinion, documentNumber, decidedOn } = stored;
    const reply = await decideMany(station.stationId, ids, { outcome: chosen, opinion, documentNumber, decidedOn }, operatorId);
    setBusy(false);
    if (!reply.ok) setFailure(reply.error);
    else if (reply.value.refused.length > 0) setResult(reply.value);
    else {
      setFailure(null);
      form.reset();
      onClose(true);
    }
  };

  return (
    <Modal
      title={`批量审定 ${String(ids.length)} 项`}
      open={open}
      width={720}
      okText={result === null ? `确定${OUTCOME_LABELS[outcome]}` : '知道了'}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => {
        if (result === null) void form.handleSubmit(submit)();
        else close();
      }}
      onCancel={close}
    >
      {result === null ? (
        <FormShell form={form} label="批量审定" onSubmit={submit}>
          <div className="form-grid">
            <Field<RulingTyped> name="outcome" label="审定结果" required span={4} hint="核减须逐项办理">
              {(field) => <ChoiceInput control={field} choices={BULK_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))} />}
            </Field>
            <Field<RulingTyped> name="documentNumber" label="批复文号" required span={4}>
              {(field) => <TextInput control={field} maxLength={60} />}
            </Field>
            <Field<RulingTyped> name="decidedOn" label="审定日期" required span={4}>
              {(field) => <DateInput control={field} />}
            </Field>
            <Field<RulingTyped> name="opinion" label="审定意见" required={outcome !== 'approved'} span={12}>
              {(field) => <LongTextInput control={field} maxLength={1000} />}
            </Field>
          </div>
          {outcome === 'approved' && <Alert type="info" showIcon title="各项按申报金额全额同意。" />}
          {stopped !== null && <SavedTrouble kept={{ phase: 'stopped', word: stopped }} />}
          <FailureNotice failure={failure} />
        </FormShell>
      ) : (
        <>
          <Alert type="warning" showIcon title={`已审定 ${String(result.decided)} 项，${String(result.refused.length)} 项没有审定：`} />
          <ul>
            {result.refused.map(({ subject, findings, drafted }) => (
              <li key={subject.item.id}>
                {subject.item.body.number} {subject.item.body.name}：
                {drafted && '已有一份未作出的审定，请打开这一项办理。'}
                {findings
                  .filter((finding) => finding.severity === 'block')
                  .map((finding) => findingSentence(finding))
                  .join('')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
