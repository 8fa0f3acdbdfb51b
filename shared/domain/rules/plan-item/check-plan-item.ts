// All rules on a plan item, in the order of the form. The same check serves the form, the commit and the office that receives.

import type { Finding } from '../../finding';
import { dateOf } from '../reading';
import { type AnyRule, everyRuleOf, runRules } from '../rule';
import * as amounts from './amounts';
import * as catalogue from './catalogue';
import * as contents from './contents';
import * as detail from './detail';
import type { PlanItemEvidence } from './evidence';
import * as exclusions from './exclusions';
import * as funds from './funds';
import * as grounds from './grounds';
import * as method from './method';
import * as need from './need';
import * as period from './period';
import type { PlanItemContext, PlanItemForm, PlanItemSurroundings } from './plan-item-rule';
import * as siblings from './siblings';

export const planItemRules = everyRuleOf<keyof PlanItemEvidence>()([
  detail.buyerMissing,
  detail.buyerBarred,
  detail.detailMissing,
  siblings.duplicateNumber,
  siblings.duplicateName,
  catalogue.catalogueMissing,
  catalogue.catalogueInForceRule,
  catalogue.otherService,
  catalogue.otherServiceUnneeded,
  catalogue.warnedItemReview,
  catalogue.engineering,
  catalogue.procurementCodeUnknown,
  siblings.duplicateContent,
  contents.secrecyWords,
  contents.confidential,
  contents.identityNumber,
  contents.phoneNumber,
  contents.mongolianPrivateCodes,
  amounts.quantityRequired,
  amounts.unitPriceRequired,
  amounts.amountRequired,
  amounts.amountProduct,
  amounts.amountUnusual,
  amounts.lumpSum,
  amounts.costBasis,
  period.periodOrder,
  period.periodStartsOutsideYear,
  period.periodOverThreeYears,
  period.periodBeyondMediumTerm,
  period.periodOverOneYear,
  period.submittedTooEarly,
  period.submittedInFuture,
  period.submittedAfterYear,
  detail.recipients,
  funds.fundsRequired,
  funds.fundAmount,
  funds.sourcesClose,
  funds.fundYear,
  funds.existingFromProject,
  funds.newApprovalDocument,
  funds.allNewMoney,
  funds.budgetProject,
  funds.budgetCode,
  siblings.suspectedSplitting,
  grounds.goalsMissing,
  grounds.goalTargetFigure,
  grounds.priority,
  grounds.dutyBasis,
  need.needSource,
  need.surveyMissing,
  need.surveyTooFew,
  need.surveyTooOld,
  need.surveyInFuture,
  grounds.suitability,
  grounds.benefits,
  grounds.benefitCostFigure,
  exclusions.exclusionsDenied,
  exclusions.goodsWorksDenied,
  exclusions.negativeListDenied,
  exclusions.exclusionWords,
  exclusions.negativeListWords,
  exclusions.goodsWorksWords,
  grounds.establishmentPledge,
  method.methodUnknown,
  method.methodOutsideProcurement,
  method.methodOutsideNeedsProof,
  method.methodGoodsOnly,
  method.singleSourceProof,
  method.providerTypes,
  method.providerIndividual,
  method.providerNotYetNamed,
  method.smeSmallProject,
  method.smeShare,
  method.smeOverAmount,
  detail.sameReviewer,
]);

/** The rules that look at the other items of the year. */
const siblingRules = [siblings.duplicateNumber, siblings.duplicateName, siblings.duplicateContent, siblings.suspectedSplitting] as const;

/**
 * What comparing the item with the others of its year finds: the part of `checkPlanItem`'s findings that can change while the item itself,
 * its buyer and the day stay as they are.
 */
export function compareWithSiblings(item: PlanItemForm, surroundings: PlanItemSurroundings): Finding[] {
  return checkBy(siblingRules, item, surroundings);
}

/**
 * Findings on a plan item, finished or half typed. It is judged by its `submittedOn`, a draft without one by `today`.
 * Never throws on what a form can hold.
 */
export function checkPlanItem(item: PlanItemForm, surroundings: PlanItemSurroundings): Finding[] {
  return checkBy(planItemRules, item, surroundings);
}

function checkBy(rules: readonly AnyRule<keyof PlanItemEvidence, PlanItemForm, PlanItemContext>[], item: PlanItemForm, surroundings: PlanItemSurroundings): Finding[] {
  const date = dateOf(item.submittedOn) ?? surroundings.today;
  return runRules(rules, item, { ...surroundings, date }, date);
}
