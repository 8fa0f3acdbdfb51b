import { describe, expect, it } from 'vitest';
import { toTotals } from '../../../../renderer/data/tallies';
import { approvedFen, askedFen, contractCount, contractFen, COUNTS, FENS, itemCount, payableFen, acceptanceCount } from '../../../../renderer/data/tally-layout';
import { roundedUp } from '../../../../renderer/features/home/money-chart';
import { moneyOf, SERIES, tallest } from '../../../../renderer/features/home/money-rows';

function totals(places: Readonly<Record<string, readonly [place: number, value: number][]>>) {
  const counts = new Array<number>(COUNTS).fill(0);
  const fen = new Array<bigint>(FENS).fill(0n);
  for (const [place, value] of places['counts'] ?? []) counts[place] = value;
  for (const [place, value] of places['fen'] ?? []) fen[place] = BigInt(value);
  return toTotals({ scope: 'all', year: 2026, scopeId: '', counts, fen }, '');
}

const YEAR = totals({
  counts: [[itemCount(1), 1], [itemCount(4), 1], [contractCount(4), 1], [contractCount(0), 1], [acceptanceCount(4), 1]],
  fen: [[askedFen(1), 500], [askedFen(4), 700], [approvedFen(4), 650], [contractFen(4), 600], [contractFen(0), 30], [payableFen(4), 200]],
});

describe('moneyOf', () => {
  it('gives the six categories, what has no category yet, and a sum equal to all of them', () => {
    const { rows, sum } = moneyOf(YEAR, '2026-05-01');
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 0]);
    expect(rows[3]?.fen).toEqual({ asked: 700, approved: 650, committed: 600, payable: 200 });
    for (const series of SERIES) expect(rows.reduce((total, { fen }) => total + fen[series], 0)).toBe(sum.fen[series]);
  });

  it('leaves the unknown category out while nothing stands under it', () => {
    expect(moneyOf(totals({ counts: [[itemCount(1), 1]], fen: [[askedFen(1), 5]] }), '2026-05-01').rows).toHaveLength(6);
  });
});

describe('roundedUp', () => {
  it('gives a round figure that no bar exceeds', () => {
    expect([0, 1, 3, 74_074_068, 100_000_000, 100_000_001].map(roundedUp)).toEqual([0, 1, 4, 80_000_000, 100_000_000, 200_000_000]);
    expect(roundedUp(tallest(moneyOf(YEAR, '2026-05-01').rows))).toBe(800);
  });
});
