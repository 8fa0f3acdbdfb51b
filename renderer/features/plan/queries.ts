// Live reads of the plan area: this station's buyers, its drafts and submitted items of a year, and one item with all about it.

import type { RecordId, StationId } from '#shared/base/ids';
import type { SiblingItem } from '#shared/domain/rules/plan-item/plan-item-rule';
import { db, type RowOf, type Standing } from '../../data/db';
import { planItemsOfOffice } from '../../data/plan-items';
import { readStandings } from '../../data/standings';
import { amountOf, readTyped } from './plan-convert';

/** Buyers this station prepares for, in order of their name. */
export async function readBuyers(own: StationId): Promise<readonly RowOf<'buyers'>[]> {
  const rows = await db.buyers.filter((row) => row.author === own).toArray();
  return rows.sort((a, b) => a.body.name.localeCompare(b.body.name, 'zh-CN'));
}

export interface PlanYear {
  readonly items: readonly RowOf<'planItems'>[];
  readonly drafts: readonly RowOf<'drafts'>[];
  readonly standings: ReadonlyMap<RecordId, Standing>;
}

export async function readPlanYear(own: StationId, year: number): Promise<PlanYear> {
  const [items, drafts] = await Promise.all([
    planItemsOfOffice(own, year),
    db.drafts.where('[body.kind+body.year]').equals(['planItems', year]).toArray(),
  ]);
  return { items, drafts, standings: await readStandings(items.map((row) => row.id)) };
}

export type Neighbour = SiblingItem & { readonly buyerId: RecordId | '' };

/** All other projects of a year as the rules compare them, drafts included; each object lives as long as the result. */
export async function readSiblings(own: StationId, year: number, except?: RecordId): Promise<readonly Neighbour[]> {
  const { items, drafts } = await readPlanYear(own, year);
  const submitted = new Set(items.map((row) => row.id));
  const official = items.map(({ id, body }): Neighbour => pick(id, body));
  const drafted = drafts
    .filter((row) => !submitted.has(row.id))
    .map(({ id, body }): Neighbour => {
      const typed = readTyped(body.form, body.year);
      const { buyerId, ...rest } = typed;
      const procurementCode = typed.procurementCode === '' ? null : typed.procurementCode;
      return pick(id, { ...rest, buyerId: buyerId as RecordId | '', procurementCode, amountFen: amountOf(typed) ?? 0 });
    });
  return [...official, ...drafted].filter(({ id }) => id !== except);
}

function pick(id: RecordId, { buyerId, number, name, catalogueCode, content, budgetProject, procurementCode, amountFen }: Omit<Neighbour, 'id'>): Neighbour {
  return { id, buyerId, number, name, catalogueCode, content, budgetProject, procurementCode, amountFen };
}

export interface PlanSubject {
  readonly item: RowOf<'planItems'> | null;
  readonly draft: RowOf<'drafts'> | null;
  readonly standing: Standing | null;
  /** The decision that stands, whatever revision it saw. */
  readonly decision: RowOf<'decisions'> | null;
}

export async function readSubject(id: RecordId): Promise<PlanSubject> {
  const [item, draft, standing] = await Promise.all([db.planItems.get(id), db.drafts.get(id), db.standings.get(id)]);
  const decision = standing === undefined ? undefined : await db.decisions.get(standing.decisionId);
  return { item: item ?? null, draft: draft ?? null, standing: standing ?? null, decision: decision ?? null };
}

/** Numbers a new project of that year may not take. */
export async function readTakenNumbers(own: StationId, year: number): Promise<readonly string[]> {
  const { items, drafts } = await readPlanYear(own, year);
  return [...items.map((row) => row.body.number), ...drafts.map((row) => readTyped(row.body.form, year).number)];
}
