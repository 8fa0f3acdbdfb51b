// Between the acceptance form's two shapes, and how a form is laid against its contract: every agreed line once, prefilled with
// what is agreed and not yet accepted.

import { recordIdSchema, type RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import { normaliseText } from '#shared/base/text';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import { attachmentsSchema } from '#shared/domain/fields';
import { type AcceptanceContext, type AcceptanceForm, acceptedElsewhere } from '#shared/domain/rules/acceptance/acceptance-rule';
import { acceptedValueFen } from '#shared/domain/rules/acceptance/payable';
import { fillRows, fillTyped, readDate, readQuantity, readWhole, readYuan } from '../../ui/typed-shapes';
import {
  type AcceptanceStored,
  type AcceptanceTyped,
  BLANK_ACCEPTANCE,
  BLANK_ACCEPTED_LINE,
  BLANK_MEMBER,
  isUnasked,
} from './acceptance-typed';

/** The inverse of the form's schema: parsing the result with the same contract gives the acceptance back. */
export function toTyped(stored: AcceptanceStored): AcceptanceTyped {
  const { recipientOpinion: opinion, deductionFen } = stored;
  return {
    contractId: stored.contractId,
    contractRev: stored.contractRev,
    number: stored.number,
    acceptedOn: stored.acceptedOn,
    lines: stored.lines.map((line) => ({
      lineNo: line.lineNo,
      deliveredE4: formatQuantity(line.deliveredE4),
      acceptedE4: formatQuantity(line.acceptedE4),
      actual: line.actual,
      conforms: line.conforms ? 'yes' : 'no',
    })),
    members: stored.members.map((member) => ({ ...member })),
    recipientOpinion:
      opinion === null
        ? { ...BLANK_ACCEPTANCE.recipientOpinion }
        : { asked: String(opinion.asked), content: String(opinion.content), words: opinion.words },
    outcome: stored.outcome,
    deductionFen: deductionFen === 0 ? '' : formatYuan(deductionFen),
    deductionReason: stored.deductionReason,
    attachments: [...stored.attachments],
  };
}

/** What the rules can read of half-typed values; payable is reckoned, as it will be stored. */
export function toLoose(typed: AcceptanceTyped, context: AcceptanceContext, acceptedBy: RecordId): AcceptanceForm {
  const opinion = typed.recipientOpinion;
  const loose = {
    contractId: recordIdSchema.safeParse(typed.contractId).data,
    contractRev: typed.contractRev,
    number: normaliseText(typed.number),
    acceptedOn: readDate(typed.acceptedOn),
    lines: typed.lines.map((line) => ({
      lineNo: line.lineNo,
      deliveredE4: readQuantity(line.deliveredE4),
      acceptedE4: readQuantity(line.acceptedE4),
      actual: line.actual,
      conforms: line.conforms === '' ? undefined : line.conforms === 'yes',
    })),
    members: typed.members.map((member) => ({ ...member, side: member.side === '' ? undefined : (member.side as Side) })),
    recipientOpinion: isUnasked(opinion)
      ? null
      : { asked: readWhole(opinion.asked), content: readWhole(opinion.content), words: opinion.words },
    outcome: typed.outcome === '' ? undefined : (typed.outcome as Acceptance['outcome']),
    deductionFen: typed.deductionFen.trim() === '' ? 0 : readYuan(typed.deductionFen),
    deductionReason: normaliseText(typed.deductionReason),
    attachments: attachmentsSchema.safeParse(typed.attachments).data,
    acceptedBy,
  };
  return { ...loose, payableFen: payableOf(loose, context) };
}

type Side = Acceptance['members'][number]['side'];

/** Σ accepted × agreed price − deduction, never below 0; undefined while a figure cannot be read. */
export function payableOf(loose: AcceptanceForm, context: AcceptanceContext): number | undefined {
  const valueFen = acceptedValueFen(loose, context);
  if (valueFen === undefined || loose.deductionFen === undefined) return undefined;
  return Math.max(0, valueFen - loose.deductionFen);
}

/** A draft's JSON as typed values. */
export function readTyped(form: Readonly<Record<string, unknown>>): AcceptanceTyped {
  const attachments = attachmentsSchema.safeParse(form['attachments']);
  return {
    ...fillTyped(BLANK_ACCEPTANCE, form),
    lines: fillRows(BLANK_ACCEPTED_LINE, form['lines']),
    members: fillRows(BLANK_MEMBER, form['members']),
    attachments: attachments.success ? attachments.data : [],
  };
}

/**
 * The form laid against the contract as it is now: rows the contract knows keep what was typed, new ones are prefilled with
 * what is agreed minus accepted elsewhere, rows it no longer knows go.
 */
export function alignWithContract(
  typed: AcceptanceTyped,
  contract: { readonly id: RecordId; readonly rev: number; readonly body: Pick<Contract, 'lines'> },
  context: AcceptanceContext,
): AcceptanceTyped {
  return {
    ...typed,
    contractId: contract.id,
    contractRev: contract.rev,
    lines: contract.body.lines.map((agreed) => {
      const held = typed.lines.find((line) => line.lineNo === agreed.lineNo);
      if (held !== undefined) return held;
      const left = formatQuantity(Math.max(0, agreed.quantityE4 - acceptedElsewhere(context, agreed.lineNo)));
      return { ...BLANK_ACCEPTED_LINE, lineNo: agreed.lineNo, deliveredE4: left, acceptedE4: left };
    }),
  };
}
