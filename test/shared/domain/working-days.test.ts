import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#shared/base/date';
import { addWorkingDays, dayKind, isWorkingDay, unannounced, workingDaysBetween } from '#shared/domain/working-days';
import { HOLIDAY_TABLES } from '#shared/policy/holidays';

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));

describe('HOLIDAY_TABLES', () => {
  it('has every make-up workday on a weekend outside the days off, and every range in order', () => {
    for (const { year, daysOff, makeUpDays } of HOLIDAY_TABLES) {
      for (const day of makeUpDays) {
        expect([day.slice(0, 4), dayKind(day, [])]).toEqual([String(year), 'weekend']);
        expect(daysOff.some(({ from, to }) => from <= day && day <= to)).toBe(false);
      }
      for (const { from, to } of daysOff) expect(from <= to && daysBetween(from, to) < 9).toBe(true);
    }
  });

  it('works as many days as the notices leave: 248 in 2025 and in 2026', () => {
    const worked = (year: number) => workingDaysBetween(`${String(year - 1)}-12-31`, `${String(year)}-12-31`);
    expect([worked(2025), worked(2026)]).toEqual([248, 248]);
  });
});

describe('dayKind', () => {
  it('tells a day off from a weekend and a make-up day from both', () => {
    expect(dayKind('2026-02-14')).toBe('make-up');
    expect(dayKind('2026-02-15')).toBe('holiday');
    expect(dayKind('2026-02-23')).toBe('holiday');
    expect(dayKind('2026-02-24')).toBe('workday');
    expect(dayKind('2026-03-01')).toBe('weekend');
  });
});

describe('addWorkingDays', () => {
  it('does not count the day of the starting fact', () => {
    expect(addWorkingDays('2026-03-02', 2)).toMatchObject({ dueOn: '2026-03-04', weekendDays: 0, daysOff: [], makeUpDays: [] });
  });

  it('starts on a day off as on any other', () => {
    expect(addWorkingDays('2026-03-01', 1).dueOn).toBe('2026-03-02');
  });

  it('counts make-up Saturdays and passes over the Spring Festival', () => {
    expect(addWorkingDays('2026-02-12', 7)).toEqual({
      from: '2026-02-12',
      days: 7,
      dueOn: '2026-02-28',
      daysOff: [{ name: '春节', from: '2026-02-15', to: '2026-02-23' }],
      makeUpDays: ['2026-02-14', '2026-02-28'],
      weekendDays: 0,
      unannouncedYears: [],
    });
  });

  it('cuts a holiday to the part that was passed over', () => {
    expect(addWorkingDays('2026-10-04', 1)).toMatchObject({
      dueOn: '2026-10-08',
      daysOff: [{ name: '国庆节', from: '2026-10-05', to: '2026-10-07' }],
    });
  });

  it('names a year without a table and reckons it by weekends', () => {
    const count = addWorkingDays('2026-12-30', 3);
    expect(count).toMatchObject({ dueOn: '2027-01-04', weekendDays: 2, unannouncedYears: [2027] });
    expect(addWorkingDays('2026-12-28', 3).unannouncedYears).toEqual([]);
  });

  it('takes another table in place of the announced ones', () => {
    const tables = [{ ...HOLIDAY_TABLES[0], year: 2027, document: '', issuedOn: '', verified: 'full', daysOff: [{ name: '元旦', from: '2027-01-01', to: '2027-01-04' }], makeUpDays: [] } as const];
    expect(addWorkingDays('2026-12-31', 1, tables)).toMatchObject({ dueOn: '2027-01-05', unannouncedYears: [2026] });
  });

  it('ends on a working day, with every day between either counted or accounted for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const count = addWorkingDays(from, days);
        expect(isWorkingDay(count.dueOn)).toBe(true);
        const off = count.daysOff.reduce((sum, range) => sum + daysBetween(range.from, range.to) + 1, 0);
        expect(daysBetween(from, count.dueOn)).toBe(days + count.weekendDays + off);
        expect(workingDaysBetween(from, count.dueOn)).toBe(days);
      }),
    );
  });

  it('never moves a deadline earlier by a later start or a longer term', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (from, days) => {
        const { dueOn } = addWorkingDays(from, days);
        expect(addWorkingDays(addDays(from, 1), days).dueOn >= dueOn).toBe(true);
        expect(addWorkingDays(from, days + 1).dueOn > dueOn).toBe(true);
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('counts backwards with a minus sign and gives 0 for the same day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(workingDaysBetween(one, other)).toBe(0 - workingDaysBetween(other, one));
      }),
    );
    expect(workingDaysBetween('2026-03-02', '2026-03-02')).toBe(0);
  });
});

describe('unannounced', () => {
  it('lists the years that have no table', () => {
    expect(unannounced('2024-12-31', '2027-01-01')).toEqual([2024, 2027]);
    expect(unannounced('2026-01-01', '2026-12-31')).toEqual([]);
  });
});
