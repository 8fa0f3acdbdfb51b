// Finding → one plain sentence: what is wrong and what to do. Every rule has one; a rule without it does not compile.

import type { Finding, RuleEvidence, RuleId } from '#shared/domain/finding';
import { type ClauseId, clauseById } from '#shared/policy/clauses';
import { ACCEPTANCE_SENTENCES } from './findings/acceptance';
import { BUYER_SENTENCES } from './findings/buyer';
import { CONTRACT_SENTENCES } from './findings/contract';
import { DECISION_SENTENCES } from './findings/decision';
import { PLAN_ITEM_SENTENCES } from './findings/plan-item';
import type { SentencesFor } from './findings/wording';

export const FINDING_SENTENCES: SentencesFor<RuleId> = {
  ...BUYER_SENTENCES,
  ...PLAN_ITEM_SENTENCES,
  ...DECISION_SENTENCES,
  ...CONTRACT_SENTENCES,
  ...ACCEPTANCE_SENTENCES,
};

/** The sentence of a finding. Where the later document's date or text is not fully certain, it says that the office must confirm it. */
export function findingSentence(finding: Finding): string {
  return sentenceOf(finding.rule, finding.evidence) + confirmationOf(finding.clause);
}

function sentenceOf<R extends RuleId>(rule: R, evidence: RuleEvidence[R]): string {
  return FINDING_SENTENCES[rule](evidence);
}

function confirmationOf(id: ClauseId): string {
  const { isGoverning, verified, effectiveFromBasis } = clauseById(id);
  if (isGoverning) return '';
  if (verified !== 'full') return '（依据后来的文件，条文须由本单位核实。）';
  return effectiveFromBasis === 'stated' ? '' : '（依据后来的文件，施行日期须由本单位核实。）';
}
