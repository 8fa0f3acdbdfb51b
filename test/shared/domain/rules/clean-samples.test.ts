import { describe, expect, it } from 'vitest';
import { acceptanceSchema } from '#shared/domain/acceptance';
import { buyerSchema } from '#shared/domain/buyer';
import { contractSchema } from '#shared/domain/contract';
import { decisionSchema } from '#shared/domain/decision';
import { planItemSchema } from '#shared/domain/plan-item';
import { checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { checkBuyer } from '#shared/domain/rules/buyer/check-buyer';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import { checkDecision } from '#shared/domain/rules/decision/check-decision';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import {
  acceptance, acceptanceContext, BUYER, contract, contractContext, decision, decisionContext, planItem, surroundings, TODAY,
} from '../samples';

describe('the sample records', () => {
  it('pass their schemas', () => {
    buyerSchema.parse(BUYER);
    planItemSchema.parse(planItem());
    decisionSchema.parse(decision());
    contractSchema.parse(contract());
    acceptanceSchema.parse(acceptance());
  });

  it('give no rule anything to say', () => {
    expect(checkBuyer(BUYER, TODAY)).toEqual([]);
    expect(checkPlanItem(planItem(), surroundings())).toEqual([]);
    expect(checkDecision(decision(), decisionContext())).toEqual([]);
    expect(checkContract(contract(), contractContext())).toEqual([]);
    expect(checkAcceptance(acceptance(), acceptanceContext())).toEqual([]);
  });
});
