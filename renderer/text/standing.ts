// The words for where a thing stands, the same on every screen; the decided one says which way.

import type { DecisionOutcome } from '#shared/domain/decision';
import type { Standing, StandingWord as DerivedWord } from '#shared/domain/status';

/** The word shown: the five, with the outcome in place of 'decided'. */
export type StandingWord = Exclude<DerivedWord, 'decided'> | DecisionOutcome;

/** The outcome alone, for choosing it and naming it. */
export const OUTCOME_LABELS: { readonly [Outcome in DecisionOutcome]: string } = {
  approved: '同意',
  cut: '核减',
  returned: '退回',
  refused: '不予同意',
};

export const STANDING_LABELS: { readonly [Word in StandingWord]: string } = {
  draft: '草稿',
  finalised: '已定稿',
  exported: '已导出',
  uploaded: '已上传',
  received: '已签收',
  approved: `已批复（${OUTCOME_LABELS.approved}）`,
  cut: `已批复（${OUTCOME_LABELS.cut}）`,
  returned: `已批复（${OUTCOME_LABELS.returned}）`,
  refused: `已批复（${OUTCOME_LABELS.refused}）`,
};

export function standingWord(standing: Standing): StandingWord {
  return standing.word === 'decided' ? standing.outcome : standing.word;
}

export function standingLabel(standing: Standing): string {
  return STANDING_LABELS[standingWord(standing)];
}
