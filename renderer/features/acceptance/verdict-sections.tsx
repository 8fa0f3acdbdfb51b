// Who accepted, what the recipients say, what is deducted, and the verdict with what becomes payable.

import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { ACCEPTANCE_OUTCOMES } from '#shared/domain/acceptance';
import type { AcceptanceContext } from '#shared/domain/rules/acceptance/acceptance-rule';
import { acceptedValueFen } from '#shared/domain/rules/acceptance/payable';
import { ACCEPTANCE_OUTCOME_LABELS, MEMBER_SIDE_LABELS } from '../../text/acceptance';
import { AttachmentInput } from '../../ui/attachment-list';
import { RadioInput } from '../../ui/check-input';
import { Field } from '../../ui/field';
import { FindingLines } from '../../ui/finding-lines';
import { useFindings } from '../../ui/findings';
import { ChoiceInput, choicesOf, DateInput, LongTextInput, NumberTextInput, TextInput } from '../../ui/inputs';
import { Panel } from '../../ui/page';
import { RepeatRows } from '../../ui/repeat-rows';
import { toLoose } from './acceptance-convert';
import { type AcceptanceTyped, BLANK_MEMBER } from './acceptance-typed';

const SIDES = choicesOf(MEMBER_SIDE_LABELS);
const OUTCOMES = ACCEPTANCE_OUTCOMES.map((value) => ({ value, label: ACCEPTANCE_OUTCOME_LABELS[value] }));

export function HeadSection() {
  return (
    <Panel title="验收基本情况">
      <div className="form-grid">
        <Field<AcceptanceTyped> name="number" label="验收编号" required span={4}>
          {(field) => <TextInput control={field} maxLength={60} />}
        </Field>
        <Field<AcceptanceTyped> name="acceptedOn" label="验收日期" required span={4}>
          {(field) => <DateInput control={field} />}
        </Field>
      </div>
    </Panel>
  );
}

export function PeopleSections({ isPublic }: { readonly isPublic: boolean }) {
  return (
    <>
      <Panel title="验收人员">
        <RepeatRows<AcceptanceTyped, 'members'> name="members" rowLabel="人员" blank={() => ({ ...BLANK_MEMBER })} min={1} max={30}>
          {(index) => (
            <>
              <Field<AcceptanceTyped> name={`members.${index}.name`} label="姓名" required span={4}>
                {(field) => <TextInput control={field} maxLength={50} />}
              </Field>
              <Field<AcceptanceTyped> name={`members.${index}.post`} label="单位职务" required span={5}>
                {(field) => <TextInput control={field} maxLength={100} />}
              </Field>
              <Field<AcceptanceTyped> name={`members.${index}.side`} label="代表" required span={3}>
                {(field) => <ChoiceInput control={field} choices={SIDES} />}
              </Field>
            </>
          )}
        </RepeatRows>
      </Panel>
      <Panel title={isPublic ? '服务对象意见（公共服务必填）' : '服务对象意见（没有征求的留空）'}>
        <div className="form-grid">
          <Field<AcceptanceTyped> name="recipientOpinion.asked" label="征求人数" required={isPublic} span={3}>
            {(field) => <NumberTextInput control={field} suffix="人" />}
          </Field>
          <Field<AcceptanceTyped> name="recipientOpinion.content" label="满意人数" required={isPublic} span={3}>
            {(field) => <NumberTextInput control={field} suffix="人" />}
          </Field>
          <Field<AcceptanceTyped> name="recipientOpinion.words" label="意见内容" required={isPublic} span={6}>
            {(field) => <LongTextInput control={field} rows={2} maxLength={1000} />}
          </Field>
        </div>
      </Panel>
    </>
  );
}

export function VerdictSections({ context, operatorId }: { readonly context: AcceptanceContext; readonly operatorId: RecordId }) {
  const findings = useFindings('');
  return (
    <>
      <Panel title="扣款与应付">
        <div className="form-grid">
          <Field<AcceptanceTyped> name="deductionFen" label="扣款" span={4} hint="没有扣款的留空">
            {(field) => <NumberTextInput control={field} suffix="元" />}
          </Field>
          <Field<AcceptanceTyped> name="deductionReason" label="扣款依据" span={8} hint="有扣款的必须写明合同依据">
            {(field) => <LongTextInput control={field} rows={1} maxLength={500} />}
          </Field>
        </div>
        <Payable context={context} operatorId={operatorId} />
      </Panel>
      <Panel title="验收结论">
        <div className="form-grid">
          <Field<AcceptanceTyped> name="outcome" label="结论" required span={12}>
            {(field) => <RadioInput control={field} choices={OUTCOMES} />}
          </Field>
          <Field<AcceptanceTyped> name="attachments" label="验收书、照片等附件" span={12}>
            {(field) => <AttachmentInput control={field} />}
          </Field>
        </div>
        <FindingLines findings={[...findings, ...useFindings('acceptedBy'), ...useFindings('contractRev'), ...useFindings('contractId')]} />
      </Panel>
    </>
  );
}

/** 应付 = Σ 验收数量 × 合同单价 − 扣款, live. */
function Payable({ context, operatorId }: { readonly context: AcceptanceContext; readonly operatorId: RecordId }) {
  const { control } = useFormContext<AcceptanceTyped>();
  const typed = useWatch({ control }) as AcceptanceTyped;
  const findings = useFindings('payableFen');
  const { valueFen, deductionFen, payableFen } = useMemo(() => {
    const loose = toLoose(typed, context, operatorId);
    return { valueFen: acceptedValueFen(loose, context), deductionFen: loose.deductionFen, payableFen: loose.payableFen };
  }, [typed, context, operatorId]);

  return (
    <div className="payable">
      <dl>
        <dt>验收数量 × 合同单价</dt>
        <dd>{words(valueFen)}</dd>
        <dt>减：扣款</dt>
        <dd>{words(deductionFen)}</dd>
        <dt>应付</dt>
        <dd>
          <output className="payable-total" aria-label="应付金额">
            {words(payableFen)}
          </output>
          {payableFen !== undefined && <div>{toChineseAmountWithCurrency(payableFen)}</div>}
        </dd>
      </dl>
      <FindingLines findings={findings} />
    </div>
  );
}

function words(fen: number | undefined): string {
  return fen === undefined ? '—' : `${formatYuan(fen)} 元`;
}
