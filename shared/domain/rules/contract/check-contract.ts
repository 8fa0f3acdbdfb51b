// All rules on a contract, in the order of the form.

import type { Finding } from '../../finding';
import { dateOf } from '../reading';
import { everyRuleOf, runRules } from '../rule';
import * as approval from './approval';
import type { ContractContext, ContractForm } from './contract-rule';
import * as elements from './elements';
import type { ContractEvidence } from './evidence';
import * as figures from './figures';
import * as parties from './parties';
import * as term from './term';

export const contractRules = everyRuleOf<keyof ContractEvidence>()([
  approval.notApproved,
  approval.approvalSuperseded,
  elements.headMissing,
  parties.supplierUscc,
  parties.supplierIsBuyer,
  parties.supplierType,
  parties.contractMethodUnknown,
  parties.contractMethodOutside,
  parties.methodDiffers,
  term.beforeAward,
  term.lateSigning,
  approval.beforeDecision,
  approval.signedInFuture,
  elements.elementMissing,
  elements.rightsOfThree,
  term.termOrder,
  term.startsBeforeSigning,
  term.termConditions,
  term.termOverThreeYears,
  term.termOutsidePlan,
  figures.lineNumber,
  figures.lineQuantity,
  figures.lineProduct,
  figures.linesSum,
  approval.overApproved,
  figures.instalmentAmount,
  figures.scheduleCloses,
  figures.instalmentBeforeSigning,
  parties.noAssignment,
  parties.payeeDiffers,
  elements.acceptanceScheme,
  elements.contractSecrecyWords,
]);

/** Findings on a contract, finished or half typed, as of its `signedOn` (today while there is none). */
export function checkContract(contract: ContractForm, context: ContractContext): Finding[] {
  return runRules(contractRules, contract, context, dateOf(contract.signedOn) ?? context.today);
}
