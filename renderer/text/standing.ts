// The words for where a thing stands, the same on every screen; the decided one says which way.

import type { DecisionOutcome } from '#shared/domain/decision';
import type { Standing, StandingWord as DerivedWord } from '#shared/domain/status';

/** The word shown: the five, with the outcome in place of 'decided'. */
export type StandingWord = Exclude<DerivedWord, 'decided'> | DecisionOutcome;

export const STANDING_LABELS: { readonly [Word in StandingWord]: string } = {
  draft: '草稿',
  finalised: '已定稿',
  exported: '已导出',
  uploaded: '已上传',
  received: '已签收',
  approved: '已批复（同意）',
  cut: '已批复（核减）',
  returned: '已批复（退回）',
  refused: '已批复（不予同意）',
};

export function standingWord(standing: Standing): StandingWord {
  return standing.word === 'decided' ? standing.outcome : standing.word;
}

export function standingLabel(standing: Standing): string {
  return STANDING_LABELS[standingWord(standing)];
}
