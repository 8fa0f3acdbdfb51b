// Finding: what a business rule has to say about one field of one record. No sentences here; the renderer has them.

import type { ClauseId } from '../policy/clauses';
import type { AcceptanceEvidence } from './rules/acceptance/evidence';
import type { BuyerEvidence } from './rules/buyer/evidence';
import type { ContractEvidence } from './rules/contract/evidence';
import type { DecisionEvidence } from './rules/decision/evidence';
import type { PlanItemEvidence } from './rules/plan-item/evidence';

/** Rule id → the evidence its findings carry: figures, dates, codes and counts; never personal data, never a long text. */
export type RuleEvidence = BuyerEvidence & PlanItemEvidence & DecisionEvidence & ContractEvidence & AcceptanceEvidence;

/** Stable id of a rule, e.g. 'plan-item.sources-close'. */
export type RuleId = keyof RuleEvidence;

/** 'block' stops finalising; 'warn' asks the office to make sure; 'info' only says. */
export type Severity = 'block' | 'warn' | 'info';

/** Number of a row in the matrix of requirements of 80号文, e.g. 'R079'. */
export type RequirementId = `R${number}`;

export interface FindingOf<R extends RuleId> {
  readonly rule: R;
  readonly clause: ClauseId;
  readonly requirement?: RequirementId;
  readonly severity: Severity;
  /** Path of the field in the record, e.g. 'funds.0.amountFen'; '' when it concerns the whole record. */
  readonly field: string;
  readonly evidence: RuleEvidence[R];
}

/** Discriminated by `rule`. */
export type Finding = { [R in RuleId]: FindingOf<R> }[RuleId];

/** True when a record with these findings may not be finalised. */
export function hasBlocking(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'block');
}
