// What the contract form holds while typing, and how it becomes a stored contract. Keys are the record's own paths, so that
// findings, complaints and fields meet without a map; values are what was typed. Rules judge completeness, this judges form.

import { z } from 'zod';
import { tryMultiplyQuantity } from '#shared/base/money';
import { recordIdSchema } from '#shared/base/ids';
import { contractSchema, instalmentSchema } from '#shared/domain/contract';
import { attachmentsSchema } from '#shared/domain/fields';
import type { Contract } from '#shared/domain/contract';
import {
  typedDate,
  typedDateOrNone,
  typedLine,
  typedLineOrNone,
  typedQuantity,
  typedText,
  typedTextOrNone,
  typedUscc,
  typedYuan,
} from '../../ui/typed';
import type { Widened } from '../../ui/typed-shapes';

const contract = contractSchema.shape;

const typedContractLine = z
  .object({
    lineNo: z.int().min(1).max(500),
    name: typedLine(100),
    requirement: typedText(1000),
    quantityE4: typedQuantity,
    unit: typedLine(20),
    unitPriceFen: typedYuan,
  })
  .transform((line, context) => {
    const product = tryMultiplyQuantity(line.quantityE4, line.unitPriceFen);
    if (product.ok) return { ...line, amountFen: product.value.fen };
    context.addIssue({ code: 'custom', path: ['unitPriceFen'], message: product.error.code });
    return z.NEVER;
  });

const typedInstalment = z.object({
  kind: z.string().min(1).transform(Number).pipe(instalmentSchema.shape.kind),
  dueOn: typedDate,
  amountFen: typedYuan,
  condition: typedLine(200),
});

/** Typed values in, everything of a contract out but who handled it. */
export const contractFormSchema = z.object({
  planItemId: recordIdSchema,
  decisionId: recordIdSchema,
  number: typedLine(60),
  name: typedLine(100),
  supplier: z.object({ name: typedLine(100), uscc: typedUscc, type: z.string().pipe(contract.supplier.shape.type) }),
  method: z.string().min(1).pipe(contract.method),
  awardNoticeOn: typedDateOrNone,
  signedOn: typedDate,
  scope: typedText(2000),
  subject: typedText(1000),
  quality: typedText(2000),
  startsOn: typedDate,
  endsOn: typedDate,
  paymentTerms: typedText(1000),
  rights: z.object({ buyer: typedText(1000), supplier: typedText(1000), recipients: typedText(1000) }),
  breach: typedText(1000),
  lines: z.array(typedContractLine).min(1).max(200),
  amountFen: typedYuan,
  schedule: z.array(typedInstalment).min(1).max(60),
  longTerm: contract.longTerm,
  noAssignmentPromised: z.boolean(),
  payeeName: typedLine(100),
  payeeUscc: typedUscc,
  acceptanceScheme: typedText(2000),
  lateReason: typedTextOrNone(500),
  filingNumber: typedLineOrNone(60),
  attachments: attachmentsSchema,
});

export type ContractTyped = Widened<z.input<typeof contractFormSchema>>;
export type ContractStored = Omit<Contract, 'handledBy'>;
export type LineTyped = ContractTyped['lines'][number];
export type InstalmentTyped = ContractTyped['schedule'][number];

export const BLANK_LINE: LineTyped = { lineNo: 1, name: '', requirement: '', quantityE4: '', unit: '', unitPriceFen: '' };
export const BLANK_INSTALMENT: InstalmentTyped = { kind: '', dueOn: '', amountFen: '', condition: '' };

export const BLANK_CONTRACT: ContractTyped = {
  planItemId: '',
  decisionId: '',
  number: '',
  name: '',
  supplier: { name: '', uscc: '', type: '' },
  method: '',
  awardNoticeOn: '',
  signedOn: '',
  scope: '',
  subject: '',
  quality: '',
  startsOn: '',
  endsOn: '',
  paymentTerms: '',
  rights: { buyer: '', supplier: '', recipients: '' },
  breach: '',
  lines: [],
  amountFen: '',
  schedule: [],
  longTerm: { fixedContent: false, continuous: false, stableFunding: false, stablePrice: false },
  noAssignmentPromised: false,
  payeeName: '',
  payeeUscc: '',
  acceptanceScheme: '',
  lateReason: '',
  filingNumber: '',
  attachments: [],
};

/** A fresh row's number: one above the highest, so that a number is never used twice. */
export function nextLineNo(lines: readonly Pick<LineTyped, 'lineNo'>[]): number {
  return lines.reduce((highest, line) => Math.max(highest, line.lineNo), 0) + 1;
}
