import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECISION_OUTCOMES } from '#shared/domain/decision';
import { type StandingFacts, STANDING_WORDS, standingOf } from '#shared/domain/status';

const facts = (changes: Partial<StandingFacts> = {}): StandingFacts => ({
  hasDraft: false, rev: 1, seq: 7, exportedSeq: 0, uploadedSeq: 0, receivedSeq: 0, decision: null, ...changes,
});

describe('standingOf', () => {
  it('goes through the words one by one', () => {
    expect(standingOf(facts({ rev: 0, seq: 0, hasDraft: true })).word).toBe('draft');
    expect(standingOf(facts()).word).toBe('finalised');
    expect(standingOf(facts({ exportedSeq: 6 })).word).toBe('finalised');
    expect(standingOf(facts({ exportedSeq: 7 })).word).toBe('exported');
    expect(standingOf(facts({ exportedSeq: 7, uploadedSeq: 7 })).word).toBe('uploaded');
    expect(standingOf(facts({ exportedSeq: 7, receivedSeq: 8 })).word).toBe('received');
  });

  it.each(DECISION_OUTCOMES)('ends with the decision: %s', (outcome) => {
    const decided = facts({ receivedSeq: 7, decision: { rev: 1, outcome } });
    expect(standingOf(decided)).toEqual({ word: 'decided', outcome, editing: false });
  });

  it('shows a revision newer than the decided one as itself', () => {
    const newer = facts({ rev: 2, seq: 9, exportedSeq: 7, receivedSeq: 7, decision: { rev: 1, outcome: 'approved' } });
    expect(standingOf(newer).word).toBe('finalised');
    expect(standingOf({ ...newer, exportedSeq: 9 }).word).toBe('exported');
  });

  it('keeps the word of the official revision while a newer one is being written', () => {
    expect(standingOf(facts({ hasDraft: true, receivedSeq: 7 }))).toEqual({ word: 'received', editing: true });
  });

  it('never falls back when more becomes known of the same revision', () => {
    const seq = fc.nat(10);
    fc.assert(
      fc.property(seq, seq, seq, seq, fc.constantFrom('exportedSeq', 'uploadedSeq', 'receivedSeq'), (a, b, c, more, link) => {
        const before = facts({ exportedSeq: a, uploadedSeq: b, receivedSeq: c });
        const after = { ...before, [link]: before[link as 'exportedSeq'] + more };
        const rank = (one: StandingFacts) => STANDING_WORDS.indexOf(standingOf(one).word);
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });
});
