// Deciding: one word on each of some submitted revisions, checked by the rules, written under one fsync.

import type { RecordId, StationId } from '#shared/base/ids';
import { todayInShanghai } from '#shared/base/date';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { Decision, DecisionOutcome } from '#shared/domain/decision';
import { type Finding, hasBlocking } from '#shared/domain/finding';
import { checkDecision } from '#shared/domain/rules/decision/check-decision';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { finalise, type SaveResult } from '../../data/commit';
import { newRecordId } from '../../data/new-id';
import { readReviewSubject, type ReviewSubject } from './queries';

/** What the office says; for a cut, `amountFen` is what it grants. */
export interface Ruling {
  readonly outcome: DecisionOutcome;
  readonly amountFen: number;
  readonly opinion: string;
  readonly fieldOpinions: Decision['fieldOpinions'];
  readonly documentNumber: string;
  readonly decidedOn: string;
}

export function decisionFor(subject: ReviewSubject, ruling: Ruling, decidedBy: RecordId): Decision {
  const { item } = subject;
  return { planItemId: item.id, planItemRev: item.rev, planItemHash: item.hash, ...ruling, decidedBy };
}

/** Findings on a decision about what is held now. */
export function checkRuling(subject: ReviewSubject, decision: Decision): readonly Finding[] {
  const { item, decisions } = subject;
  return checkDecision(decision, {
    today: todayInShanghai(Date.now()),
    id: undefined,
    submitted: { rev: item.rev, hash: item.hash, item: item.body, blockingFindings: countBlocking(subject) },
    decisions: decisions.map((row) => ({ id: row.id, ...row.body })),
  });
}

/** What the rules have against the item itself, judged by the date it was submitted. */
function countBlocking({ item, buyer }: ReviewSubject): number {
  const findings = checkPlanItem(item.body, { today: item.body.submittedOn, id: item.id, buyer: buyer?.body, yearItems: [] });
  return findings.filter((finding) => finding.severity === 'block').length;
}

/** Writes one decision that has been checked. */
export function decide(own: StationId, decision: Decision): Promise<SaveResult> {
  return finalise([{ table: 'decisions', id: newRecordId(own), body: decision, basedOnRev: 0 }]);
}

export interface BulkOutcome {
  readonly decided: number;
  /** Items left as they were, with what stands against deciding them so. */
  readonly refused: readonly { readonly subject: ReviewSubject; readonly findings: readonly Finding[] }[];
}

/**
 * The same word on many items: approved in full, returned or refused. Items against which a rule stands are left out and
 * named; the others are written together.
 */
export async function decideMany(
  own: StationId,
  ids: readonly RecordId[],
  ruling: Omit<Ruling, 'amountFen' | 'fieldOpinions'> & { readonly outcome: Exclude<DecisionOutcome, 'cut'> },
  decidedBy: RecordId,
): Promise<Result<BulkOutcome, Failure>> {
  const bodies: Decision[] = [];
  const refused: BulkOutcome['refused'][number][] = [];
  for (const id of ids) {
    const subject = await readReviewSubject(id);
    if (subject === null) continue;
    const amountFen = ruling.outcome === 'approved' ? subject.item.body.amountFen : 0;
    const decision = decisionFor(subject, { ...ruling, amountFen, fieldOpinions: [] }, decidedBy);
    const findings = checkRuling(subject, decision);
    if (hasBlocking(findings)) refused.push({ subject, findings });
    else bodies.push(decision);
  }
  if (bodies.length > 0) {
    const saved = await finalise(bodies.map((body) => ({ table: 'decisions', id: newRecordId(own), body, basedOnRev: 0 })));
    if (!saved.ok) return saved;
  }
  return ok({ decided: bodies.length, refused });
}
