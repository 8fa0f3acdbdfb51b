// Deciding: one word on each of some submitted revisions, checked by the rules, written under one fsync.

import type { RecordId, StationId } from '#shared/base/ids';
import { todayInShanghai } from '#shared/base/date';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { Decision, DecisionOutcome } from '#shared/domain/decision';
import { type Finding, hasBlocking } from '#shared/domain/finding';
import { checkDecision } from '#shared/domain/rules/decision/check-decision';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { finalise, type SaveResult } from '../../data/commit';
import type { RowOf } from '../../data/db';
import { binDrafts, commitStep } from '../../data/history';
import { newRecordId } from '../../data/new-id';
import { scopeOf } from '../../data/step';
import { type DecisionSubject, readDecisionSubjects } from './queries';
import { layUnder, rulingDraft } from './ruling-draft';
import { draftOfItems, readRulingDrafts } from './ruling-reads';
import type { RulingForm } from './ruling-schema';

/** What the office says; for a cut, `amountFen` is what it grants. */
export interface Ruling {
  readonly outcome: DecisionOutcome;
  readonly amountFen: number;
  readonly opinion: string;
  readonly fieldOpinions: Decision['fieldOpinions'];
  readonly documentNumber: string;
  readonly decidedOn: string;
}

/** On exactly this revision. */
export function decisionFor({ item }: Pick<DecisionSubject, 'item'>, ruling: Ruling, decidedBy: RecordId): Decision {
  const { outcome, amountFen, opinion, fieldOpinions, documentNumber, decidedOn } = ruling;
  return { planItemId: item.id, planItemRev: item.rev, planItemHash: item.hash, outcome, amountFen, opinion, fieldOpinions, documentNumber, decidedOn, decidedBy };
}

/** Findings on a decision about what is held now. */
export function checkRuling(subject: DecisionSubject, decision: Decision): readonly Finding[] {
  const { item, decisions } = subject;
  return checkDecision(decision, {
    today: todayInShanghai(Date.now()),
    id: undefined,
    submitted: { rev: item.rev, hash: item.hash, item: item.body, blockingFindings: countBlocking(subject) },
    decisions: decisions.map((row) => ({ id: row.id, ...row.body })),
  });
}

/** What the rules have against the item itself, judged by the date it was submitted. */
function countBlocking({ item, buyer }: DecisionSubject): number {
  const findings = checkPlanItem(item.body, { today: item.body.submittedOn, id: item.id, buyer: buyer?.body, yearItems: [] });
  return findings.filter((finding) => finding.severity === 'block').length;
}

/** Writes one decision that has been checked; its draft has the same id and goes with it. */
export function decide(id: RecordId, decision: Decision): Promise<SaveResult> {
  return finalise([{ table: 'decisions', id, body: decision, basedOnRev: 0 }]);
}

/** Lays what was typed about an earlier revision under the present one, to be checked. A step that can be undone. */
export function carryRuling(id: RecordId, typed: RulingForm, item: RowOf<'planItems'>, operator: RecordId): Promise<SaveResult> {
  return keepRuling('带入上次送审的意见', id, layUnder(typed, item, operator), item.body.year);
}

/** Another operator goes on with the ruling, and it is this one's from then on. */
export function takeOverRuling(id: RecordId, typed: RulingForm, year: number, operator: RecordId): Promise<SaveResult> {
  return keepRuling('接手审定', id, { ...typed, decidedBy: operator }, year);
}

function keepRuling(label: string, id: RecordId, typed: RulingForm, year: number): Promise<SaveResult> {
  return commitStep(scopeOf('decisions', year, id), label, [{ id, draft: rulingDraft(typed, year) }]);
}

/** The question before `dropRuling`. */
export const DROP_RULING = '删除这份未作出的审定？';

/** Into the bin. */
export function dropRuling(id: RecordId): Promise<SaveResult> {
  return binDrafts([id]);
}

/** Below what one write takes, and few enough to be held in memory with all they are judged by. */
const TOGETHER = 1000;

export interface BulkOutcome {
  readonly decided: number;
  /** Items left as they were, with what stands against deciding them so; `drafted`: somebody has begun a ruling of their own. */
  readonly refused: readonly { readonly subject: DecisionSubject; readonly findings: readonly Finding[]; readonly drafted: boolean }[];
}

/**
 * The same word on many items: approved in full, returned or refused. Items against which a rule stands, or of which a ruling has
 * been begun, are left out and named; the others are written together, a thousand under one fsync. After a failure those written before it stay decided.
 */
export async function decideMany(
  own: StationId,
  ids: readonly RecordId[],
  ruling: Omit<Ruling, 'amountFen' | 'fieldOpinions'> & { readonly outcome: Exclude<DecisionOutcome, 'cut'> },
  decidedBy: RecordId,
): Promise<Result<BulkOutcome, Failure>> {
  const refused: BulkOutcome['refused'][number][] = [];
  let decided = 0;
  const begun = draftOfItems(await readRulingDrafts());
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const bodies: Decision[] = [];
    for (const subject of await readDecisionSubjects(ids.slice(from, from + TOGETHER))) {
      const amountFen = ruling.outcome === 'approved' ? subject.item.body.amountFen : 0;
      const decision = decisionFor(subject, { ...ruling, amountFen, fieldOpinions: [] }, decidedBy);
      const findings = checkRuling(subject, decision);
      const drafted = begun.has(subject.item.id);
      if (drafted || hasBlocking(findings)) refused.push({ subject, findings, drafted });
      else bodies.push(decision);
    }
    if (bodies.length === 0) continue;
    const saved = await finalise(bodies.map((body) => ({ table: 'decisions', id: newRecordId(own), body, basedOnRev: 0 })));
    if (!saved.ok) return saved;
    decided += bodies.length;
  }
  return ok({ decided, refused });
}
