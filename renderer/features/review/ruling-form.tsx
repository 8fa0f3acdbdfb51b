// The ruling on one item: opinions beside fields, outcome, amount, document number, checked by the rules before it is written.

import { App, Button, Flex, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import { formatYuan } from '#shared/base/money';
import type { Failure } from '#shared/base/result';
import { DECISION_OUTCOMES } from '#shared/domain/decision';
import { hasBlocking } from '#shared/domain/finding';
import { useWorkplace } from '../../bridge/station';
import { planItemSheet } from '../../text/plan-item-sheet';
import { OUTCOME_LABELS } from '../../text/standing';
import { FailureNotice } from '../../ui/failure-notice';
import { Field } from '../../ui/field';
import { FindingLines } from '../../ui/finding-lines';
import { FindingsProvider, toFindingViews } from '../../ui/findings';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { ChoiceInput, DateInput, LongTextInput, NumberTextInput, TextInput } from '../../ui/inputs';
import { Panel } from '../../ui/page';
import { RecordSheet } from '../../ui/record-sheet';
import { checkRuling, decide, decisionFor } from './commands';
import type { ReviewSubject } from './queries';
import { fieldOpinionKey, rulingSchema, type RulingStored, type RulingTyped } from './ruling-schema';

export function RulingForm({ subject }: { readonly subject: ReviewSubject }) {
  const { station, operatorId } = useWorkplace();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { item } = subject;
  const sections = useMemo(() => planItemSheet(item.body), [item.body]);
  const form = useTypedForm<RulingTyped, RulingStored>(rulingSchema, {
    outcome: 'approved',
    amountFen: formatYuan(item.body.amountFen),
    opinion: '',
    documentNumber: '',
    decidedOn: todayInShanghai(Date.now()),
    fieldOpinions: {},
  });

  const typed = useWatch({ control: form.control }) as RulingTyped;
  const findings = useMemo(() => {
    const parsed = rulingSchema.safeParse(typed);
    return parsed.success ? checkRuling(subject, decisionFor(subject, parsed.data, operatorId)) : [];
  }, [typed, subject, operatorId]);
  const views = toFindingViews(findings);

  const submit = async (stored: RulingStored) => {
    const decision = decisionFor(subject, stored, operatorId);
    if (hasBlocking(checkRuling(subject, decision))) return;
    const reply = await decide(station.stationId, decision);
    if (reply.ok) void navigate('/review');
    else setFailure(reply.error);
  };
  const confirm = (stored: RulingStored) => {
    if (hasBlocking(checkRuling(subject, decisionFor(subject, stored, operatorId)))) return;
    void modal.confirm({
      title: `${OUTCOME_LABELS[stored.outcome]}：${item.body.name}`,
      content: `审定金额 ${formatYuan(stored.amountFen)} 元，文号 ${stored.documentNumber}。定稿后不能更改，是否确定？`,
      okText: '确定',
      cancelText: '再看看',
      onOk: () => submit(stored),
    });
  };

  return (
    <FindingsProvider findings={views}>
      <FormShell form={form} label="审定" onSubmit={confirm}>
        <Flex vertical gap="middle">
          <Panel title="送审内容">
            <RecordSheet
              sections={sections}
              remark={(field, label) =>
                opened.has(field) ? (
                  <Controller
                    control={form.control}
                    name={`fieldOpinions.${fieldOpinionKey(field)}`}
                    defaultValue=""
                    render={({ field: box }) => (
                      <Input.TextArea {...box} autoFocus autoSize aria-label={`对“${label}”的意见`} maxLength={500} placeholder="对这一栏的意见" />
                    )}
                  />
                ) : (
                  <Button
                    type="link"
                    size="small"
                    style={{ padding: 0 }}
                    aria-label={`对“${label}”提意见`}
                    onClick={() => { setOpened(new Set([...opened, field])); }}
                  >
                    提意见
                  </Button>
                )
              }
            />
          </Panel>
          <Panel title="审定">
            <div className="form-grid">
              <Field<RulingTyped> name="outcome" label="审定结果" required span={3}>
                {(field) => (
                  <ChoiceInput
                    control={{
                      ...field,
                      onChange: (outcome: RulingTyped['outcome']) => {
                        form.setValue('outcome', outcome);
                        form.setValue('amountFen', amountFor(outcome, item.body.amountFen));
                      },
                    }}
                    choices={DECISION_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
                  />
                )}
              </Field>
              <Field<RulingTyped> name="amountFen" label="审定金额" required span={3} hint={`申报 ${formatYuan(item.body.amountFen)} 元`}>
                {(field) => <NumberTextInput control={field} suffix="元" />}
              </Field>
              <Field<RulingTyped> name="documentNumber" label="批复文号" required span={3}>
                {(field) => <TextInput control={field} maxLength={60} />}
              </Field>
              <Field<RulingTyped> name="decidedOn" label="审定日期" required span={3}>
                {(field) => <DateInput control={field} />}
              </Field>
              <Field<RulingTyped> name="opinion" label="审定意见" span={12} hint="核减、退回或不予同意的，写明理由">
                {(field) => <LongTextInput control={field} maxLength={1000} />}
              </Field>
            </div>
            <FindingLines findings={views.filter((view) => !(view.field in typed))} />
            <FailureNotice failure={failure} />
            <Button type="primary" htmlType="submit" style={{ marginTop: 8 }}>
              作出审定
            </Button>
          </Panel>
        </Flex>
      </FormShell>
    </FindingsProvider>
  );
}

function amountFor(outcome: RulingTyped['outcome'], requestedFen: number): string {
  if (outcome === 'approved') return formatYuan(requestedFen);
  return outcome === 'cut' ? '' : '0';
}
