// The projects of a review as a spreadsheet: as filtered on screen, with amounts, outcome and opinion of the decision that stands.

import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { findCatalogueItem } from '#shared/policy/catalogue';
import { db, type RowOf, type Standing } from '../../data/db';
import { readStandings } from '../../data/standings';
import { type ExportColumn, readInBatches } from '../../excel/make-file';
import { standingLabel } from '../../text/standing';
import { readBuyerNames, readReviewKeys, type ReviewView, seenFromHere } from './queries';

export interface ExportedItem {
  readonly item: RowOf<'planItems'>;
  readonly buyer: string;
  readonly standing: Standing | null;
  readonly decision: RowOf<'decisions'> | null;
}

/** The decision, while it is on the revision that is held. */
const current = ({ standing, decision }: ExportedItem) => (standing?.current === true ? decision : null);

export const REVIEW_EXPORT: readonly ExportColumn<ExportedItem>[] = [
  { title: '购买主体', kind: 'text', read: ({ buyer }) => buyer },
  { title: '项目编号', kind: 'code', read: ({ item }) => item.body.number },
  { title: '项目名称', kind: 'text', read: ({ item }) => item.body.name },
  { title: '目录项代码', kind: 'code', read: ({ item }) => item.body.catalogueCode },
  { title: '目录项', kind: 'text', read: ({ item }) => findCatalogueItem(item.body.catalogueVersion, item.body.catalogueCode)?.name ?? '' },
  { title: '申报（元）', kind: 'money', read: ({ item }) => formatYuan(item.body.amountFen) },
  { title: '审定（元）', kind: 'money', read: (row) => (current(row) === null ? '' : formatYuan(row.standing?.approvedFen ?? 0)) },
  { title: '审定文号', kind: 'code', read: (row) => current(row)?.body.documentNumber ?? '' },
  { title: '审定日期', kind: 'date', read: (row) => current(row)?.body.decidedOn ?? '' },
  { title: '审定意见', kind: 'text', read: (row) => current(row)?.body.opinion ?? '' },
  { title: '状态', kind: 'text', read: ({ standing }) => standingLabel(seenFromHere(standing)) },
];

export async function* readReviewExport(view: ReviewView): AsyncGenerator<readonly ExportedItem[]> {
  const [keys, buyers] = await Promise.all([readReviewKeys(view, Infinity), readBuyerNames()]);
  // No file rather than an empty one; why the search was not answered is shown in the list itself.
  if (!keys.ok) throw new Error(keys.error.code);
  yield* readInBatches(keys.value, (some) => readExported(some, buyers));
}

async function readExported(keys: readonly RecordId[], buyers: ReadonlyMap<string, string>): Promise<readonly ExportedItem[]> {
  const items = (await db.planItems.bulkGet([...keys])).filter((row) => row !== undefined);
  const standings = await readStandings(items.map(({ id }) => id));
  const decided = items.map(({ id }) => standings.get(id)?.decisionId);
  const decisions = await db.decisions.bulkGet(decided.map((id) => id ?? ('' as RecordId)));
  return items.map((item, index) => ({
    item,
    buyer: buyers.get(item.body.buyerId) ?? '',
    standing: standings.get(item.id) ?? null,
    decision: decisions[index] ?? null,
  }));
}
