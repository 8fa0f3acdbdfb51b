// PlanItem 年度购买服务计划项目: one project of a buyer's year, as submitted. Drafts live in draft.ts.

import { z } from 'zod';
import { recordIdSchema } from '../base/ids';
import {
  amountFen,
  attachmentsSchema,
  businessDate,
  line,
  mongolianName,
  optionalLine,
  optionalText,
  planYear,
  quantityE4,
  text,
} from './fields';

/** One slice of money: which source, which year, from existing or new money. Slices sum to the item's amount. */
export const fundSliceSchema = z.strictObject({
  /** Code of the six fund sources (code-lists.ts FUND_SOURCES). */
  source: z.int().min(1).max(6),
  year: planYear,
  amountFen,
  origin: z.enum(['existing', 'new']),
  /** Existing money: the project it comes from. */
  fromProject: optionalLine(100),
  /** New money: the document that granted it. */
  approvalDocument: optionalLine(60),
});
export type FundSlice = z.infer<typeof fundSliceSchema>;

export const performanceGoalSchema = z.strictObject({
  kind: z.enum(['quantity', 'quality', 'timeliness', 'cost', 'benefit', 'satisfaction']),
  name: line(100),
  target: line(100),
});

const score = z.int().min(0).max(5);

export const planItemSchema = z.strictObject({
  buyerId: recordIdSchema,
  year: planYear,
  /** Project number within the buyer, e.g. 2026-001. */
  number: line(30),
  name: line(100),
  mongolianName,
  catalogueVersion: line(40),
  catalogueCode: z.string().regex(/^[1-6]\.\d{2}$/),
  /** Category 6 only: own name, reason and finance's consent (R054). */
  otherService: z
    .strictObject({ name: line(100), reason: text(500), consentDocument: optionalLine(60) })
    .nullable(),
  /** Government procurement item code 2022, service part. */
  procurementCode: z.string().regex(/^C\d{8}$/).nullable(),
  content: text(4000),
  quantityE4,
  unit: line(20),
  unitPriceFen: amountFen,
  amountFen,
  /** How the price was reckoned. */
  costBasis: optionalText(2000),
  startsOn: businessDate,
  endsOn: businessDate,
  place: line(100),
  recipients: z.strictObject({ group: line(100), count: z.int().min(0).max(30_000_000), area: line(100) }),
  funds: z.array(fundSliceSchema).min(1).max(40),
  budgetProject: line(100),
  budgetCode: optionalLine(40),
  functionCode: z.string().regex(/^(\d{3}|\d{5}|\d{7})?$/),
  economicCode: z.string().regex(/^(\d{3}|\d{5})?$/),
  goals: z.array(performanceGoalSchema).max(40),
  /** 民生优先, 先易后难, 突出重点: 0 to 5 each (R065). */
  priority: z.strictObject({ livelihood: score, ease: score, key: score }),
  duty: z.strictObject({ document: optionalLine(100), item: optionalText(500) }),
  need: z.strictObject({
    source: optionalText(500),
    surveyedCount: z.int().min(0).max(1_000_000),
    surveyedOn: businessDate.nullable(),
    conclusion: optionalText(1000),
  }),
  suitability: z.strictObject({ marketFit: z.boolean(), socialCapable: z.boolean(), reason: optionalText(500) }),
  /** 三有利: function, cost, quality (R055). */
  benefits: z.strictObject({ duty: optionalText(500), cost: optionalText(500), quality: optionalText(500) }),
  /** Ids of exclusions the preparer has looked at and found not to apply (exclusions.ts). */
  exclusionsDenied: z.array(line(10)).max(40),
  /** Why words of the exclusion lists in the texts are harmless. */
  exclusionReview: optionalText(1000),
  /** No new body, no new posts (R022). */
  establishmentPledged: z.boolean(),
  /** Code of procurement_methods or of a non-competitive mode of 2014. */
  method: line(20),
  providerTypes: z.array(z.string().regex(/^P[1-8]$/)).min(1).max(8),
  smeReservedFen: amountFen,
  confidential: z.literal(false),
  attachments: attachmentsSchema,
  preparedBy: recordIdSchema,
  /** Who reviewed it inside the unit; never the preparer (R067). */
  reviewedBy: recordIdSchema,
  /** The business date by which the rules judge. */
  submittedOn: businessDate,
});
export type PlanItem = z.infer<typeof planItemSchema>;
