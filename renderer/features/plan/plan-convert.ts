// Between the plan form's two shapes: stored to typed, half typed to what the rules can read, and a draft's JSON to typed.

import { formatYuan, tryMultiplyQuantity } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import { recordIdSchema } from '#shared/base/ids';
import { normaliseText } from '#shared/base/text';
import { attachmentsSchema } from '#shared/domain/fields';
import type { PlanItem } from '#shared/domain/plan-item';
import type { PlanItemForm } from '#shared/domain/rules/plan-item/plan-item-rule';
import { fillRows, fillTyped, readDate, readQuantity, readWhole, readYuan, valueOf } from '../../ui/typed-shapes';
import { BLANK_GOAL, blankFund, blankPlan, type PlanStored, type PlanTyped } from './plan-typed';

/** The inverse of the form's schema: parsing the result gives the item back. */
export function toTyped(item: PlanStored | PlanItem): PlanTyped {
  return {
    buyerId: item.buyerId,
    year: item.year,
    number: item.number,
    name: item.name,
    mongolianName: item.mongolianName ?? '',
    notConfidential: true,
    catalogueVersion: item.catalogueVersion,
    catalogueCode: item.catalogueCode,
    otherService: item.otherService ?? { name: '', reason: '', consentDocument: '' },
    procurementCode: item.procurementCode ?? '',
    content: item.content,
    quantity: formatQuantity(item.quantityE4),
    unit: item.unit,
    unitPrice: formatYuan(item.unitPriceFen),
    costBasis: item.costBasis,
    startsOn: item.startsOn,
    endsOn: item.endsOn,
    place: item.place,
    recipients: { ...item.recipients, count: String(item.recipients.count) },
    funds: item.funds.map(({ amountFen, source, year, ...slice }) => ({
      ...slice,
      source: String(source),
      year: String(year),
      amount: formatYuan(amountFen),
    })),
    budgetProject: item.budgetProject,
    budgetCode: item.budgetCode,
    functionCode: item.functionCode,
    economicCode: item.economicCode,
    goals: item.goals.map((goal) => ({ ...goal })),
    priority: {
      livelihood: String(item.priority.livelihood),
      ease: String(item.priority.ease),
      key: String(item.priority.key),
    },
    duty: { ...item.duty },
    need: {
      ...item.need,
      surveyedCount: item.need.surveyedCount === 0 ? '' : String(item.need.surveyedCount),
      surveyedOn: item.need.surveyedOn ?? '',
    },
    suitability: { ...item.suitability },
    benefits: { ...item.benefits },
    exclusionsDenied: [...item.exclusionsDenied],
    exclusionReview: item.exclusionReview,
    establishmentPledged: item.establishmentPledged,
    method: item.method,
    providerTypes: [...item.providerTypes],
    smeReserved: item.smeReservedFen === 0 ? '' : formatYuan(item.smeReservedFen),
    attachments: [...item.attachments],
  };
}

/** What can be read of half-typed values: unreadable figures and dates are simply not there yet. */
export function toLoose(typed: PlanTyped): PlanItemForm {
  const quantityE4 = readQuantity(typed.quantity);
  const unitPriceFen = readYuan(typed.unitPrice);
  const other = typed.otherService;
  return {
    buyerId: valueOfParse(recordIdSchema.safeParse(typed.buyerId)),
    year: typed.year,
    number: normaliseText(typed.number),
    name: normaliseText(typed.name),
    ...(typed.mongolianName === '' ? {} : { mongolianName: typed.mongolianName }),
    catalogueVersion: typed.catalogueVersion,
    catalogueCode: typed.catalogueCode,
    otherService: other.name + other.reason + other.consentDocument === '' ? null : other,
    procurementCode: typed.procurementCode === '' ? null : typed.procurementCode,
    content: normaliseText(typed.content),
    quantityE4,
    unit: normaliseText(typed.unit),
    unitPriceFen,
    amountFen: amountOf(typed),
    costBasis: typed.costBasis,
    startsOn: readDate(typed.startsOn),
    endsOn: readDate(typed.endsOn),
    place: typed.place,
    recipients: { ...typed.recipients, count: readWhole(typed.recipients.count) },
    funds: typed.funds.map((slice) => ({
      source: readWhole(slice.source),
      year: readWhole(slice.year),
      amountFen: readYuan(slice.amount),
      origin: slice.origin === 'existing' || slice.origin === 'new' ? slice.origin : undefined,
      fromProject: slice.fromProject,
      approvalDocument: slice.approvalDocument,
    })),
    budgetProject: normaliseText(typed.budgetProject),
    budgetCode: typed.budgetCode,
    functionCode: typed.functionCode,
    economicCode: typed.economicCode,
    goals: typed.goals.map((goal) => ({ ...goal, kind: goal.kind as PlanItem['goals'][number]['kind'] })),
    priority: {
      livelihood: readWhole(typed.priority.livelihood),
      ease: readWhole(typed.priority.ease),
      key: readWhole(typed.priority.key),
    },
    duty: typed.duty,
    need: {
      source: typed.need.source,
      surveyedCount: typed.need.surveyedCount.trim() === '' ? 0 : readWhole(typed.need.surveyedCount),
      surveyedOn: typed.need.surveyedOn.trim() === '' ? null : readDate(typed.need.surveyedOn),
      conclusion: typed.need.conclusion,
    },
    suitability: typed.suitability,
    benefits: typed.benefits,
    exclusionsDenied: typed.exclusionsDenied,
    exclusionReview: typed.exclusionReview,
    establishmentPledged: typed.establishmentPledged,
    method: typed.method,
    providerTypes: typed.providerTypes,
    smeReservedFen: typed.smeReserved.trim() === '' ? 0 : readYuan(typed.smeReserved),
    attachments: valueOfParse(attachmentsSchema.safeParse(typed.attachments)),
  };
}

/** quantity × unit price as typed; undefined while one of them cannot be read or the product is too large. */
export function amountOf({ quantity, unitPrice }: Pick<PlanTyped, 'quantity' | 'unitPrice'>): number | undefined {
  const quantityE4 = readQuantity(quantity);
  const unitPriceFen = readYuan(unitPrice);
  if (quantityE4 === undefined || unitPriceFen === undefined) return undefined;
  return valueOf(tryMultiplyQuantity(quantityE4, unitPriceFen))?.fen;
}

/** A draft's JSON as typed values: what is missing or of another type (an older version's draft) becomes blank. */
export function readTyped(form: Readonly<Record<string, unknown>>, year: number): PlanTyped {
  const blank = blankPlan({ year, number: '', buyerId: '', catalogueVersion: '' });
  const held = attachmentsSchema.safeParse(form['attachments']);
  return {
    ...fillTyped(blank, form),
    funds: Array.isArray(form['funds']) ? fillRows(blankFund(year), form['funds']) : blank.funds,
    goals: Array.isArray(form['goals']) ? fillRows(BLANK_GOAL, form['goals']) : blank.goals,
    exclusionsDenied: textsOf(form['exclusionsDenied']),
    providerTypes: textsOf(form['providerTypes']),
    attachments: held.success ? held.data : [],
  };
}

function textsOf(found: unknown): string[] {
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

function valueOfParse<Value>(result: { success: true; data: Value } | { success: false }): Value | undefined {
  return result.success ? result.data : undefined;
}
