import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/base/date';
import { type ContractFacts, contractDeadlines, signingDeadline } from '#shared/domain/deadlines/contract-deadlines';
import { byDueDate, daysLeft, type DeadlineKind, groupOf, isNear } from '#shared/domain/deadlines/deadline';
import { quietAfter } from '#shared/domain/deadlines/quiet';
import { recordId } from '../samples';

const CONTRACT: ContractFacts = {
  id: recordId(1),
  signedOn: '2026-02-12',
  startsOn: '2026-03-01',
  endsOn: '2026-12-31',
  filingNumber: '',
  method: 'consultation',
  amountFen: 1_000_000,
  supplierType: 'P3',
  schedule: [
    { kind: 1, dueOn: '2026-03-10', amountFen: 300_000, condition: '签订后' },
    { kind: 3, dueOn: '2027-01-15', amountFen: 700_000, condition: '验收后' },
  ],
  acceptances: [],
};

const on = (today: string, changes: Partial<ContractFacts> = {}) => contractDeadlines({ ...CONTRACT, ...changes }, today);
const find = (kind: DeadlineKind, today: string, changes: Partial<ContractFacts> = {}) => on(today, changes).find((one) => one.kind === kind);

describe('contractDeadlines', () => {
  it('asks for publication within two working days and counts the make-up Saturday', () => {
    const publish = find('contract-publish', '2026-02-13');
    expect(publish).toMatchObject({ dueOn: '2026-02-14', startedOn: '2026-02-12', basis: { kind: 'clause', clause: 'L33' } });
    expect(publish?.reckoning).toMatchObject({ unit: 'working-days', count: { days: 2, makeUpDays: ['2026-02-14'] } });
  });

  it('asks for filing within seven working days, past the Spring Festival, until there is a filing number', () => {
    expect(find('contract-file', '2026-02-13')).toMatchObject({ dueOn: '2026-02-28', basis: { kind: 'clause', clause: 'L21' } });
    expect(find('contract-file', '2027-02-28')?.dueOn).toBe('2026-02-28');
    expect(find('contract-file', '2026-02-13', { filingNumber: '备〔2026〕1号' })).toBeUndefined();
  });

  it('falls silent about a publication ninety days after its day, not a day earlier', () => {
    expect(find('contract-publish', '2026-05-15')).toBeDefined();
    expect(find('contract-publish', '2026-05-16')).toBeUndefined();
  });

  it('binds only contracts of procurement, from the day the rule took force', () => {
    expect(find('contract-publish', '2015-02-28', { signedOn: '2015-02-28' })).toBeUndefined();
    expect(find('contract-publish', '2015-03-01', { signedOn: '2015-03-01' })).toBeDefined();
    expect(on('2015-03-01', { signedOn: '2015-03-01', method: 'entrustment' }).filter(({ basis }) => basis.kind === 'clause')).toEqual([]);
  });

  it('takes instalments as the contract names them, from sixty days before their day', () => {
    expect(find('instalment', '2026-03-01')).toMatchObject({ dueOn: '2026-03-10', amountFen: 300_000, basis: { kind: 'agreed' }, reckoning: { unit: 'fixed' } });
    const last = (today: string) => on(today).some(({ dueOn }) => dueOn === '2027-01-15');
    expect([last('2026-11-15'), last('2026-11-16')]).toEqual([false, true]);
  });

  it('announces the end thirty days before it, as a reminder of its own', () => {
    expect(find('contract-end', '2026-11-30')).toBeUndefined();
    expect(find('contract-end', '2026-12-01')).toMatchObject({ dueOn: '2026-12-31', basis: { kind: 'house' } });
    expect(find('contract-end', '2026-12-31')).toBeDefined();
    expect(find('contract-end', '2027-01-01')).toBeUndefined();
  });

  it('asks for acceptance after the end until it is accepted in full or for the last time', () => {
    expect(find('contract-accept', '2026-12-31')).toBeUndefined();
    expect(find('contract-accept', '2027-01-01')).toMatchObject({ startedOn: '2026-12-31', dueOn: '2027-01-30', basis: { kind: 'house' } });
    const accepted = (acceptedOn: string, payableFen: number) => ({ acceptances: [{ id: recordId(2), acceptedOn, payableFen }] });
    expect(find('contract-accept', '2028-01-01', accepted('2026-07-01', 999_999))).toBeDefined();
    expect(find('contract-accept', '2027-01-01', accepted('2026-07-01', 1_000_000))).toBeUndefined();
    expect(find('contract-accept', '2027-01-01', accepted('2026-12-31', 0))).toBeUndefined();
  });

  it('asks for payment within thirty days of acceptance where the supplier is an enterprise, since the rule of 2025', () => {
    const accepted = (acceptedOn: string, payableFen = 5) => ({ acceptances: [{ id: recordId(2), acceptedOn, payableFen }] });
    expect(find('acceptance-pay', '2026-07-02', accepted('2026-07-01'))).toMatchObject({
      recordId: recordId(2),
      dueOn: '2026-07-31',
      amountFen: 5,
      basis: { kind: 'clause', clause: 'L58' },
      reckoning: { unit: 'days', days: 30, dueOffDay: false },
    });
    expect(find('acceptance-pay', '2026-07-02', accepted('2026-07-02'))?.reckoning).toMatchObject({ dueOffDay: true });
    expect(find('acceptance-pay', '2025-06-01', { ...accepted('2025-06-01'), signedOn: '2025-01-10' })).toBeDefined();
    expect(find('acceptance-pay', '2025-06-01', { ...accepted('2025-05-31'), signedOn: '2025-01-10' })).toBeUndefined();
    expect(find('acceptance-pay', '2026-07-02', { ...accepted('2026-07-01'), supplierType: 'P1' })).toBeUndefined();
    expect(find('acceptance-pay', '2026-07-02', accepted('2026-07-01', 0))).toBeUndefined();
  });

  it('gives every deadline a key of its own, of at most 120 characters', () => {
    const all = on('2027-01-01', { acceptances: [{ id: recordId(2), acceptedOn: '2026-11-20', payableFen: 5 }] });
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(Math.max(...all.map(({ key }) => key.length))).toBeLessThanOrEqual(120);
  });
});

describe('quietAfter', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days));
  const facts = fc.record({
    signedOn: day,
    endsOn: day,
    filingNumber: fc.constantFrom('', '备'),
    schedule: fc.array(day.map((dueOn) => ({ kind: 1, dueOn, amountFen: 10, condition: '' })), { maxLength: 3 }),
    acceptances: fc.array(fc.record({ id: fc.constant(recordId(2)), acceptedOn: day, payableFen: fc.constantFrom(0, 500_000, 1_000_000) }), { maxLength: 3 }),
  });

  it('is null while acceptance is outstanding, and nothing is said after it', () => {
    fc.assert(
      fc.property(facts, day, (changes, today) => {
        const contract = { ...CONTRACT, ...changes };
        const quiet = quietAfter(contract);
        if (quiet === null) expect(contractDeadlines(contract, addDays(contract.endsOn, 4000)).some(({ kind }) => kind === 'contract-accept')).toBe(true);
        else if (today > quiet) expect(contractDeadlines(contract, today)).toEqual([]);
      }),
    );
  });
});

describe('signingDeadline', () => {
  it('R073 gives thirty days from the award notice', () => {
    expect(signingDeadline(recordId(9), '2026-03-01')).toMatchObject({ dueOn: '2026-03-31', basis: { kind: 'clause', clause: 'L20', requirement: 'R073' } });
  });
});

describe('groupOf', () => {
  it('parts overdue, today, the next seven days and later at their borders', () => {
    const due = (dueOn: string) => groupOf({ dueOn }, '2026-03-10');
    expect(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-17', '2026-03-18'].map(due)).toEqual(['overdue', 'today', 'week', 'week', 'later']);
    expect(daysLeft({ dueOn: '2026-03-09' }, '2026-03-10')).toBe(-1);
  });
});

describe('isNear', () => {
  it('means today and the two days after it', () => {
    const near = (dueOn: string) => isNear({ dueOn }, '2026-03-10');
    expect(['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map(near)).toEqual([false, true, true, false]);
  });
});

describe('byDueDate', () => {
  it('sorts by day, then by kind', () => {
    const sorted = [...on('2026-02-13')].sort(byDueDate);
    expect(sorted.map(({ kind }) => kind)).toEqual(['contract-publish', 'contract-file', 'instalment']);
  });
});
