// Figures stand by their size, whatever their kind and however they were typed.
import { describe, expect, it } from 'vitest';
import { createPlanFindings } from '../../../../../renderer/features/plan/grid/plan-findings';
import { compareBy } from '../../../../../renderer/features/plan/grid/plan-order';
import { planSheetColumns } from '../../../../../renderer/features/plan/grid/sheet-columns';
import { PLAN_COLUMNS } from '../../../../../renderer/features/plan/plan-columns';
import { bookOfFour, draftOf } from './support';

const findings = createPlanFindings(bookOfFour());
const columns = planSheetColumns({ columns: PLAN_COLUMNS, set: 'all', inWan: false, anyApproved: false, findings, tickAll: () => null });

function sorted(key: 'quantity' | 'unitPrice' | 'name', texts: readonly string[], direction: 'ascending' | 'descending' = 'ascending'): readonly string[] {
  const column = columns.find((one) => one.key === key)!;
  return texts.map((text, index) => draftOf(index + 1, { [key]: text })).sort(compareBy(column, direction)).map(({ typed }) => typed[key]);
}

describe('compareBy', () => {
  it('orders quantities with one decimal and with four on one scale', () => {
    expect(sorted('quantity', ['20', '1.2345', '3.5', '1,200'])).toEqual(['1.2345', '3.5', '20', '1,200']);
  });

  it('puts what is no figure behind the figures, and empty cells last either way', () => {
    expect(sorted('unitPrice', ['', '面议', '9.9', '1,000.00', '￥20'])).toEqual(['9.9', '￥20', '1,000.00', '面议', '']);
    expect(sorted('unitPrice', ['', '面议', '9.9', '1,000.00'], 'descending')).toEqual(['面议', '1,000.00', '9.9', '']);
  });

  it('orders words as a Chinese dictionary, numbers in them by size', () => {
    expect(sorted('name', ['养老10', '法律援助', '养老9'])).toEqual(['法律援助', '养老9', '养老10']);
  });
});
