// What the acceptance form holds while typing, and how it becomes a stored acceptance. Keys are the record's own paths. What is
// payable is never typed: it follows from the accepted quantities and the contract's prices.

import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids';
import { tryMultiplyQuantity, trySumFen } from '#shared/base/money';
import { normaliseText } from '#shared/base/text';
import { type Acceptance, acceptanceSchema } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import { attachmentsSchema } from '#shared/domain/fields';
import { fieldSentence } from '../../text/field-errors';
import {
  typedDate,
  typedLine,
  typedQuantity,
  typedText,
  typedTextOrNone,
  typedWhole,
  typedYuanOrNone,
} from '../../ui/typed';
import type { Widened } from '../../ui/typed-shapes';

const acceptance = acceptanceSchema.shape;

const typedAcceptanceLine = z.object({
  lineNo: z.int().min(1).max(500),
  deliveredE4: typedQuantity,
  acceptedE4: typedQuantity,
  actual: typedText(1000),
  conforms: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

const typedOpinion = z.object({ asked: typedWhole(0, 1_000_000), content: typedWhole(0, 1_000_000), words: typedText(1000) });

const typedAcceptance = z.object({
  contractId: recordIdSchema,
  contractRev: z.int().min(1),
  number: typedLine(60),
  acceptedOn: typedDate,
  lines: z.array(typedAcceptanceLine).min(1).max(200),
  members: z
    .array(z.object({ name: typedLine(50), post: typedLine(100), side: acceptance.members.element.shape.side }))
    .min(1)
    .max(30),
  /** All three blank: the recipients were not asked. */
  recipientOpinion: z.object({ asked: z.string(), content: z.string(), words: z.string() }),
  outcome: acceptance.outcome,
  deductionFen: typedYuanOrNone,
  deductionReason: typedTextOrNone(500),
  attachments: attachmentsSchema,
});

/** Typed values in, everything of an acceptance out but who accepted. A deduction above the value leaves 0 payable; a rule refuses it. */
export function acceptanceFormSchema(contract: Pick<Contract, 'lines'>) {
  return typedAcceptance.transform((typed, context) => {
    const unasked = isUnasked(typed.recipientOpinion);
    // A parse within a parse does not hear of the form's words.
    const opinion = typedOpinion.safeParse(typed.recipientOpinion, { error: (issue) => fieldSentence(issue) });
    if (!unasked && !opinion.success) {
      for (const { path, message } of opinion.error.issues) {
        context.addIssue({ code: 'custom', path: ['recipientOpinion', ...path], message });
      }
      return z.NEVER;
    }
    const valueFen = valueOfLines(typed.lines, contract);
    if (valueFen === undefined) {
      context.addIssue({ code: 'custom', path: ['lines'], message: 'money.too-large' });
      return z.NEVER;
    }
    return { ...typed, recipientOpinion: opinion.data ?? null, payableFen: Math.max(0, valueFen - typed.deductionFen) };
  });
}

/** Σ accepted × agreed price; undefined when it leaves the range of amounts. */
function valueOfLines(
  lines: readonly { readonly lineNo: number; readonly acceptedE4: number }[],
  contract: Pick<Contract, 'lines'>,
): number | undefined {
  const amounts: number[] = [];
  for (const { lineNo, acceptedE4 } of lines) {
    const price = contract.lines.find((agreed) => agreed.lineNo === lineNo)?.unitPriceFen ?? 0;
    const product = tryMultiplyQuantity(acceptedE4, price);
    if (!product.ok) return undefined;
    amounts.push(product.value.fen);
  }
  const sum = trySumFen(amounts);
  return sum.ok ? sum.value : undefined;
}

export function isUnasked(opinion: AcceptanceTyped['recipientOpinion']): boolean {
  return [opinion.asked, opinion.content, opinion.words].every((typed) => normaliseText(typed) === '');
}

export type AcceptanceTyped = Widened<z.input<typeof typedAcceptance>>;
export type AcceptanceStored = Omit<Acceptance, 'acceptedBy'>;
export type AcceptedLineTyped = AcceptanceTyped['lines'][number];
export type MemberTyped = AcceptanceTyped['members'][number];

export const BLANK_ACCEPTED_LINE: AcceptedLineTyped = { lineNo: 1, deliveredE4: '', acceptedE4: '', actual: '', conforms: '' };
export const BLANK_MEMBER: MemberTyped = { name: '', post: '', side: '' };

export const BLANK_ACCEPTANCE: AcceptanceTyped = {
  contractId: '',
  contractRev: 1,
  number: '',
  acceptedOn: '',
  lines: [],
  members: [],
  recipientOpinion: { asked: '', content: '', words: '' },
  outcome: '',
  deductionFen: '',
  deductionReason: '',
  attachments: [],
};
