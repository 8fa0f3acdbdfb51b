// What the plan form holds while typing, and how it becomes a stored plan item. Rules judge completeness; this judges form only.

import { z } from 'zod';
import { tryMultiplyQuantity } from '#shared/base/money';
import { type RecordId, recordIdSchema } from '#shared/base/ids';
import { attachmentsSchema, planYear, FIRST_PLAN_YEAR, LAST_PLAN_YEAR } from '#shared/domain/fields';
import { fundSliceSchema, performanceGoalSchema, planItemSchema } from '#shared/domain/plan-item';
import {
  typedDate,
  typedDateOrNone,
  typedLine,
  typedLineOrNone,
  typedQuantity,
  typedText,
  typedTextOrNone,
  typedWhole,
  typedYuan,
  typedYuanOrNone,
} from '../../ui/typed';

const item = planItemSchema.shape;
const chosen = z.string().min(1);
/** A choice that may still be open ('') while typing. */
const choiceOf = <Value extends string>(list: z.ZodType<Value>) => z.string().pipe(list as z.ZodType<Value, string>);
const countOrNone = (max: number) => z.string().trim().pipe(z.union([z.literal('').transform(() => 0), typedWhole(0, max)]));

const typedFund = z.object({
  source: chosen.transform(Number).pipe(fundSliceSchema.shape.source),
  year: typedWhole(FIRST_PLAN_YEAR, LAST_PLAN_YEAR),
  amount: typedYuan,
  origin: choiceOf(fundSliceSchema.shape.origin),
  fromProject: typedLineOrNone(100),
  approvalDocument: typedLineOrNone(60),
});

const typedGoal = z.object({ kind: choiceOf(performanceGoalSchema.shape.kind), name: typedLine(100), target: typedLine(100) });

/** One schema per field, for a cell by itself. */
export const planCellSchemas = z.object({
  buyerId: recordIdSchema,
  year: planYear,
  number: typedLine(30),
  name: typedLine(100),
  mongolianName: typedLineOrNone(200),
  notConfidential: z.boolean().refine((declared) => declared, 'declaration.missing'),
  catalogueVersion: item.catalogueVersion,
  catalogueCode: item.catalogueCode,
  /** Filled in for category 6; all three blank mean none. */
  otherService: z.object({ name: typedLineOrNone(100), reason: typedTextOrNone(500), consentDocument: typedLineOrNone(60) }),
  procurementCode: z.union([z.literal('').transform(() => null), item.procurementCode]),
  content: typedText(4000),
  quantity: typedQuantity,
  unit: typedLine(20),
  unitPrice: typedYuan,
  costBasis: typedTextOrNone(2000),
  startsOn: typedDate,
  endsOn: typedDate,
  place: typedLine(100),
  recipients: z.object({ group: typedLine(100), count: typedWhole(0, 30_000_000), area: typedLine(100) }),
  funds: z.array(typedFund).min(1).max(40),
  budgetProject: typedLine(100),
  budgetCode: typedLineOrNone(40),
  functionCode: typedLineOrNone(7).pipe(item.functionCode),
  economicCode: typedLineOrNone(5).pipe(item.economicCode),
  goals: z.array(typedGoal).max(40),
  priority: z.object({ livelihood: typedWhole(0, 5), ease: typedWhole(0, 5), key: typedWhole(0, 5) }),
  duty: z.object({ document: typedLineOrNone(100), item: typedTextOrNone(500) }),
  need: z.object({
    source: typedTextOrNone(500),
    surveyedCount: countOrNone(1_000_000),
    surveyedOn: typedDateOrNone,
    conclusion: typedTextOrNone(1000),
  }),
  suitability: z.object({ marketFit: z.boolean(), socialCapable: z.boolean(), reason: typedTextOrNone(500) }),
  benefits: z.object({ duty: typedTextOrNone(500), cost: typedTextOrNone(500), quality: typedTextOrNone(500) }),
  exclusionsDenied: item.exclusionsDenied,
  exclusionReview: typedTextOrNone(1000),
  establishmentPledged: z.boolean(),
  method: chosen.pipe(item.method),
  providerTypes: item.providerTypes,
  smeReserved: typedYuanOrNone,
  attachments: attachmentsSchema,
});

/** Typed values in, everything of a plan item out but who prepared and reviewed it, and when. */
export const planFormSchema = planCellSchemas.transform(
  ({ notConfidential: _declared, mongolianName, quantity, unitPrice, smeReserved, otherService, funds, ...rest }, context) => {
    const product = tryMultiplyQuantity(quantity, unitPrice);
    if (!product.ok) {
      context.addIssue({ code: 'custom', path: ['unitPrice'], message: product.error.code });
      return z.NEVER;
    }
    const hasOther = otherService.name !== '' || otherService.reason !== '' || otherService.consentDocument !== '';
    return {
      ...rest,
      ...(mongolianName === '' ? {} : { mongolianName }),
      otherService: hasOther ? otherService : null,
      quantityE4: quantity,
      unitPriceFen: unitPrice,
      amountFen: product.value.fen,
      funds: funds.map(({ amount, ...slice }) => ({ ...slice, amountFen: amount })),
      smeReservedFen: smeReserved,
      confidential: false as const,
    };
  },
);

/** Every text as typed; choices not yet made are ''. */
export type PlanTyped = z.input<typeof planFormSchema>;
export type PlanStored = z.output<typeof planFormSchema>;

export type FundTyped = PlanTyped['funds'][number];
export type GoalTyped = PlanTyped['goals'][number];

export function blankFund(year: number): FundTyped {
  return { source: '1', year: String(year), amount: '', origin: 'existing', fromProject: '', approvalDocument: '' };
}

export const BLANK_GOAL: GoalTyped = { kind: 'quantity', name: '', target: '' };

/** A new project before anything is typed. The three demanded goals stand ready to be filled in. */
export function blankPlan(start: { readonly year: number; readonly number: string; readonly buyerId: RecordId | ''; readonly catalogueVersion: string }): PlanTyped {
  return {
    ...start,
    name: '',
    mongolianName: '',
    notConfidential: false,
    catalogueCode: '',
    otherService: { name: '', reason: '', consentDocument: '' },
    procurementCode: '',
    content: '',
    quantity: '',
    unit: '',
    unitPrice: '',
    costBasis: '',
    startsOn: '',
    endsOn: '',
    place: '',
    recipients: { group: '', count: '', area: '' },
    funds: [blankFund(start.year)],
    budgetProject: '',
    budgetCode: '',
    functionCode: '',
    economicCode: '',
    goals: [BLANK_GOAL, { ...BLANK_GOAL, kind: 'quality' }, { ...BLANK_GOAL, kind: 'satisfaction' }],
    priority: { livelihood: '', ease: '', key: '' },
    duty: { document: '', item: '' },
    need: { source: '', surveyedCount: '', surveyedOn: '', conclusion: '' },
    suitability: { marketFit: false, socialCapable: false, reason: '' },
    benefits: { duty: '', cost: '', quality: '' },
    exclusionsDenied: [],
    exclusionReview: '',
    establishmentPledged: false,
    method: '',
    providerTypes: [],
    smeReserved: '',
    attachments: [],
  };
}
