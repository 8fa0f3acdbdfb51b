import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/base/date';
import { budgetDeadline, firstBudgetDay, receiptDeadline } from '#shared/domain/deadlines/other-deadlines';
import { recordId } from '../samples';

const APPROVAL = { documentNumber: '某财预〔2026〕12号', decidedOn: '2026-03-10', approvedFen: 900 };

describe('budgetDeadline', () => {
  it('R082 gives twenty days from the approval', () => {
    expect(budgetDeadline(APPROVAL, '2026-03-11')).toMatchObject({
      dueOn: '2026-03-30',
      recordId: null,
      amountFen: 900,
      basis: { kind: 'clause', clause: 'L55', requirement: 'R082' },
    });
  });

  it('is silent before the law took force', () => {
    expect(budgetDeadline({ ...APPROVAL, decidedOn: '2014-12-31' }, '2015-01-01')).toBeNull();
    expect(budgetDeadline({ ...APPROVAL, decidedOn: '2015-01-01' }, '2015-01-01')).not.toBeNull();
  });

  it('falls silent exactly where the first day asked about ends', () => {
    const today = '2026-11-22';
    const first = firstBudgetDay(today);
    expect(budgetDeadline({ ...APPROVAL, decidedOn: first }, today)).not.toBeNull();
    expect(budgetDeadline({ ...APPROVAL, decidedOn: addDays(first, -1) }, today)).toBeNull();
  });

  it('has a key within 120 characters for the longest document number', () => {
    expect(budgetDeadline({ ...APPROVAL, documentNumber: '文'.repeat(60) }, '2026-03-11')?.key.length).toBeLessThanOrEqual(120);
  });
});

describe('receiptDeadline', () => {
  it('asks after ten days, as a reminder of this application', () => {
    expect(receiptDeadline(recordId(3), '2026-03-01')).toMatchObject({ dueOn: '2026-03-11', basis: { kind: 'house' } });
  });
});
