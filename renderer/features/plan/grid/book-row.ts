// One project as a row of the plan grid: what the list says of it, and the texts its cells hold. Pure.

import type { RecordId } from '#shared/base/ids';
import type { RowOf } from '../../../data/db';
import type { ExchangeHeads } from '../../../data/exchange-heads';
import { toDraft } from '../drafts';
import { draftedRow, type PlanRow, toPlanRows } from '../plan-rows';
import type { PlanTyped } from '../plan-typed';
import type { PlanYear } from '../queries';

export interface BookRow extends PlanRow {
  /** The operator at the desk prepared it and may write in it (R067). */
  readonly editable: boolean;
  readonly ticked: boolean;
  /** What was read from the tables: while it says the same, the row is the same object. */
  readonly source: string;
}

export function toBookRows(stored: PlanYear, heads: ExchangeHeads, operator: RecordId): readonly BookRow[] {
  const items = new Map(stored.items.map((item) => [item.id, item]));
  return toPlanRows(stored, heads).map((row): BookRow => {
    const item = items.get(row.id);
    const draft = row.draft?.row;
    return {
      ...row,
      editable: row.draft !== null && row.draft.preparedBy === operator,
      ticked: false,
      source: [item?.hash, draft?.hash, JSON.stringify(row.standing), row.approvedFen, JSON.stringify(row.official)].join(' '),
    };
  });
}

/** The row with other texts: a draft of its preparer's, no longer handed over. `was` is the draft it changes, null for a new project. */
export function rewritten(row: BookRow, typed: PlanTyped, preparedBy: RecordId): BookRow {
  const held = row.draft?.row;
  const basedOnRev = held?.body.basedOnRev ?? 0;
  const body = toDraft({ typed, preparedBy, forReview: false }, basedOnRev);
  const draft = { ...(held ?? unwritten(row.id, preparedBy)), body };
  return { ...row, ...draftedRow(draft, row), editable: true, source: '' };
}

/** A draft as the tables will hold it, before it has been written. */
function unwritten(id: RecordId, by: RecordId): Omit<RowOf<'drafts'>, 'body'> {
  return { id, author: '' as RowOf<'drafts'>['author'], seq: 0, rev: 0, hash: '' as RowOf<'drafts'>['hash'], at: '', by };
}

export function blankRow(id: RecordId, typed: PlanTyped): BookRow {
  return {
    id,
    number: typed.number,
    name: '',
    catalogue: '',
    amountFen: undefined,
    recipients: '',
    standing: { word: 'draft', editing: false },
    approvedFen: null,
    official: null,
    draft: null,
    typed,
    editable: true,
    ticked: false,
    source: '',
  };
}
