// The foot of the grid adds up amounts, and nothing that only looks like one.

import { describe, expect, it } from 'vitest';
import { sumBlock } from '../../../../../renderer/features/plan/grid/block-sum';

const [amount, quantity, people, year, name] = [
  { key: 'funds.0.amount', kind: 'money' },
  { key: 'quantity', kind: 'quantity' },
  { key: 'recipients.count', kind: 'whole' },
  { key: 'funds.0.year', kind: 'whole' },
  { key: 'name', kind: 'text' },
] as const;

describe('sumBlock', () => {
  it('counts what is filled in and adds up money to the fen', () => {
    expect(sumBlock([[amount, '0.10'], [amount, '1,000.20'], [amount, ''], [name, '养老'], [amount, '十二']])).toEqual({ count: 4, fen: 100_030, e4: null });
  });

  it('adds up quantities and people where there is no money', () => {
    expect(sumBlock([[quantity, '1.5'], [people, '300'], [name, '养老']])).toEqual({ count: 3, fen: null, e4: 3_015_000 });
    expect(sumBlock([[quantity, '1.5'], [amount, '2.00']])).toEqual({ count: 2, fen: 200, e4: null });
  });

  it('adds up no years', () => {
    expect(sumBlock([[year, '2027'], [year, '2028']])).toEqual({ count: 2, fen: null, e4: null });
    expect(sumBlock([[quantity, '3'], [year, '2027']])).toEqual({ count: 2, fen: null, e4: 30_000 });
  });

  it('tells no sum that is not exact', () => {
    expect(sumBlock([[amount, '90,000,000,000,000.00'], [amount, '90,000,000,000,000.00']])).toEqual({ count: 2, fen: null, e4: null });
  });
});
