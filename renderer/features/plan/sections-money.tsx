// Form sections about money: slices by source and year that close to the fen, and where the item stands in the budget.

import { Button } from 'antd';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatYuan, parseYuan, trySumFen } from '#shared/base/money';
import { FUND_SOURCES } from '#shared/policy/code-lists';
import { ChoiceInput, choicesOf } from '../../ui/inputs';
import { RepeatRows } from '../../ui/repeat-rows';
import { amountOf } from './plan-convert';
import { FUND_ORIGINS } from './plan-fields';
import { PlanField, PlanFigure, PlanText } from './plan-item-fields';
import { blankFund, type FundTyped, type PlanTyped } from './plan-typed';

const SOURCES = choicesOf(FUND_SOURCES);
const ORIGINS = choicesOf(FUND_ORIGINS);

export function FundsSection({ year }: { readonly year: number }) {
  return (
    <div data-field="funds">
      <RepeatRows<PlanTyped, 'funds'> name="funds" rowLabel="资金" blank={() => blankFund(year)} min={1} max={40} actions={<FillUp />}>
        {(index) => <FundRow index={index} />}
      </RepeatRows>
      <FundSum />
    </div>
  );
}

function FundRow({ index }: { readonly index: number }) {
  const { control } = useFormContext<PlanTyped>();
  const origin = useWatch({ control, name: `funds.${index}.origin` });
  return (
    <>
      <PlanField name={`funds.${index}.source`} required span={4}>
        {(field) => <ChoiceInput control={field} choices={SOURCES} />}
      </PlanField>
      <PlanText name={`funds.${index}.year`} required span={2} maxLength={8} />
      <PlanFigure name={`funds.${index}.amount`} required span={3} suffix="元" />
      <PlanField name={`funds.${index}.origin`} required span={3}>
        {(field) => <ChoiceInput control={field} choices={ORIGINS} />}
      </PlanField>
      {origin === 'new' ? (
        <PlanText key="new" name={`funds.${index}.approvalDocument`} label="来源项目或批准文号" required span={12} maxLength={60} placeholder="新增资金：预算批复或追加文号" />
      ) : (
        <PlanText key="existing" name={`funds.${index}.fromProject`} label="来源项目或批准文号" required span={12} maxLength={100} placeholder="存量资金：从哪个项目调整而来" />
      )}
    </>
  );
}

/** Sum of the slices that can be read, and what is missing to the amount. */
function sumsOf(funds: readonly FundTyped[], quantity: string, unitPrice: string) {
  const fens = funds.map(({ amount }) => parseYuan(amount));
  const sum = trySumFen(fens.flatMap((fen) => (fen.ok ? [fen.value] : [])));
  const amountFen = amountOf({ quantity, unitPrice });
  const sumFen = sum.ok ? sum.value : undefined;
  return { sumFen, missingFen: sumFen === undefined || amountFen === undefined ? undefined : amountFen - sumFen };
}

function useSums() {
  const { control } = useFormContext<PlanTyped>();
  const [funds, quantity, unitPrice] = useWatch({ control, name: ['funds', 'quantity', 'unitPrice'] });
  return { funds, ...sumsOf(funds, quantity, unitPrice) };
}

function FundSum() {
  const { sumFen, missingFen } = useSums();
  return (
    <output className="plan-sum" aria-label="资金合计">
      <span>
        合计 <b className="number">{sumFen === undefined ? '—' : formatYuan(sumFen)}</b> 元
      </span>
      {missingFen === 0 && <span className="plan-closed">与项目金额一致</span>}
      {missingFen !== undefined && missingFen !== 0 && (
        <span className="plan-open">
          {missingFen > 0 ? '比项目金额少 ' : '比项目金额多 '}
          <b className="number">{formatYuan(Math.abs(missingFen))}</b> 元
        </span>
      )}
    </output>
  );
}

/** 补足差额: puts what is missing into the first empty slice, else adds it to the last one. */
function FillUp() {
  const { setValue } = useFormContext<PlanTyped>();
  const { funds, missingFen } = useSums();
  const target = fillTarget(funds, missingFen);
  return (
    <Button
      disabled={target === null}
      onClick={() => {
        if (target !== null) setValue(`funds.${target.index}.amount`, target.amount, { shouldDirty: true, shouldValidate: true });
      }}
    >
      补足差额
    </Button>
  );
}

export function fillTarget(funds: readonly FundTyped[], missingFen: number | undefined): { readonly index: number; readonly amount: string } | null {
  if (missingFen === undefined || missingFen === 0 || funds.length === 0) return null;
  const empty = funds.findIndex(({ amount }) => amount.trim() === '');
  const index = empty === -1 ? funds.length - 1 : empty;
  const held = empty === -1 ? parseYuan(funds[index]?.amount ?? '') : null;
  if (held !== null && !held.ok) return null;
  const fen = (held?.value ?? 0) + missingFen;
  return fen < 0 ? null : { index, amount: formatYuan(fen) };
}

export function BudgetSection() {
  return (
    <div className="form-grid">
      <PlanText name="budgetProject" required span={6} maxLength={100} hint="部门预算中的项目名称" />
      <PlanText name="budgetCode" span={6} maxLength={40} />
      <PlanText name="functionCode" span={6} maxLength={7} hint="3、5 或 7 位，如 2081005" />
      <PlanText name="economicCode" span={6} maxLength={5} hint="3 或 5 位，如 30227" />
    </div>
  );
}
