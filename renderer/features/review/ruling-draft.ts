// A ruling that is not made yet, as its draft holds it: begun on one submitted revision, read back, laid under a later one. Pure.

import { todayInShanghai } from '#shared/base/date';
import { formatYuan } from '#shared/base/money';
import type { RecordId } from '#shared/base/ids';
import { DECISION_OUTCOMES, type DecisionOutcome } from '#shared/domain/decision';
import type { Draft } from '#shared/domain/draft';
import type { PlanItem } from '#shared/domain/plan-item';
import type { RowOf } from '../../data/db';
import type { DraftWords } from '../../text/draft-sheet';
import { planItemSheet } from '../../text/plan-item-sheet';
import type { SheetEntry } from '../../text/sheet';
import { OUTCOME_LABELS } from '../../text/standing';
import { fillTyped, type Widened } from '../../ui/typed-shapes';
import { fieldOpinionKey, opinionField, type RulingForm } from './ruling-schema';

type Item = Pick<RowOf<'planItems'>, 'id' | 'rev' | 'hash' | 'body'>;

/** The form of an item nothing has been said of yet: approved in full. */
export function blankRuling({ id, rev, hash, body }: Item, decidedBy: RecordId): RulingForm {
  return {
    outcome: 'approved',
    amountFen: amountFor('approved', body.amountFen),
    opinion: '',
    documentNumber: '',
    decidedOn: todayInShanghai(Date.now()),
    fieldOpinions: {},
    planItemId: id,
    planItemRev: rev,
    planItemHash: hash,
    number: body.number,
    name: body.name,
    decidedBy,
    carriedFrom: 0,
  };
}

/** What an outcome grants until another amount is typed; '' for a cut, which has to say it. */
export function amountFor(outcome: DecisionOutcome, requestedFen: number): string {
  if (outcome === 'approved') return formatYuan(requestedFen);
  return outcome === 'cut' ? '' : '0';
}

const EMPTY: Widened<Omit<RulingForm, 'fieldOpinions'>> = {
  outcome: '',
  amountFen: '',
  opinion: '',
  documentNumber: '',
  decidedOn: '',
  planItemId: '',
  planItemRev: 0,
  planItemHash: '',
  number: '',
  name: '',
  decidedBy: '',
  carriedFrom: 0,
};

/** A draft's form as it was saved; what is missing or of another type is blank. A draft that names nobody belongs to `writtenBy`. */
export function readRuling(form: Draft['form'], writtenBy: RecordId): RulingForm {
  const typed = fillTyped(EMPTY, form);
  return {
    ...typed,
    outcome: DECISION_OUTCOMES.find((outcome) => outcome === typed.outcome) ?? 'approved',
    decidedBy: typed.decidedBy === '' ? writtenBy : typed.decidedBy,
    fieldOpinions: readOpinions(form['fieldOpinions']),
  };
}

function readOpinions(found: unknown): RulingForm['fieldOpinions'] {
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

export function isAbout(typed: Pick<RulingForm, 'planItemRev' | 'planItemHash'>, { rev, hash }: Pick<Item, 'rev' | 'hash'>): boolean {
  return typed.planItemRev === rev && typed.planItemHash === hash;
}

/**
 * The form as this operator has it before an item. What was typed about another revision keeps its words, but says so until it has
 * been checked. Every field of the item has its opinion, '' for none, and so has each that was spoken of.
 */
export function layUnder(typed: RulingForm, item: Item, decidedBy: RecordId): RulingForm {
  const blanks = Object.fromEntries(itemEntries(item.body).map(({ field }) => [fieldOpinionKey(field), '']));
  const said = Object.entries(typed.fieldOpinions).filter(([key, opinion]) => opinion !== '' || key in blanks);
  return {
    ...typed,
    planItemId: item.id,
    planItemRev: item.rev,
    planItemHash: item.hash,
    number: item.body.number,
    name: item.body.name,
    decidedBy,
    carriedFrom: isAbout(typed, item) ? typed.carriedFrom : typed.planItemRev,
    fieldOpinions: { ...blanks, ...Object.fromEntries(said) },
  };
}

export function itemEntries(body: PlanItem): readonly SheetEntry[] {
  return planItemSheet(body).flatMap(({ entries }) => entries);
}

/** Fields of an opinion that an item does not have, though something was said of them: it has been changed since. */
export function strayFields(typed: Pick<RulingForm, 'fieldOpinions'>, body: PlanItem): readonly string[] {
  const known = new Set(itemEntries(body).map(({ field }) => field));
  return Object.entries(typed.fieldOpinions).flatMap(([key, opinion]) => (opinion === '' || known.has(opinionField(key)) ? [] : [opinionField(key)]));
}

/** The form in words; `bodies` are the revisions whose fields may be spoken of, the one that matters first. */
export function rulingWords(bodies: readonly PlanItem[]): DraftWords {
  const named = [...bodies].reverse().flatMap(itemEntries);
  return {
    labels: {
      outcome: '审定结果',
      amountFen: '审定金额（元）',
      documentNumber: '批复文号',
      decidedOn: '审定日期',
      opinion: '审定意见',
      ...Object.fromEntries(named.map(({ field, label }) => [`fieldOpinions.${fieldOpinionKey(field)}`, `对“${label}”的意见`])),
      carriedFrom: '核对',
    },
    show: {
      outcome: (outcome) => OUTCOME_LABELS[outcome as DecisionOutcome],
      carriedFrom: (rev) => (rev === '0' ? '' : `写于第 ${rev} 次送审，尚未核对`),
    },
  };
}

export function rulingDraft(form: RulingForm, year: number): Draft {
  return { kind: 'decisions', year, basedOnRev: 0, form };
}
