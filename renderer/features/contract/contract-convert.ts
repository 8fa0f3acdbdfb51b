// Between the contract form's two shapes: stored to typed, half typed to what the rules can read, a draft's JSON to typed,
// and the first values from the plan item a contract is made for.

import { normaliseUscc } from '#shared/base/uscc';
import { recordIdSchema, type RecordId } from '#shared/base/ids';
import { formatYuan, type Product, tryMultiplyQuantity, trySumFen } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import { normaliseText } from '#shared/base/text';
import { attachmentsSchema } from '#shared/domain/fields';
import type { PlanItem } from '#shared/domain/plan-item';
import type { ContractForm } from '#shared/domain/rules/contract/contract-rule';
import { fillRows, fillTyped, readDate, readQuantity, readWhole, readYuan, valueOf } from '../../ui/typed-shapes';
import {
  BLANK_CONTRACT,
  BLANK_INSTALMENT,
  BLANK_LINE,
  type ContractStored,
  type ContractTyped,
  type InstalmentTyped,
  type LineTyped,
} from './contract-typed';

/** The inverse of the form's schema: parsing the result gives the contract back. */
export function toTyped(stored: ContractStored): ContractTyped {
  const { handledBy: _handledBy, ...body } = stored as ContractStored & { readonly handledBy?: RecordId };
  return {
    ...body,
    supplier: { ...body.supplier },
    awardNoticeOn: body.awardNoticeOn ?? '',
    rights: { ...body.rights },
    lines: body.lines.map(({ amountFen: _amountFen, quantityE4, unitPriceFen, ...line }) => ({
      ...line,
      quantityE4: formatQuantity(quantityE4),
      unitPriceFen: formatYuan(unitPriceFen),
    })),
    amountFen: formatYuan(body.amountFen),
    schedule: body.schedule.map((instalment) => ({
      ...instalment,
      kind: String(instalment.kind),
      amountFen: formatYuan(instalment.amountFen),
    })),
    longTerm: { ...body.longTerm },
    attachments: [...body.attachments],
  };
}

/** What can be read of half-typed values: unreadable figures and dates are simply not there yet. */
export function toLoose(typed: ContractTyped): ContractForm {
  const { planItemId, decisionId, supplier, longTerm, noAssignmentPromised, attachments } = typed;
  return {
    planItemId: recordIdSchema.safeParse(planItemId).data,
    decisionId: recordIdSchema.safeParse(decisionId).data,
    number: normaliseText(typed.number),
    name: normaliseText(typed.name),
    supplier: {
      name: normaliseText(supplier.name),
      uscc: normaliseUscc(supplier.uscc),
      type: supplier.type === '' ? undefined : supplier.type,
    },
    method: typed.method,
    awardNoticeOn: typed.awardNoticeOn === '' ? null : readDate(typed.awardNoticeOn),
    signedOn: readDate(typed.signedOn),
    scope: normaliseText(typed.scope),
    subject: normaliseText(typed.subject),
    quality: normaliseText(typed.quality),
    startsOn: readDate(typed.startsOn),
    endsOn: readDate(typed.endsOn),
    paymentTerms: normaliseText(typed.paymentTerms),
    rights: typed.rights,
    breach: normaliseText(typed.breach),
    lines: typed.lines.map((line) => ({
      ...line,
      quantityE4: readQuantity(line.quantityE4),
      unitPriceFen: readYuan(line.unitPriceFen),
      amountFen: lineProduct(line)?.fen,
    })),
    amountFen: readYuan(typed.amountFen),
    schedule: typed.schedule.map((instalment) => ({
      kind: readWhole(instalment.kind),
      dueOn: readDate(instalment.dueOn),
      amountFen: readYuan(instalment.amountFen),
      condition: instalment.condition,
    })),
    longTerm,
    noAssignmentPromised,
    payeeName: normaliseText(typed.payeeName),
    payeeUscc: normaliseUscc(typed.payeeUscc),
    acceptanceScheme: normaliseText(typed.acceptanceScheme),
    lateReason: normaliseText(typed.lateReason),
    filingNumber: normaliseText(typed.filingNumber),
    attachments: attachmentsSchema.safeParse(attachments).data,
  };
}

/** quantity × unit price as typed; undefined while one of them cannot be read or the product is too large. */
export function lineProduct({ quantityE4, unitPriceFen }: Pick<LineTyped, 'quantityE4' | 'unitPriceFen'>): Product | undefined {
  const quantity = readQuantity(quantityE4);
  const price = readYuan(unitPriceFen);
  return quantity === undefined || price === undefined ? undefined : valueOf(tryMultiplyQuantity(quantity, price));
}

export interface TypedSum {
  /** Sum of the rows that can be read. */
  readonly fen: number;
  /** Rows that cannot be read yet. */
  readonly open: number;
}

export function sumOfLines(lines: readonly LineTyped[]): TypedSum {
  return sumTyped(lines.map((line) => lineProduct(line)?.fen));
}

export function sumOfSchedule(schedule: readonly InstalmentTyped[]): TypedSum {
  return sumTyped(schedule.map((instalment) => readYuan(instalment.amountFen)));
}

function sumTyped(amounts: readonly (number | undefined)[]): TypedSum {
  const known = amounts.filter((amount) => amount !== undefined);
  const sum = trySumFen(known);
  return sum.ok ? { fen: sum.value, open: amounts.length - known.length } : { fen: 0, open: amounts.length };
}

/** A draft's JSON as typed values. */
export function readTyped(form: Readonly<Record<string, unknown>>): ContractTyped {
  const attachments = attachmentsSchema.safeParse(form['attachments']);
  return {
    ...fillTyped(BLANK_CONTRACT, form),
    lines: fillRows(BLANK_LINE, form['lines']),
    schedule: fillRows(BLANK_INSTALMENT, form['schedule']),
    attachments: attachments.success ? attachments.data : [],
  };
}

/** A new contract as the plan item and its approval already settle it; the amount left is the upper limit, not the price. */
export function fromPlanItem(planItemId: RecordId, decisionId: RecordId, item: PlanItem): ContractTyped {
  const type = item.providerTypes.length === 1 ? (item.providerTypes[0] ?? '') : '';
  const line: LineTyped = {
    lineNo: 1,
    name: item.name,
    requirement: '',
    quantityE4: formatQuantity(item.quantityE4),
    unit: item.unit,
    unitPriceFen: formatYuan(item.unitPriceFen),
  };
  return {
    ...BLANK_CONTRACT,
    planItemId,
    decisionId,
    name: item.name,
    supplier: { ...BLANK_CONTRACT.supplier, type },
    method: item.method,
    subject: item.content.slice(0, 1000),
    startsOn: item.startsOn,
    endsOn: item.endsOn,
    lines: [line],
  };
}
