import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, compareDates, daysBetween, isDate, parseDate, todayInShanghai, yearOf } from '#shared/base/date';
import { businessDate } from '#shared/domain/fields';

// Independent of the code under test: JavaScript's own proleptic Gregorian calendar, in UTC.
const anyDate = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const millis = (date: string) => Date.parse(`${date}T00:00:00Z`);

describe('isDate', () => {
  it.each(['2026-03-02', '2024-02-29', '2000-02-29', '2026-12-31', '0000-02-29', '9999-12-31'])('accepts %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['2026-02-29', '2100-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '2026-03-02 ', '2026-03-02\n', '２０２６-03-02', ''])(
    'refuses %j',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it('agrees with the schema of business dates on every text shaped like a date', () => {
    const part = (digits: number) => fc.nat({ max: 10 ** digits - 1 }).map((number) => String(number).padStart(digits, '0'));
    const day = fc.nat({ max: 40 }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(part(4), fc.oneof(part(2), fc.constantFrom('02', '04', '12')), day, (year, month, dayText) => {
        const text = `${year}-${month}-${dayText}`;
        expect(isDate(text)).toBe(businessDate.safeParse(text).success);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('parseDate', () => {
  it.each(['2026-3-2', '2026-03-02', '2026/3/2', '2026.03.02', '2026年3月2日', '2026年03月02日', '20260302', ' ２０２６/３/２ '])(
    'reads %s',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: true, value: '2026-03-02' });
    },
  );

  it.each([
    ['', 'date.empty'],
    ['26-3-2', 'date.malformed'],
    ['2026-3/2', 'date.malformed'],
    ['2026年3月', 'date.malformed'],
    ['46083', 'date.malformed'],
    ['2026-02-30', 'date.impossible'],
    ['20261301', 'date.impossible'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseDate(text)).toEqual({ ok: false, error: { code } });
  });
});

describe('compareDates', () => {
  it('orders by time', () => {
    expect(['2026-03-02', '2014-07-17', '2020-03-01'].sort(compareDates)).toEqual(['2014-07-17', '2020-03-01', '2026-03-02']);
    expect(compareDates('2020-03-01', '2020-03-01')).toBe(0);
  });
});

describe('addDays', () => {
  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-29', 1, '2020-03-01'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2019-12-31', 1, '2020-01-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2014-07-17', 0, '2014-07-17'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('agrees with the calendar of the language over ten thousand years', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(daysBetween(from, to)).toBe((millis(to) - millis(from)) / 86_400_000);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
      { numRuns: 5000 },
    );
  });

  it('walks every day from 2014 to 2100 without a gap', () => {
    let date = '2014-07-17';
    for (let moment = millis(date); date < '2100-12-31'; moment += 86_400_000) {
      if (date !== new Date(moment).toISOString().slice(0, 10)) throw new Error(date);
      date = addDays(date, 1);
    }
    expect(date).toBe('2100-12-31');
  });

  it('throws for a day that does not exist and beyond year 9999', () => {
    expect(() => addDays('2026-02-29', 1)).toThrow('invariant');
    expect(() => addDays('9999-12-31', 1)).toThrow('invariant');
    expect(() => addDays('0000-01-01', -1)).toThrow('invariant');
    expect(() => addDays('2026-01-01', 0.5)).toThrow('invariant');
  });
});

describe('addYears', () => {
  it.each([
    ['2026-03-01', 1, '2027-03-01'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2096-02-29', 4, '2100-02-28'],
    ['2024-02-29', -1, '2023-02-28'],
    ['2026-12-31', 3, '2029-12-31'],
  ])('%s and %i years is %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });
});

describe('yearOf', () => {
  it('is the calendar year', () => {
    expect([yearOf('2014-07-17'), yearOf('0001-01-01')]).toEqual([2014, 1]);
  });
});

describe('todayInShanghai', () => {
  it('turns at 16:00 UTC', () => {
    expect(todayInShanghai(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
    expect(todayInShanghai(new Date('2026-03-01T16:00:00.000Z'))).toBe('2026-03-02');
    expect(todayInShanghai(0)).toBe('1970-01-01');
    expect(todayInShanghai(-1)).toBe('1970-01-01');
  });

  it('agrees with the time zone database since 2014', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });
    const moments = fc.date({ min: new Date('2014-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (now) => {
        expect(todayInShanghai(now)).toBe(shanghai.format(now));
      }),
    );
  });

  it('throws for an invalid moment', () => {
    expect(() => todayInShanghai(new Date(Number.NaN))).toThrow('invariant');
  });
});
