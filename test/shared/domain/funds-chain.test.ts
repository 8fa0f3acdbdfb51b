import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/base/date';
import { breachesOf, type FundsRecords, fundsChainsAt, sumChains } from '#shared/domain/funds-chain';
import { recordId } from './samples';

const START = '2026-01-01';
const on = (day: number) => addDays(START, day);

/** Cuts `whole` at the given permille points into parts that sum to at most `whole`. */
function cut(whole: number, permille: readonly number[]): number[] {
  let rest = whole;
  return permille.map((share) => {
    const part = Math.floor((rest * share) / 1000);
    rest -= part;
    return part;
  });
}

const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 4 });
/** An item whose records keep the rules: each link within the one before it, each date after the one it rests on. */
const item = fc.record({ budget: fc.nat(900_000_000_000), day: fc.nat(50), gap: fc.nat(20), contracts: shares, acceptances: shares, paid: fc.nat(1000) });

function recordsOf(items: readonly { budget: number; day: number; gap: number; contracts: number[]; acceptances: number[]; paid: number }[]): FundsRecords {
  const contractsOf = items.map(({ budget, contracts }) => cut(budget, contracts));
  const accepted = items.flatMap(({ day, gap, acceptances, paid }, i) =>
    (contractsOf[i] ?? []).flatMap((amount, j) =>
      cut(amount, acceptances).map((payableFen, k) => ({
        contractId: recordId(1000 * (i + 1) + j),
        payableFen,
        acceptedOn: on(day + gap * (2 + k)),
        amountFen: Math.floor((payableFen * paid) / 1000),
        paidOn: on(day + gap * (3 + k)),
      })),
    ),
  );
  return {
    decisions: items.map(({ budget, day }, i) => ({ planItemId: recordId(i + 1), planItemRev: 1, outcome: 'approved', amountFen: budget, decidedOn: on(day) })),
    contracts: items.flatMap(({ day, gap }, i) =>
      (contractsOf[i] ?? []).map((amountFen, j) => ({ id: recordId(1000 * (i + 1) + j), planItemId: recordId(i + 1), amountFen, signedOn: on(day + gap) })),
    ),
    acceptances: accepted,
    payments: accepted,
  };
}

describe('fundsChainsAt', () => {
  it('R081 never lets a later link exceed an earlier one, on any date, over records that keep the rules', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.nat(250), (items, day) => {
        const chains = fundsChainsAt(recordsOf(items), on(day));
        for (const chain of chains.values()) expect(breachesOf(chain)).toEqual([]);
        expect(breachesOf(sumChains(chains.values()))).toEqual([]);
      }),
    );
  });

  it('R081 reckons the same for a date from all records as from those up to it', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), fc.nat(250), (items, day) => {
        const all = recordsOf(items);
        const date = on(day);
        const upTo: FundsRecords = {
          decisions: all.decisions.filter((one) => one.decidedOn <= date),
          contracts: all.contracts.filter((one) => one.signedOn <= date),
          acceptances: all.acceptances.filter((one) => one.acceptedOn <= date),
          payments: all.payments.filter((one) => one.paidOn <= date),
        };
        expect(fundsChainsAt(upTo, date)).toEqual(fundsChainsAt(all, date));
      }),
    );
  });

  it('closes: the totals of the items are the totals of the records', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const records = recordsOf(items);
        const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
        expect(sumChains(fundsChainsAt(records, on(1000)).values())).toEqual({
          budgetFen: total(records.decisions.map((one) => one.amountFen)),
          committedFen: total(records.contracts.map((one) => one.amountFen)),
          payableFen: total(records.acceptances.map((one) => one.payableFen)),
          paidFen: total(records.payments.map((one) => one.amountFen)),
        });
      }),
    );
  });

  it('lets a later approval take the place of an earlier one, in any order of arrival, and a return none', () => {
    const base = { planItemId: recordId(1), amountFen: 0, decidedOn: '2026-01-10' };
    const decisions: FundsRecords['decisions'] = [
      { ...base, planItemRev: 1, outcome: 'approved', amountFen: 500 },
      { ...base, planItemRev: 2, outcome: 'cut', amountFen: 300, decidedOn: '2026-02-10' },
      { ...base, planItemRev: 3, outcome: 'returned', decidedOn: '2026-03-10' },
    ];
    const budget = (date: string, order = decisions) =>
      fundsChainsAt({ decisions: order, contracts: [], acceptances: [], payments: [] }, date).get(recordId(1))?.budgetFen;
    expect([budget('2026-01-09'), budget('2026-01-10'), budget('2026-02-10'), budget('2026-12-31')]).toEqual([undefined, 500, 300, 300]);
    expect(budget('2026-12-31', [...decisions].reverse())).toBe(300);
  });
});

describe('breachesOf', () => {
  it('R081 names the link that exceeds the one before it, and by how much', () => {
    expect(breachesOf({ budgetFen: 100, committedFen: 101, payableFen: 101, paidFen: 103 })).toEqual([
      { link: 'committedFen', excessFen: 1 },
      { link: 'paidFen', excessFen: 2 },
    ]);
  });
});
