// Live reads of rulings that are not made yet: which items have one, and what the one of an item was typed about.

import type { RecordId, StationId } from '#shared/base/ids';
import type { PlanItem } from '#shared/domain/plan-item';
import { db, type RowOf } from '../../data/db';
import { newRecordId } from '../../data/new-id';
import { readRuling } from './ruling-draft';
import type { RulingForm } from './ruling-schema';

export interface RulingDraft {
  readonly id: RecordId;
  readonly at: string;
  readonly year: number;
  readonly typed: RulingForm;
}

/** Of every year, in the order they were saved. */
export async function readRulingDrafts(): Promise<readonly RulingDraft[]> {
  const rows = await db.drafts.where('[body.kind+body.year]').between(['decisions', 0], ['decisions', 9999]).toArray();
  return rows.sort((a, b) => a.seq - b.seq).map(toRulingDraft);
}

function toRulingDraft({ id, at, by, body }: RowOf<'drafts'>): RulingDraft {
  return { id, at, year: body.year, typed: readRuling(body.form, by) };
}

/** By item; there is one of each, and were there more, the last one saved. */
export function draftOfItems(drafts: readonly RulingDraft[]): ReadonlyMap<string, RulingDraft> {
  return new Map(drafts.map((draft) => [draft.typed.planItemId, draft]));
}

export interface ItemRuling {
  readonly draft: RulingDraft | null;
  /** Who writes it, '' when not known here. */
  readonly writer: string;
  /** The revision it was typed about, as that one read; null when it is not kept here. */
  readonly about: PlanItem | null;
  /** Under which id a ruling is begun while there is none. */
  readonly freshId: RecordId;
}

export async function readItemRuling(item: RowOf<'planItems'>, own: StationId): Promise<ItemRuling> {
  const draft = draftOfItems(await readRulingDrafts()).get(item.id) ?? null;
  const freshId = await freshRulingId(item.id, own);
  if (draft === null) return { draft, writer: '', about: null, freshId };
  const { decidedBy, planItemRev } = draft.typed;
  const [writer, former] = await Promise.all([
    db.operators.get(decidedBy as RecordId),
    planItemRev === item.rev ? item : db.revisions.get(['planItems', item.id, planItemRev]),
  ]);
  return { draft, writer: writer?.body.name ?? '', about: (former?.body as PlanItem | undefined) ?? null, freshId };
}

/** Ids given out for rulings of which nothing has been saved yet: coming back to the item goes on under the same one. */
const begun = new Map<RecordId, RecordId>();

/**
 * A ruling thrown away is taken up again under its own id: it leaves the bin with the first word, what it said stays among its saved
 * states, and there are never two of one item.
 */
async function freshRulingId(itemId: RecordId, own: StationId): Promise<RecordId> {
  const binned = await db.bin.filter(({ body }) => body.kind === 'decisions' && body.form['planItemId'] === itemId).first();
  const held = binned?.id ?? begun.get(itemId);
  const id = held !== undefined && (await db.decisions.get(held)) === undefined ? held : newRecordId(own);
  begun.set(itemId, id);
  return id;
}
