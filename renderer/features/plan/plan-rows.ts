// The plan list's rows and totals from what is stored: drafts and submitted items of one year, each project once. Pure.

import type { RecordId } from '#shared/base/ids';
import { MAX_FEN } from '#shared/base/money';
import type { Standing } from '#shared/domain/status';
import { findCatalogueItem } from '#shared/policy/catalogue';
import type { RowOf, Standing as Judged } from '../../data/db';
import type { ExchangeHeads } from '../../data/exchange-heads';
import type { DecisionOutcome } from '../../data/outcomes';
import { planItemStanding } from '../../data/record-standing';
import { type Place, placeOf } from '../../data/tally-layout';
import { readDraft } from './drafts';
import { amountOf, toTyped } from './plan-convert';
import type { PlanTyped } from './plan-typed';
import type { PlanYear } from './queries';

/** What sums and counts take of a project: of its latest official revision, whatever is being written over it. */
export interface OfficialFacts {
  readonly category: Place;
  /** Of the decision that stands for this very revision; null without one. */
  readonly outcome: DecisionOutcome | null;
  /** The document that approved it; null for what was not approved. */
  readonly approval: Approval | null;
}

/** All that one document approved on one day. */
export interface Approval {
  readonly decidedOn: string;
  readonly documentNumber: string;
}

export interface PlanRow {
  readonly id: RecordId;
  readonly number: string;
  readonly name: string;
  readonly catalogue: string;
  /** undefined while a draft has no amount yet. */
  readonly amountFen: number | undefined;
  readonly recipients: string;
  readonly standing: Standing;
  /** null while nothing is decided about the revision held. */
  readonly approvedFen: number | null;
  /** null before the first official revision. */
  readonly official: OfficialFacts | null;
  readonly draft: { readonly preparedBy: RecordId; readonly forReview: boolean; readonly row: RowOf<'drafts'> } | null;
  readonly typed: PlanTyped;
}

/** In order of number. A draft's values stand before those of the revision it will replace. */
export function toPlanRows({ items, drafts, standings }: PlanYear, heads: ExchangeHeads): readonly PlanRow[] {
  const drafted = new Map(drafts.map((row) => [row.id, row]));
  const rows = new Map<RecordId, PlanRow>();
  for (const item of items) {
    const { id, body } = item;
    const judged = standings.get(id);
    rows.set(id, {
      id,
      number: body.number,
      name: body.name,
      catalogue: catalogueText(body.catalogueVersion, body.catalogueCode),
      amountFen: body.amountFen,
      recipients: recipientsText(body.recipients.group, String(body.recipients.count)),
      standing: planItemStanding(item, judged, heads, drafted.has(id)),
      approvedFen: judged?.current === true ? judged.approvedFen : null,
      official: officialFacts(body.catalogueCode, judged),
      draft: null,
      typed: toTyped(body),
    });
  }
  for (const row of drafts) {
    rows.set(row.id, draftedRow(row, rows.get(row.id)));
  }
  return [...rows.values()].sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
}

/** A draft as a row; `official` is the row of the revision it will replace. */
export function draftedRow(row: RowOf<'drafts'>, official: Pick<PlanRow, 'standing' | 'approvedFen' | 'official'> | undefined): PlanRow {
  const { typed, preparedBy, forReview } = readDraft(row.body, row.by);
  return {
    id: row.id,
    number: typed.number,
    name: typed.name,
    catalogue: catalogueText(typed.catalogueVersion, typed.catalogueCode),
    amountFen: amountOf(typed),
    recipients: recipientsText(typed.recipients.group, typed.recipients.count),
    standing: official?.standing ?? { word: 'draft', editing: false },
    approvedFen: official?.approvedFen ?? null,
    official: official?.official ?? null,
    draft: { preparedBy, forReview, row },
    typed,
  };
}

function officialFacts(catalogueCode: string, judged: Judged | undefined): OfficialFacts {
  const category = placeOf(catalogueCode);
  if (judged?.current !== true) return { category, outcome: null, approval: null };
  const { outcome, decisionId, candidates } = judged;
  const decision = outcome === 'approved' || outcome === 'cut' ? candidates.find((one) => one.decisionId === decisionId) : undefined;
  return { category, outcome, approval: decision === undefined ? null : { decidedOn: decision.decidedOn, documentNumber: decision.documentNumber } };
}

export function isApprovedBy({ official }: Pick<PlanRow, 'official'>, { decidedOn, documentNumber }: Approval): boolean {
  return official?.approval?.decidedOn === decidedOn && official.approval.documentNumber === documentNumber;
}

export interface PlanTotals {
  readonly count: number;
  readonly drafts: number;
  readonly amountFen: number;
  readonly approvedFen: number;
  /** False when a sum is beyond the largest amount and therefore not shown. */
  readonly withinRange: boolean;
}

export function planTotals(rows: readonly PlanRow[]): PlanTotals {
  // Amounts are never negative, so a sum that left the exact integers on its way stays above the largest amount.
  const sum = (of: (row: PlanRow) => number | null | undefined) => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const amountFen = sum((row) => row.amountFen);
  const approvedFen = sum((row) => row.approvedFen);
  const withinRange = amountFen <= MAX_FEN && approvedFen <= MAX_FEN;
  return {
    count: rows.length,
    drafts: rows.filter((row) => row.draft !== null).length,
    amountFen: withinRange ? amountFen : 0,
    approvedFen: withinRange ? approvedFen : 0,
    withinRange,
  };
}

function catalogueText(version: string, code: string): string {
  const item = findCatalogueItem(version, code);
  return item === null ? code : `${code} ${item.name}`;
}

function recipientsText(group: string, count: string): string {
  return count === '' ? group : `${group} ${count} 人`;
}
