import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKUP_REASONS } from '#shared/backup/manifest';
import { todayInShanghai } from '#shared/base/date';
import { type Aged, expendable } from '../../../electron/backup/ring';

const at = (day: string, reason: Aged['reason'] = 'daily', time = '02:00:00.000Z'): Aged => ({ name: `${day} ${time} ${reason}`, madeAt: `${day}T${time}`, reason });
const kept = (backups: readonly Aged[]) => {
  const gone = new Set(expendable(backups));
  return backups.filter(({ name }) => !gone.has(name)).map(({ name }) => name.slice(0, 10));
};

describe('expendable', () => {
  it('keeps seven days and, of what is older, the newest of each of four weeks', () => {
    const days = Array.from({ length: 40 }, (_, index) => at(new Date(Date.UTC(2026, 9, 1) + index * 86_400_000).toISOString().slice(0, 10)));
    // 2026-11-09 is a Monday: the four weeks are those of 2–8 November, 26 October, 19 October and the one just begun.
    expect(kept(days)).toEqual(['2026-10-25', '2026-11-01', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09']);
  });

  it('keeps the last of a day as days are counted in Shanghai', () => {
    const [before, after, later] = [at('2026-11-08', 'daily', '15:59:59.999Z'), at('2026-11-08', 'sealed', '16:00:00.000Z'), at('2026-11-09', 'asked', '15:00:00.000Z')];
    expect(expendable([before, after, later])).toEqual([after.name]);
  });

  it('keeps seven days that have a backup, however far they lie apart', () => {
    const months = Array.from({ length: 9 }, (_, month) => at(`2026-0${String(month + 1)}-15`));
    expect(kept(months)).toEqual(months.slice(-7).map(({ name }) => name.slice(0, 10)));
  });

  it('keeps three of before a replacement beside them, and they take no other place', () => {
    const replaced = ['01', '02', '03', '04', '05'].map((day) => at(`2026-01-${day}`, 'replaced'));
    expect(kept([...replaced, at('2026-03-01')])).toEqual(['2026-01-03', '2026-01-04', '2026-01-05', '2026-03-01']);
  });

  it('never lets the newest go, and letting go twice is letting go once', () => {
    const backup = fc.record({ minute: fc.integer({ min: 0, max: 60 * 24 * 90 }), reason: fc.constantFrom(...BACKUP_REASONS) });
    fc.assert(
      fc.property(fc.uniqueArray(backup, { selector: ({ minute }) => minute, minLength: 1, maxLength: 60 }), (made) => {
        const backups = made.map(({ minute, reason }) => {
          const madeAt = new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
          return { name: madeAt, madeAt, reason };
        });
        const gone = new Set(expendable(backups));
        const left = backups.filter(({ name }) => !gone.has(name));
        const newest = backups.reduce((a, b) => (a.madeAt > b.madeAt ? a : b));
        expect(left).toContainEqual(newest);
        expect(expendable(left)).toEqual([]);
        const days = new Set(backups.filter(({ reason }) => reason !== 'replaced').map(({ madeAt }) => todayInShanghai(Date.parse(madeAt))));
        expect(left.filter(({ reason }) => reason !== 'replaced').length).toBeGreaterThanOrEqual(Math.min(7, days.size));
        expect(left.length).toBeLessThanOrEqual(14);
      }),
    );
  });
});
