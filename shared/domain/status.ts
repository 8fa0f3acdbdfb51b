// Where a thing stands: five words, derived from journals, receipts and decisions, the same on every screen. No labels here.

import type { DecisionOutcome } from './decision';

export const STANDING_WORDS = ['draft', 'finalised', 'exported', 'uploaded', 'received', 'decided'] as const;
export type StandingWord = (typeof STANDING_WORDS)[number];

export interface StandingFacts {
  /** A draft of the record lies in the working chain. */
  readonly hasDraft: boolean;
  /** Latest official revision; 0 before the first. */
  readonly rev: number;
  /** Sequence of that revision's line in its author's official journal; 0 before the first. */
  readonly seq: number;
  /** Highest sequence of that journal sealed into a bundle for the superior office; 0 for none. */
  readonly exportedSeq: number;
  /** Highest sequence uploaded to the mailbox. */
  readonly uploadedSeq: number;
  /** Highest sequence a receipt of the superior office confirms. */
  readonly receivedSeq: number;
  /** The last decision on the record, whatever revision it saw; null for none. */
  readonly decision: { readonly rev: number; readonly outcome: DecisionOutcome } | null;
}

export type Standing =
  | { readonly word: Exclude<StandingWord, 'decided'>; readonly editing: boolean }
  /** Decided: which way. */
  | { readonly word: 'decided'; readonly outcome: DecisionOutcome; readonly editing: boolean };

/**
 * The furthest point the latest official revision has reached. A decision on an earlier revision says nothing about it. `editing`: a
 * newer version is being written; it stands beside the word and does not replace it.
 */
export function standingOf(facts: StandingFacts): Standing {
  const { rev, seq, decision } = facts;
  if (rev === 0) return { word: 'draft', editing: false };
  const editing = facts.hasDraft;
  if (decision !== null && decision.rev === rev) return { word: 'decided', outcome: decision.outcome, editing };
  if (facts.receivedSeq >= seq) return { word: 'received', editing };
  if (facts.uploadedSeq >= seq) return { word: 'uploaded', editing };
  if (facts.exportedSeq >= seq) return { word: 'exported', editing };
  return { word: 'finalised', editing };
}
