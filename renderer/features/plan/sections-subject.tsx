// Form sections that say what is bought: basics, catalogue and contents, quantity and price, term and recipients.

import { useFormContext, useWatch } from 'react-hook-form';
import { Alert } from 'antd';
import { toChineseAmount } from '#shared/base/chinese-amount';
import { formatYuan } from '#shared/base/money';
import { todayInShanghai } from '#shared/base/date';
import { CATCH_ALL_CODE, catalogueInForce, findCatalogueItem } from '#shared/policy/catalogue';
import type { RowOf } from '../../data/db';
import { CatalogueSelect, ProcurementCodeSelect } from '../../ui/catalogue-select';
import { CheckInput } from '../../ui/check-input';
import { FindingLines } from '../../ui/finding-lines';
import { useFindings } from '../../ui/findings';
import { ChoiceInput } from '../../ui/inputs';
import { MongolianInput } from '../../ui/mongolian';
import { amountOf } from './plan-convert';
import { PlanDate, PlanField, PlanFigure, PlanLongText, PlanText } from './plan-item-fields';
import type { PlanTyped } from './plan-typed';

export function BasicsSection({ buyers }: { readonly buyers: readonly RowOf<'buyers'>[] }) {
  return (
    <div className="form-grid">
      <PlanField name="buyerId" required span={6}>
        {(control) => <ChoiceInput control={control} choices={buyers.map(({ id, body }) => ({ value: id, label: body.name }))} />}
      </PlanField>
      <PlanText name="number" required span={6} maxLength={30} hint="本单位本年内不重复，可以改" />
      <PlanText name="name" required span={12} maxLength={100} />
      <PlanField name="mongolianName" span={12}>
        {(control) => <MongolianInput control={control} />}
      </PlanField>
      <PlanField name="notConfidential" required span={12}>
        {(control) => <CheckInput control={control}>已核对：本项目的名称、内容和附件不涉及国家秘密</CheckInput>}
      </PlanField>
    </div>
  );
}

const NO_CODES: readonly string[] = [];

export function ContentsSection() {
  const { control: form, setValue } = useFormContext<PlanTyped>();
  const [catalogueVersion, catalogueCode] = useWatch({ control: form, name: ['catalogueVersion', 'catalogueCode'] });
  const catalogue = catalogueInForce(todayInShanghai(Date.now()));
  const chosen = findCatalogueItem(catalogueVersion, catalogueCode);

  return (
    <div className="form-grid">
      <PlanField name="catalogueCode" required span={12}>
        {(control) =>
          catalogue === null ? (
            <span id={control.id}>今天没有生效的目录。</span>
          ) : (
            <CatalogueSelect
              catalogue={catalogue}
              control={{
                ...control,
                // The item is chosen from the version in force; both are kept together.
                onChange: (code) => {
                  setValue('catalogueVersion', catalogue.id);
                  control.onChange(code);
                },
              }}
            />
          )
        }
      </PlanField>
      {chosen !== null && chosen.warning !== null && <Alert className="span-all" type="warning" showIcon title={chosen.warning} />}
      {catalogueCode === CATCH_ALL_CODE && (
        <>
          <PlanText name="otherService.name" required span={6} maxLength={100} />
          <PlanText name="otherService.consentDocument" required span={6} maxLength={60} />
          <PlanLongText name="otherService.reason" required maxLength={500} />
        </>
      )}
      <PlanField name="procurementCode" span={12}>
        {(control) => <ProcurementCodeSelect control={control} suggested={chosen?.suggestedProcurementCodes ?? NO_CODES} />}
      </PlanField>
      <PlanLongText name="content" required maxLength={4000} rows={4} hint="细化到做什么、怎么做、达到什么要求" />
    </div>
  );
}

export function AmountsSection() {
  return (
    <div className="form-grid">
      <PlanFigure name="quantity" required span={4} suffix="" hint="最多四位小数" />
      <PlanText name="unit" required span={4} maxLength={20} placeholder="人次、户、场、小时" />
      <PlanFigure name="unitPrice" required span={4} suffix="元" />
      <AmountLine />
      <PlanLongText name="costBasis" required maxLength={2000} hint="单价和数量怎样测算得出" />
    </div>
  );
}

/** quantity × unit price while typing, in figures and capital numerals. */
function AmountLine() {
  const { control } = useFormContext<PlanTyped>();
  const [quantity, unitPrice] = useWatch({ control, name: ['quantity', 'unitPrice'] });
  const amountFen = amountOf({ quantity, unitPrice });
  return (
    <div className="plan-amount span-all" data-field="amount" tabIndex={-1}>
      <output aria-label="金额">
        <span>金额</span>
        <b className="number">{amountFen === undefined ? '—' : formatYuan(amountFen)}</b>
        <span>元</span>
        {amountFen !== undefined && <span className="soft">人民币{toChineseAmount(amountFen)}</span>}
      </output>
      <FindingLines findings={useFindings('amount')} />
    </div>
  );
}

export function TermSection() {
  return (
    <div className="form-grid">
      <PlanDate name="startsOn" required span={3} />
      <PlanDate name="endsOn" required span={3} />
      <PlanText name="place" required span={6} maxLength={100} />
      <PlanText name="recipients.group" required span={5} maxLength={100} hint="如城镇特困老年人；不写个人姓名" />
      <PlanFigure name="recipients.count" required span={3} suffix="人" />
      <PlanText name="recipients.area" required span={4} maxLength={100} hint="旗县、苏木乡镇或社区" />
    </div>
  );
}
