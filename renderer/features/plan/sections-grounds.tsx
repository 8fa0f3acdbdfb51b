// Form sections that give the grounds: goals, priority, duty and need, suitability and benefits, exclusions, method, attachments.

import { Checkbox } from 'antd';
import { todayInShanghai } from '#shared/base/date';
import { clauseById } from '#shared/policy/clauses';
import { INDICATOR_KINDS, methodsForServices, PROCUREMENT_METHODS, PROVIDER_TYPES } from '#shared/policy/code-lists';
import { exclusionsInForce } from '#shared/policy/exclusions';
import { AttachmentInput } from '../../ui/attachment-list';
import { CheckInput, RadioInput } from '../../ui/check-input';
import { ClauseButton } from '../../ui/clause-button';
import type { ControlProps } from '../../ui/field';
import { ChoiceInput, choicesOf } from '../../ui/inputs';
import { RepeatRows } from '../../ui/repeat-rows';
import { PlanDate, PlanField, PlanFigure, PlanLongText, PlanText } from './plan-item-fields';
import { BLANK_GOAL, type PlanTyped } from './plan-typed';

const SCORES = ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

export function GoalsSection() {
  return (
    <div data-field="goals">
      <RepeatRows<PlanTyped, 'goals'> name="goals" rowLabel="指标" blank={() => ({ ...BLANK_GOAL })} max={40} empty="至少要有数量、质量和服务对象满意度指标。">
        {(index) => (
          <>
            <PlanField name={`goals.${index}.kind`} required span={3}>
              {(control) => <ChoiceInput control={control} choices={choicesOf(INDICATOR_KINDS)} />}
            </PlanField>
            <PlanText name={`goals.${index}.name`} required span={5} maxLength={100} />
            <PlanText name={`goals.${index}.target`} required span={4} maxLength={100} placeholder="如 ≥1200 人次、≥90%" />
          </>
        )}
      </RepeatRows>
    </div>
  );
}

export function PrioritySection() {
  return (
    <div className="form-grid">
      <PlanField name="priority.livelihood" required span={4} hint="5 为最高">
        {(control) => <RadioInput control={control} choices={SCORES} buttons />}
      </PlanField>
      <PlanField name="priority.ease" required span={4}>
        {(control) => <RadioInput control={control} choices={SCORES} buttons />}
      </PlanField>
      <PlanField name="priority.key" required span={4}>
        {(control) => <RadioInput control={control} choices={SCORES} buttons />}
      </PlanField>
    </div>
  );
}

export function GroundsSection() {
  return (
    <div className="form-grid">
      <PlanText name="duty.document" required span={12} maxLength={100} hint="如三定规定、法律法规名称和条款" />
      <PlanLongText name="duty.item" required maxLength={500} rows={2} />
      <PlanLongText name="need.source" maxLength={500} rows={2} />
      <PlanFigure name="need.surveyedCount" span={3} suffix="个" />
      <PlanDate name="need.surveyedOn" span={3} />
      <PlanLongText name="need.conclusion" maxLength={1000} rows={2} />
    </div>
  );
}

export function SuitabilitySection() {
  return (
    <div className="form-grid">
      <PlanField name="suitability.marketFit" required span={6}>
        {(control) => <CheckInput control={control}>是</CheckInput>}
      </PlanField>
      <PlanField name="suitability.socialCapable" required span={6}>
        {(control) => <CheckInput control={control}>是</CheckInput>}
      </PlanField>
      <PlanLongText name="suitability.reason" required maxLength={500} rows={2} />
      <PlanLongText name="benefits.duty" required maxLength={500} rows={2} />
      <PlanLongText name="benefits.cost" required maxLength={500} rows={2} hint="要有数字，如比自办节约 12 万元" />
      <PlanLongText name="benefits.quality" required maxLength={500} rows={2} />
      <PlanField name="establishmentPledged" required span={12}>
        {(control) => <CheckInput control={control}>承诺：本项目不新设机构、不增加编制</CheckInput>}
      </PlanField>
    </div>
  );
}

export function ExclusionsSection() {
  return (
    <div className="form-grid">
      <PlanField name="exclusionsDenied" required span={12} label="逐项核对，不属于的打勾">
        {(control) => <ExclusionChecks control={control} />}
      </PlanField>
      <PlanLongText name="exclusionReview" maxLength={1000} hint="内容中出现上述事项的用词，或所选目录项带有警示时，说明为什么仍可购买" />
    </div>
  );
}

/** One tick per exclusion in force; ticking says: looked at, does not apply. */
function ExclusionChecks({ control }: { readonly control: ControlProps<never> }) {
  const { id, value, onChange, onBlur, ref, 'aria-describedby': describedBy } = control as unknown as ControlProps<readonly string[]>;
  const exclusions = exclusionsInForce(todayInShanghai(Date.now()));
  return (
    <div id={id} role="group" tabIndex={-1} aria-describedby={describedBy} className="exclusion-checks" ref={ref} onBlur={onBlur}>
      {exclusions.map(({ id: code, name, clause }, index) => (
        <div key={code} className="exclusion-check">
          {clause !== exclusions[index - 1]?.clause && (
            <div className="exclusion-source">
              {clauseById(clause).document} <ClauseButton clause={clause} />
            </div>
          )}
          <Checkbox
            checked={value.includes(code)}
            onChange={({ target }) => { onChange(target.checked ? [...value, code] : value.filter((one) => one !== code)); }}
          >
            {name}
          </Checkbox>
        </div>
      ))}
    </div>
  );
}

export function MethodSection() {
  const methods = methodsForServices(todayInShanghai(Date.now()));
  return (
    <div className="form-grid">
      <PlanField name="method" required span={4}>
        {(control) => <ChoiceInput control={control} choices={methods.map((value) => ({ value, label: PROCUREMENT_METHODS[value].label }))} />}
      </PlanField>
      <PlanFigure name="smeReserved" span={4} suffix="元" hint="不预留可不填" />
      <PlanField name="providerTypes" required span={12}>
        {(control) => <ChoiceInput control={control} choices={choicesOf(PROVIDER_TYPES)} multiple />}
      </PlanField>
    </div>
  );
}

export function AttachmentsSection() {
  return (
    <div className="form-grid">
      <PlanField name="attachments" span={12} label="PDF、PNG 或 JPEG 文件，每个不超过 200 MB">
        {(control) => <AttachmentInput control={control} />}
      </PlanField>
    </div>
  );
}
