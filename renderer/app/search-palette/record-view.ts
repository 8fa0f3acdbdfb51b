// Found records as the search shows them, read afresh from the tables: what they are called, where they stand, where they open.

import type { RecordId, StationId } from '#shared/base/ids';
import type { Station } from '#shared/domain/office';
import type { Standing } from '#shared/domain/status';
import { db, type Row, type RowOf } from '../../data/db';
import { draftFacts } from '../../data/draft-facts';
import { type ExchangeHeads, readExchangeHeads } from '../../data/exchange-heads';
import type { SearchTable } from '../../data/port';
import { planItemStanding, recordStanding } from '../../data/record-standing';
import { readStandings } from '../../data/standings';
import { formatMoment } from '../../text/format';
import { OFFICE_LABELS } from '../../text/office';

export interface RecordRef {
  readonly table: SearchTable;
  readonly id: RecordId;
}

export interface FoundView {
  readonly key: string;
  readonly group: FoundGroup;
  readonly number: string;
  readonly name: string;
  readonly standing: Standing | null;
  readonly amountFen: number | null;
  /** A year, a day or the like, to tell equals apart. */
  readonly hint: string;
  /** The route that shows it. */
  readonly to: string;
}

export type FoundGroup = 'plan' | 'decision' | 'contract' | 'acceptance' | 'buyer' | 'office' | 'bundle' | 'catalogue' | 'exclusion' | 'screen';

const GROUP_OF: { readonly [T in SearchTable]: FoundGroup } = {
  planItems: 'plan',
  drafts: 'plan',
  decisions: 'decision',
  contracts: 'contract',
  acceptances: 'acceptance',
  buyers: 'buyer',
  stations: 'office',
  admissions: 'office',
  dispatches: 'bundle',
  receipts: 'bundle',
};

interface Surroundings {
  readonly own: StationId;
  readonly heads: ExchangeHeads;
  readonly drafts: ReadonlyMap<RecordId, RowOf<'drafts'>>;
  readonly items: ReadonlyMap<RecordId, RowOf<'planItems'>>;
  readonly contracts: ReadonlyMap<RecordId, RowOf<'contracts'>>;
  readonly judged: Awaited<ReturnType<typeof readStandings>>;
}

/** Views of these records in their order. What is gone is left out; each record comes once. */
export async function readViews(refs: readonly RecordRef[], station: Station): Promise<readonly FoundView[]> {
  const rows = new Map<string, Row>();
  const read = async (table: SearchTable) => {
    const ids = refs.filter((ref) => ref.table === table).map(({ id }) => id);
    const found = ids.length === 0 ? [] : await db.table<Row, RecordId>(table).bulkGet(ids);
    for (const row of found) if (row !== undefined) rows.set(keyOf(table, row.id), row);
  };
  await Promise.all([...new Set(refs.map(({ table }) => table))].map(read));
  const around = await readSurroundings(refs, rows, station);
  const views = new Map<string, FoundView>();
  for (const { table, id } of refs) {
    const row = rows.get(keyOf(table, id));
    const draft = around.drafts.get(id);
    // A record known by its official table may be a draft still.
    const view = row !== undefined ? viewOf(table, row, around) : draft === undefined ? null : VIEWS.drafts(draft, around);
    if (view === null) continue;
    const key = table === 'stations' || table === 'admissions' ? view.number : id;
    const held = views.get(key);
    if (held === undefined || table === 'planItems' || table === 'admissions') views.set(key, { ...view, key: `${table}/${id}`, group: view.group ?? GROUP_OF[table] });
  }
  return [...views.values()];
}

async function readSurroundings(refs: readonly RecordRef[], rows: ReadonlyMap<string, Row>, station: Station): Promise<Surroundings> {
  const decisions = [...rows].flatMap(([key, row]) => (key.startsWith('decisions/') ? [row as RowOf<'decisions'>] : []));
  const acceptances = [...rows].flatMap(([key, row]) => (key.startsWith('acceptances/') ? [row as RowOf<'acceptances'>] : []));
  const ids = refs.map(({ id }) => id);
  const [heads, drafts, items, contracts, judged] = await Promise.all([
    readExchangeHeads(station.stationId),
    db.drafts.bulkGet(ids),
    db.planItems.bulkGet(decisions.map(({ body }) => body.planItemId)),
    db.contracts.bulkGet(acceptances.map(({ body }) => body.contractId)),
    readStandings(ids),
  ]);
  return { own: station.stationId, heads, drafts: byId(drafts), items: byId(items), contracts: byId(contracts), judged };
}

type View = Omit<FoundView, 'key' | 'group'> & { readonly group?: FoundGroup };

function viewOf(table: SearchTable, row: Row, around: Surroundings): View | null {
  return (VIEWS[table] as (row: Row, around: Surroundings) => View | null)(row, around);
}

/** What another office has sent us stands as received, whatever we have sent ourselves. */
const RECEIVED: ExchangeHeads = { exportedSeq: 0, receivedSeq: Infinity };

const VIEWS: { readonly [T in SearchTable]: (row: RowOf<T>, around: Surroundings) => View | null } = {
  planItems: (row, around) => ({
    ...plain(row.body.number, row.body.name, `${String(row.body.year)} 年`),
    standing: planItemStanding(row, around.judged.get(row.id), row.author === around.own ? around.heads : RECEIVED, around.drafts.has(row.id)),
    amountFen: row.body.amountFen,
    to: itemRoute(row, around),
  }),
  drafts: ({ id, body }) => {
    const { number, name, amountFen } = draftFacts(body);
    const shown = { ...plain(number, name === '' ? '未命名' : name, `${String(body.year)} 年`), standing: { word: 'draft', editing: false }, amountFen } as const;
    if (body.kind === 'decisions') {
      const itemId = body.form['planItemId'];
      return typeof itemId === 'string' ? { ...shown, group: 'decision', to: `/review/${itemId}` } : null;
    }
    if (body.kind === 'planItems') return { ...shown, to: `/plan/${id}` };
    return body.kind === 'contracts'
      ? { ...shown, group: 'contract', to: `/contracts/${id}/edit` }
      : { ...shown, group: 'acceptance', name: '验收', to: `/acceptances/${id}/edit` };
  },
  decisions: ({ body }, around) => {
    const item = around.items.get(body.planItemId);
    if (item === undefined) return null;
    return {
      ...plain(body.documentNumber, item.body.name, body.decidedOn),
      standing: { word: 'decided', outcome: body.outcome, editing: false },
      amountFen: body.amountFen,
      to: itemRoute(item, around),
    };
  },
  contracts: (row, around) => ({
    ...plain(row.body.number, row.body.name, row.body.signedOn),
    standing: recordStanding(row, around.own, around.heads, around.drafts.has(row.id)),
    amountFen: row.body.amountFen,
    to: `/contracts/${row.id}`,
  }),
  acceptances: (row, around) => ({
    ...plain(row.body.number, around.contracts.get(row.body.contractId)?.body.name ?? '验收', row.body.acceptedOn),
    standing: recordStanding(row, around.own, around.heads, around.drafts.has(row.id)),
    amountFen: row.body.payableFen,
    to: `/acceptances/${row.id}`,
  }),
  buyers: ({ id, author, body }, { own }) => ({ ...plain(body.uscc, body.name, ''), to: author === own ? `/plan/buyers/${id}` : '/summary' }),
  stations: ({ body }, { own }) => ({
    ...plain(body.uscc, body.name, OFFICE_LABELS[body.officeKind]),
    to: body.stationId === own ? '/station' : '/exchange/directory',
  }),
  admissions: ({ body }) => ({ ...plain(body.uscc, body.name, body.state === 'admitted' ? '已准入' : '已撤销'), to: '/exchange/directory' }),
  dispatches: ({ at, body }) => ({ ...plain(body.bundleId, `发出 ${body.fileName}`, formatMoment(at)), to: '/exchange/send' }),
  receipts: ({ at, author, body }, { own }) => ({
    ...plain(body.bundleId, author === own ? '接收的数据包' : '对方回执', formatMoment(at)),
    to: author === own ? '/exchange/receive' : '/exchange/send',
  }),
};

function plain(number: string, name: string, hint: string): Pick<View, 'number' | 'name' | 'hint' | 'standing' | 'amountFen'> {
  return { number, name, hint, standing: null, amountFen: null };
}

/** Our own project opens where it is prepared, another office's where it is reviewed. */
function itemRoute({ id, author }: RowOf<'planItems'>, { own }: Surroundings): string {
  return author === own ? `/plan/${id}` : `/review/${id}`;
}

function byId<R extends Row>(rows: readonly (R | undefined)[]): ReadonlyMap<RecordId, R> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}

function keyOf(table: SearchTable, id: RecordId): string {
  return `${table}/${id}`;
}
