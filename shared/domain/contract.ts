// Contract 购买服务合同: the eight elements of 80号文 三(四)3, the payment schedule, and the promise not to assign.

import { z } from 'zod';
import { recordIdSchema } from '../base/ids';
import { amountFen, attachmentsSchema, businessDate, line, nameText, optionalLine, optionalText, quantityE4, text, usccText } from './fields';

/** 政府采购法第46条, R073: calendar days from the award notice within which it is signed. */
export const DAYS_TO_SIGN = 30;

/** One thing agreed: acceptance goes through these line by line. */
export const contractLineSchema = z.strictObject({
  lineNo: z.int().min(1).max(500),
  name: line(100),
  requirement: text(1000),
  quantityE4,
  unit: line(20),
  unitPriceFen: amountFen,
  amountFen,
});
export type ContractLine = z.infer<typeof contractLineSchema>;

/** One instalment. Instalments sum to the contract's amount. */
export const instalmentSchema = z.strictObject({
  /** Code of payment_kind: 1 first, 2 progress, 3 final, 4 retention. */
  kind: z.int().min(1).max(4),
  dueOn: businessDate,
  amountFen,
  condition: line(200),
});
export type Instalment = z.infer<typeof instalmentSchema>;

export const contractSchema = z.strictObject({
  planItemId: recordIdSchema,
  /** The decision whose amount this contract may not exceed. */
  decisionId: recordIdSchema,
  number: line(60),
  name: nameText,
  supplier: z.strictObject({ name: nameText, uscc: usccText, type: z.string().regex(/^P[1-8]$/) }),
  method: line(20),
  awardNoticeOn: businessDate.nullable(),
  signedOn: businessDate,
  // The eight elements; `payment` is text and schedule together, quantity and subject stand in the lines.
  scope: text(2000),
  subject: text(1000),
  quality: text(2000),
  startsOn: businessDate,
  endsOn: businessDate,
  paymentTerms: text(1000),
  rights: z.strictObject({ buyer: text(1000), supplier: text(1000), recipients: text(1000) }),
  breach: text(1000),
  lines: z.array(contractLineSchema).min(1).max(200),
  amountFen,
  schedule: z.array(instalmentSchema).min(1).max(60),
  /** Four conditions for a term over one year and up to three (102号令第24条). */
  longTerm: z.strictObject({
    fixedContent: z.boolean(),
    continuous: z.boolean(),
    stableFunding: z.boolean(),
    stablePrice: z.boolean(),
  }),
  noAssignmentPromised: z.boolean(),
  /** Who is paid; must be the supplier (R075). */
  payeeName: nameText,
  payeeUscc: usccText,
  acceptanceScheme: text(2000),
  lateReason: optionalText(500),
  filingNumber: optionalLine(60),
  attachments: attachmentsSchema,
  handledBy: recordIdSchema,
});
export type Contract = z.infer<typeof contractSchema>;
