// The eight elements of a contract under their names in 80号文 三(四)3, then how it will be accepted and its text.

import { useFormContext, useWatch } from 'react-hook-form';
import { lastDayOfTerm } from '#shared/domain/rules/term';
import { AttachmentInput } from '../../ui/attachment-list';
import { CheckInput } from '../../ui/check-input';
import { Field } from '../../ui/field';
import { FindingLines } from '../../ui/finding-lines';
import { useFindings } from '../../ui/findings';
import { DateInput, LongTextInput } from '../../ui/inputs';
import { Panel } from '../../ui/page';
import { readDate } from '../../ui/typed-shapes';
import type { ContractTyped } from './contract-typed';
import { LinesSection } from './lines-section';
import { ScheduleSection } from './schedule-section';

export function ElementSections() {
  return (
    <>
      <LongText title="一、服务范围" name="scope" label="服务范围" hint="在哪里、为谁、提供哪些服务" max={2000} />
      <LongText title="二、标的" name="subject" label="标的" max={1000} />
      <LinesSection />
      <LongText title="四、质量要求" name="quality" label="质量要求" hint="验收时逐条对照" max={2000} />
      <TermSection />
      <ScheduleSection />
      <RightsSection />
      <LongText title="八、违约责任" name="breach" label="违约责任" max={1000} />
      <LongText title="验收方案" name="acceptanceScheme" label="验收方案" hint="谁来验收、何时、按什么标准" max={2000} />
      <Panel title="附件">
        <Field<ContractTyped> name="attachments" label="合同文本等" span={12} hint="签字盖章的合同文本扫描为 PDF">
          {(field) => <AttachmentInput control={field} />}
        </Field>
      </Panel>
    </>
  );
}

interface LongTextProps {
  readonly title: string;
  readonly name: 'scope' | 'subject' | 'quality' | 'breach' | 'acceptanceScheme';
  readonly label: string;
  readonly hint?: string;
  readonly max: number;
}

function LongText({ title, name, label, hint, max }: LongTextProps) {
  return (
    <Panel title={title}>
      <Field<ContractTyped> name={name} label={label} required span={12} {...(hint === undefined ? {} : { hint })}>
        {(field) => <LongTextInput control={field} maxLength={max} />}
      </Field>
    </Panel>
  );
}

/** 102号令第24条: these four together allow a term over one year. */
const CONDITIONS = [
  { name: 'longTerm.fixedContent', label: '内容相对固定' },
  { name: 'longTerm.continuous', label: '连续性强' },
  { name: 'longTerm.stableFunding', label: '经费来源稳定' },
  { name: 'longTerm.stablePrice', label: '价格变化幅度小' },
] as const;

function TermSection() {
  const { control } = useFormContext<ContractTyped>();
  const [starts, ends] = useWatch({ control, name: ['startsOn', 'endsOn'] });
  const findings = useFindings('longTerm');
  const startsOn = readDate(starts);
  const endsOn = readDate(ends);
  const isLong = startsOn !== undefined && endsOn !== undefined && endsOn > lastDayOfTerm(startsOn, 1);

  return (
    <Panel title="五、服务期限">
      <div className="form-grid">
        <Field<ContractTyped> name="startsOn" label="开始日期" required span={4}>
          {(field) => <DateInput control={field} />}
        </Field>
        <Field<ContractTyped>
          name="endsOn"
          label="结束日期"
          required
          span={4}
          {...(startsOn === undefined ? {} : { hint: `一年期到 ${lastDayOfTerm(startsOn, 1)} 止` })}
        >
          {(field) => <DateInput control={field} />}
        </Field>
      </div>
      {isLong && (
        <fieldset className="long-term">
          <legend>期限超过一年，须同时符合四个条件，最长三年：</legend>
          <div className="form-grid">
            {CONDITIONS.map(({ name, label }) => (
              <Field<ContractTyped> key={name} name={name} label={label} span={3}>
                {(field) => <CheckInput control={field}>符合</CheckInput>}
              </Field>
            ))}
          </div>
          <FindingLines findings={findings} />
        </fieldset>
      )}
    </Panel>
  );
}

function RightsSection() {
  return (
    <Panel title="七、权利义务">
      <div className="form-grid">
        <Field<ContractTyped> name="rights.buyer" label="购买主体的权利义务" required span={4}>
          {(field) => <LongTextInput control={field} rows={4} maxLength={1000} />}
        </Field>
        <Field<ContractTyped> name="rights.supplier" label="承接主体的权利义务" required span={4}>
          {(field) => <LongTextInput control={field} rows={4} maxLength={1000} />}
        </Field>
        <Field<ContractTyped> name="rights.recipients" label="服务对象的权利义务" required span={4}>
          {(field) => <LongTextInput control={field} rows={4} maxLength={1000} />}
        </Field>
      </div>
    </Panel>
  );
}
