import { describe, expect, it } from 'vitest';
import type { Decision } from '#shared/domain/decision';
import { checkDecision, type DecisionContext } from '#shared/domain/rules/decision/check-decision';
import { decision, decisionContext, findingsOf, HASH, OTHER_HASH, planItem, PREPARER, recordId, REVIEWER } from '../../samples';

const check = (changes: Partial<Decision>, context: Partial<DecisionContext> = {}) =>
  checkDecision(decision(changes), decisionContext(context));
const rules = (changes: Partial<Decision>, context: Partial<DecisionContext> = {}) => check(changes, context).map((finding) => finding.rule);
const submitted = { rev: 1, hash: HASH, item: planItem(), blockingFindings: 0 };
const REQUESTED = planItem().amountFen;

describe('amountOverRequest', () => {
  it('R067 refuses one fen more than was requested', () => {
    expect(findingsOf(check({ amountFen: REQUESTED + 1 }), 'decision.amount-over-request')).toEqual([
      expect.objectContaining({
        field: 'amountFen',
        severity: 'block',
        evidence: { amountFen: REQUESTED + 1, requestedFen: REQUESTED, differenceFen: 1 },
      }),
    ]);
  });

  it('R067 allows more with the grounds of the addition beside the amount', () => {
    const fieldOpinions = [{ field: 'amountFen', opinion: '依据某财预〔2026〕18号追加' }];
    expect(rules({ amountFen: REQUESTED + 1, fieldOpinions })).toEqual([]);
    expect(rules({ amountFen: REQUESTED + 1, fieldOpinions: [{ field: 'name', opinion: '同意' }] })).toEqual(['decision.amount-over-request']);
  });
});

describe('approvedInFull and cutAmount', () => {
  it('R067 keeps the word and the amount together', () => {
    expect(rules({ amountFen: REQUESTED - 1 })).toEqual(['decision.approved-in-full']);
    const cut = (amountFen: number) => rules({ outcome: 'cut', opinion: '压减', amountFen });
    expect(cut(0)).toEqual(['decision.cut-amount']);
    expect(cut(1)).toEqual([]);
    expect(cut(REQUESTED - 1)).toEqual([]);
    expect(cut(REQUESTED)).toEqual(['decision.cut-amount']);
    expect(cut(REQUESTED + 1)).toContain('decision.amount-over-request');
  });
});

describe('nothingGranted', () => {
  it.each(['returned', 'refused'] as const)('grants nothing when %s', (outcome) => {
    expect(rules({ outcome, opinion: '依据不足', amountFen: 0 })).toEqual([]);
    expect(rules({ outcome, opinion: '依据不足', amountFen: 1 })).toEqual(['decision.nothing-granted']);
  });
});

describe('opinionMissing', () => {
  it.each(['cut', 'returned', 'refused'] as const)('wants the reason of what is %s', (outcome) => {
    const amountFen = outcome === 'cut' ? 1 : 0;
    expect(rules({ outcome, amountFen, opinion: ' ' })).toEqual(['decision.opinion-missing']);
    expect(rules({ outcome, amountFen, fieldOpinions: [{ field: 'costBasis', opinion: '测算偏高' }] })).toEqual([]);
  });
});

describe('documentMissing and outcomeMissing', () => {
  it('R067 wants the document number and the outcome', () => {
    expect(rules({ documentNumber: '' })).toEqual(['decision.document-missing']);
    expect(checkDecision({ ...decision(), outcome: undefined }, decisionContext()).map((finding) => finding.rule)).toEqual([
      'decision.outcome-missing',
    ]);
  });
});

describe('ownItem', () => {
  it.each([
    [PREPARER, 'preparedBy'],
    [REVIEWER, 'reviewedBy'],
  ] as const)('R067 refuses the hand that prepared or reviewed the item', (decidedBy, role) => {
    expect(findingsOf(check({ decidedBy }), 'decision.own-item')).toEqual([
      expect.objectContaining({ field: 'decidedBy', severity: 'block', evidence: { role } }),
    ]);
  });
});

describe('revisionNotCurrent and textDiffers', () => {
  it('R067 decides only the revision that is submitted now', () => {
    expect(rules({ planItemRev: 1 }, { submitted: { ...submitted, rev: 2 } })).toEqual(['decision.revision-not-current']);
    expect(rules({ planItemRev: 2 })).toEqual(['decision.revision-not-current']);
  });

  it('R067 refuses another text under the same revision number', () => {
    expect(rules({ planItemHash: OTHER_HASH })).toEqual(['decision.text-differs']);
  });

  it('refuses an item that is not here', () => {
    expect(rules({}, { submitted: undefined })).toEqual(['decision.item-unknown']);
  });
});

describe('alreadyDecided', () => {
  const other = (outcome: Decision['outcome'], planItemRev = 1) => ({ id: recordId(9), planItemRev, outcome, documentNumber: '某财预〔2026〕19号' });

  it('allows one decision on a revision, and another after it went back', () => {
    expect(rules({}, { decisions: [other('approved')] })).toEqual(['decision.already-decided']);
    expect(rules({}, { decisions: [other('refused')] })).toEqual(['decision.already-decided']);
    expect(rules({}, { decisions: [other('returned')] })).toEqual([]);
    expect(rules({ planItemRev: 2 }, { submitted: { ...submitted, rev: 2 }, decisions: [other('approved')] })).toEqual([]);
  });

  it('does not count the decision itself', () => {
    expect(rules({}, { decisions: [{ ...other('approved'), id: recordId(3) }] })).toEqual([]);
  });
});

describe('beforeSubmission and decidedInFuture', () => {
  it('keep the order of dates', () => {
    expect(rules({ decidedOn: '2026-03-01' })).toEqual(['decision.before-submission']);
    expect(rules({ decidedOn: '2026-03-02' })).toEqual([]);
    expect(rules({ decidedOn: '2026-03-11' })).toEqual(['decision.in-future']);
  });
});

describe('itemHasFindings', () => {
  it('asks before an item is approved against which rules stand', () => {
    const context = { submitted: { ...submitted, blockingFindings: 2 } };
    expect(findingsOf(check({}, context), 'decision.item-has-findings')).toEqual([
      expect.objectContaining({ severity: 'warn', evidence: { count: 2 } }),
    ]);
    expect(rules({ outcome: 'returned', amountFen: 0, opinion: '请改正' }, context)).toEqual([]);
  });
});
