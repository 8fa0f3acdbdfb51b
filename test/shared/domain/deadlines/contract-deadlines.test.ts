import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/base/date';
import { type ContractFacts, contractDeadlines, signingDeadline } from '#shared/domain/deadlines/contract-deadlines';
import { byDueDate, daysLeft, type DeadlineKind, groupOf, isNear } from '#shared/domain/deadlines/deadline';
import { MOST_DAYS_AFTER_SIGNING, QUIET_AFTER_DAYS, quietAfter } from '#shared/domain/deadlines/quiet';
import { reminderKey } from '#shared/domain/deadlines/reminders';
import { watchKeys, watchRanges } from '#shared/domain/deadlines/watch';
import { recordId } from '../samples';

const CONTRACT: ContractFacts = {
  id: recordId(1),
  signedOn: '2026-02-12',
  endsOn: '2026-12-31',
  filed: false,
  method: 'consultation',
  amountFen: 1_000_000,
  supplierType: 'P3',
  schedule: [
    { dueOn: '2026-03-10', amountFen: 300_000 },
    { dueOn: '2027-01-15', amountFen: 700_000 },
  ],
  acceptances: [],
};

type Accepted = ContractFacts['acceptances'][number];
const accepted = (acceptedOn: string, payableFen: number, outcome: Accepted['outcome'] = 'passed', n = 2): Accepted => ({ id: recordId(n), acceptedOn, payableFen, outcome });

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
    expect(find('contract-file', '2026-02-13', { filed: true })).toBeUndefined();
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

  it('asks for acceptance after the end until it is accepted in full or passes for the last time', () => {
    expect(find('contract-accept', '2026-12-31')).toBeUndefined();
    expect(find('contract-accept', '2027-01-01')).toMatchObject({ startedOn: '2026-12-31', dueOn: '2027-01-30', basis: { kind: 'house' } });
    const after = (day: string, ...acceptances: Accepted[]) => find('contract-accept', day, { acceptances });
    expect(after('2028-01-01', accepted('2026-07-01', 999_999))).toBeDefined();
    expect(after('2027-01-01', accepted('2026-07-01', 1_000_000))).toBeUndefined();
    expect(after('2027-01-01', accepted('2026-12-31', 0))).toBeUndefined();
  });

  it.each(['failed', 'partly'] as const)('80号文 三(四)3: an acceptance that %s ends no duty, it is to be cured and accepted again', (outcome) => {
    const acceptances = [accepted('2027-01-05', 10, outcome)];
    const cure = find('acceptance-cure', '2027-01-06', { acceptances });
    expect(cure).toMatchObject({ recordId: recordId(2), startedOn: '2027-01-05', dueOn: '2027-02-04', basis: { kind: 'house' } });
    expect(find('contract-accept', '2027-01-06', { acceptances })).toBeUndefined();
    expect(find('acceptance-cure', '2030-01-01', { acceptances })).toEqual(cure);
    expect(quietAfter({ ...CONTRACT, acceptances })).toBeNull();
  });

  it('asks for the cure of what did not pass before the end as well, beside the last acceptance', () => {
    const acceptances = [accepted('2026-07-01', 0, 'failed')];
    expect(find('acceptance-cure', '2026-07-02', { acceptances })).toMatchObject({ dueOn: '2026-07-31' });
    expect(on('2027-01-01', { acceptances }).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['acceptance-cure', 'contract-accept']));
  });

  it('asks for no cure once what failed has passed, on the same day or later', () => {
    const failed = accepted('2027-01-05', 0, 'failed');
    for (const day of ['2027-01-05', '2027-02-01']) {
      const passed = accepted(day, 10, 'passed', 3);
      for (const acceptances of [[failed, passed], [passed, failed]]) {
        expect(on('2027-02-02', { acceptances }).map(({ kind }) => kind)).not.toContain('acceptance-cure');
        expect(quietAfter({ ...CONTRACT, acceptances })).not.toBeNull();
      }
    }
    expect(find('acceptance-cure', '2027-02-02', { acceptances: [accepted('2027-01-01', 10, 'passed', 3), failed] })).toBeDefined();
  });

  it('asks for payment within thirty days of acceptance where the supplier is an enterprise, since the rule of 2025', () => {
    const paid = (acceptedOn: string, payableFen = 5) => ({ acceptances: [accepted(acceptedOn, payableFen)] });
    expect(find('acceptance-pay', '2026-07-02', paid('2026-07-01'))).toMatchObject({
      recordId: recordId(2),
      dueOn: '2026-07-31',
      amountFen: 5,
      basis: { kind: 'clause', clause: 'L58' },
      reckoning: { unit: 'days', days: 30, dueOffDay: false },
    });
    expect(find('acceptance-pay', '2026-07-02', paid('2026-07-02'))?.reckoning).toMatchObject({ dueOffDay: true });
    expect(find('acceptance-pay', '2025-06-01', { ...paid('2025-06-01'), signedOn: '2025-01-10' })).toBeDefined();
    expect(find('acceptance-pay', '2025-06-01', { ...paid('2025-05-31'), signedOn: '2025-01-10' })).toBeUndefined();
    expect(find('acceptance-pay', '2026-07-02', { ...paid('2026-07-01'), supplierType: 'P1' })).toBeUndefined();
    expect(find('acceptance-pay', '2026-07-02', paid('2026-07-01', 0))).toBeUndefined();
  });

  it('gives every deadline a key of its own, of at most 120 characters', () => {
    const all = on('2027-01-01', { acceptances: [accepted('2026-11-20', 5, 'partly')] });
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(Math.max(...all.map(({ key }) => key.length))).toBeLessThanOrEqual(120);
  });
});

/** Contracts of every shape around the known holidays. */
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days));
const facts = fc.record({
  signedOn: day,
  endsOn: day,
  filed: fc.boolean(),
  supplierType: fc.constantFrom('P1', 'P3'),
  schedule: fc.array(day.map((dueOn) => ({ dueOn, amountFen: 10 })), { maxLength: 3 }),
  acceptances: fc.array(fc.tuple(day, fc.constantFrom(0, 500_000, 1_000_000), fc.constantFrom('passed', 'partly', 'failed')).map(([on1, fen, outcome]) => accepted(on1, fen, outcome)), { maxLength: 3 }),
});

describe('quietAfter', () => {
  it('is null while acceptance is outstanding, and nothing is said after it', () => {
    fc.assert(
      fc.property(facts, day, (changes, today) => {
        const contract = { ...CONTRACT, ...changes };
        const quiet = quietAfter(contract);
        if (quiet === null) expect(contractDeadlines(contract, addDays(contract.endsOn, 4000)).some(({ kind }) => kind === 'contract-accept' || kind === 'acceptance-cure')).toBe(true);
        else if (today > quiet) expect(contractDeadlines(contract, today)).toEqual([]);
      }),
    );
  });

  it('cuts no deadline short of its ninety days, not even of a contract that ended on the day it was signed', () => {
    const brief = { signedOn: '2026-02-12', endsOn: '2026-02-12', schedule: [], acceptances: [accepted('2026-02-12', 1_000_000)], supplierType: 'P1' };
    expect(find('contract-publish', '2026-05-15', brief)).toBeDefined();
    fc.assert(
      fc.property(facts, day, (changes, today) => {
        const contract = { ...CONTRACT, ...changes };
        const quiet = quietAfter(contract);
        for (const { dueOn } of contractDeadlines(contract, today)) if (quiet !== null) expect(addDays(dueOn, QUIET_AFTER_DAYS) <= quiet).toBe(true);
      }),
    );
  });

  it('reckons enough days for the working days after any signature', () => {
    for (let at = '2025-01-01'; at < '2028-01-01'; at = addDays(at, 1)) {
      for (const { kind, dueOn } of on(at, { signedOn: at, schedule: [] })) {
        if (kind === 'contract-publish' || kind === 'contract-file') expect(dueOn <= addDays(at, MOST_DAYS_AFTER_SIGNING), at).toBe(true);
      }
    }
  });
});

describe('watchKeys', () => {
  const isLookedAt = (contract: ContractFacts, today: string) => watchKeys(contract).some((key) => watchRanges(today).some(([from, to]) => from <= key && key <= to));

  it('has a key in the ranges of every day on which the contract has a deadline', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: -100, max: 1200 }), (changes, days) => {
        const [contract, today] = [{ ...CONTRACT, ...changes }, addDays('2025-06-01', days)];
        if (contractDeadlines(contract, today).length > 0) expect(isLookedAt(contract, today)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('has none for a contract that is being performed far from any of its days', () => {
    const contract = { ...CONTRACT, filed: true, endsOn: '2028-12-31', schedule: [{ dueOn: '2028-12-31', amountFen: 10 }] };
    expect(['2026-06-12', '2026-06-13', '2028-10-31', '2028-11-01', '2028-12-01'].map((today) => isLookedAt(contract, today))).toEqual([true, false, false, true, true]);
  });
});

describe('signingDeadline', () => {
  it('R073 gives thirty days from the award notice', () => {
    expect(signingDeadline(recordId(9), '2026-03-01')).toMatchObject({ dueOn: '2026-03-31', basis: { kind: 'clause', clause: 'L20', requirement: 'R073' } });
  });
});

describe('reminderKey', () => {
  const sign = signingDeadline(recordId(9), '2026-03-01');
  const stage = (today: string) => reminderKey(sign, today)?.replace(`${sign.key}@${sign.dueOn}`, '') ?? null;

  it('R073 reminds of signing seven, three and one days before the thirtieth day, each once, and never before or after', () => {
    expect(sign.dueOn).toBe('2026-03-31');
    const days = ['2026-03-23', '2026-03-24', '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01'];
    expect(days.map(stage)).toEqual([null, '@7', '@7', '@3', '@3', '@1', '@1', null]);
    expect(new Set(Array.from({ length: 60 }, (_, at) => stage(addDays('2026-03-01', at))))).toEqual(new Set([null, '@7', '@3', '@1']));
  });

  it('reminds of everything else within 48 hours, under its own key', () => {
    const other = { key: 'x', kind: 'contract-file', dueOn: '2026-03-31' } as const;
    expect(['2026-03-28', '2026-03-29', '2026-03-31', '2026-04-01'].map((today) => reminderKey(other, today))).toEqual([null, 'x', 'x', null]);
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
