import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptanceRules, checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { buyerRules, checkBuyer } from '#shared/domain/rules/buyer/check-buyer';
import { checkContract, contractRules } from '#shared/domain/rules/contract/check-contract';
import { checkDecision, decisionRules } from '#shared/domain/rules/decision/check-decision';
import { checkPlanItem, planItemRules } from '#shared/domain/rules/plan-item/check-plan-item';
import { applies } from '#shared/domain/rules/rule';
import { canBlock, CLAUSE_IDS, clauseById } from '#shared/policy/clauses';
import {
  acceptance, acceptanceContext, BUYER, contract, contractContext, decision, decisionContext, planItem, sibling, surroundings, TODAY,
} from '../samples';

const ALL = [...buyerRules, ...planItemRules, ...decisionRules, ...contractRules, ...acceptanceRules];

describe('the rules', () => {
  it('R001 each rest on a clause that can be opened', () => {
    for (const rule of ALL) expect(CLAUSE_IDS, rule.id).toContain(rule.clause);
  });

  it('block only on the governing document or on text that was read', () => {
    const unread = ALL.filter((rule) => rule.severity === 'block' && !canBlock(clauseById(rule.clause)));
    expect(unread.map((rule) => rule.id)).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(ALL.map((rule) => rule.id)).size).toBe(ALL.length);
  });

  it('are at least twenty-five on a plan item', () => {
    expect(planItemRules.length).toBeGreaterThanOrEqual(25);
  });
});

describe('applies', () => {
  it('R003 starts a rule with its document and ends it on its day', () => {
    const rule = { clause: 'L08', until: '2026-01-01' } as const;
    expect(['2020-02-29', '2020-03-01', '2025-12-31', '2026-01-01'].map((date) => applies(rule, date))).toEqual([false, true, true, false]);
  });

  it('lets no early date escape the governing document', () => {
    expect(applies({ clause: '80号文 三(五)' }, '1999-01-01')).toBe(true);
  });

  it('does not apply a clause whose date nobody knows', () => {
    expect(applies({ clause: 'L11' }, '2099-01-01')).toBe(false);
  });
});

/** Values a form can hold in place of `sample`'s: its own, none, or others of the same type. */
function formLike(sample: unknown): fc.Arbitrary<unknown> {
  if (typeof sample === 'string') return fc.oneof(fc.constant(sample), fc.constant(undefined), fc.string(), fc.constantFrom('2026-02-30', '9999-12-31', '0000-01-01', ' '));
  if (typeof sample === 'number') return fc.oneof(fc.constant(sample), fc.constant(undefined), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(-1, 0, Number.MAX_SAFE_INTEGER, 9e15));
  if (typeof sample === 'boolean') return fc.constantFrom(sample, !sample, undefined);
  if (Array.isArray(sample)) {
    if (sample.length === 0) return fc.constantFrom([], undefined);
    return fc.oneof(fc.constant(undefined), fc.array(formLike(sample[0]).filter((value) => value !== undefined), { maxLength: 4 }));
  }
  if (sample === null) return fc.constantFrom(null, undefined);
  const fields = Object.fromEntries(Object.entries(sample as object).map(([key, value]) => [key, formLike(value)]));
  return fc.oneof({ weight: 9, arbitrary: fc.record(fields) }, { weight: 1, arbitrary: fc.constant(undefined) });
}

const whole = (sample: object) => formLike(sample).filter((value): value is object => value !== undefined);

describe('the checks', () => {
  it('never throw on a half-typed form, and say nothing without field, clause and finite evidence', () => {
    const yearItems = [sibling(1), sibling(2, { catalogueCode: '1.07', content: planItem().content })];
    fc.assert(
      fc.property(whole(BUYER), whole(planItem()), whole(decision()), whole(contract()), whole(acceptance()), (buyer, item, ruling, agreed, accepted) => {
        const findings = [
          ...checkBuyer(buyer, TODAY),
          ...checkPlanItem(item, surroundings({ yearItems })),
          ...checkDecision(ruling, decisionContext()),
          ...checkContract(agreed, contractContext()),
          ...checkAcceptance(accepted, acceptanceContext()),
        ];
        for (const { field, evidence } of findings) {
          expect(field).not.toContain('undefined');
          for (const value of Object.values(evidence)) {
            expect(typeof value === 'string' || Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say the same when asked twice', () => {
    const item = { ...planItem(), amountFen: 1, funds: [] };
    expect(checkPlanItem(item, surroundings())).toEqual(checkPlanItem(item, surroundings()));
  });

  it('block every empty form', () => {
    for (const findings of [
      checkPlanItem({}, surroundings()),
      checkDecision({}, decisionContext()),
      checkContract({}, contractContext()),
      checkAcceptance({}, acceptanceContext()),
    ]) {
      expect(findings.filter((finding) => finding.severity === 'block').length).toBeGreaterThan(1);
    }
  });
});
