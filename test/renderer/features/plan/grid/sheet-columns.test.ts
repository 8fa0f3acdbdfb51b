// The grid's columns: what is shown may change its unit, what is summed, ordered and edited does not.
import { describe, expect, it } from 'vitest';
import { createPlanFindings } from '../../../../../renderer/features/plan/grid/plan-findings';
import { planSheetColumns } from '../../../../../renderer/features/plan/grid/sheet-columns';
import { PLAN_COLUMNS } from '../../../../../renderer/features/plan/plan-columns';
import { bookOfFour, submittedOf } from './support';

describe('planSheetColumns', () => {
  it('shows approved amounts in 万元 and keeps their text in yuan', () => {
    const findings = createPlanFindings(bookOfFour());
    const row = { ...submittedOf(4), approvedFen: 123_450_000 };
    const approvedOf = (inWan: boolean) => planSheetColumns({ columns: PLAN_COLUMNS, set: 'all', inWan, anyApproved: true, findings, tickAll: () => null }).find(({ key }) => key === 'approved');
    expect([approvedOf(true)?.text(row), approvedOf(true)?.title]).toEqual(['1,234,500.00', '审定（万元）']);
    expect(approvedOf(true)?.shown(row)).toContain('123.45');
    expect(approvedOf(false)?.shown(row)).toBe('1,234,500.00');
    expect(approvedOf(true)?.text({ ...row, approvedFen: null })).toBe('');
  });
});
