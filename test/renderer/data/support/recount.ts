// The figures counted again from the rows, the slow and obvious way: what the kept figures must equal.

import type { DeskDb, Row, RowOf } from '../../../../renderer/data/db';

const OUTCOMES = ['approved', 'cut', 'returned', 'refused'];

export interface Figures {
  readonly counts: number[];
  readonly fen: bigint[];
}

export async function recount(db: DeskDb): Promise<Map<string, Figures>> {
  const figures = new Map<string, Figures>();
  const stations = await db.stations.toArray();
  const regionOf = (author: string) =>
    stations.filter((row) => row.author === author && row.body.stationId === author).sort((a, b) => (a.id < b.id ? -1 : 1))[0]?.body
      .regionCode ?? '';
  const at = (scope: string, year: number, id: string) => {
    const name = `${scope}/${String(year)}/${id}`;
    const held = figures.get(name) ?? { counts: new Array<number>(48).fill(0), fen: new Array<bigint>(26).fill(0n) };
    figures.set(name, held);
    return held;
  };
  const add = (year: number, row: Row, buyerId: string | null, count: number, fen: number | null, amount: number) => {
    const scopes = [at('all', year, ''), at('region', year, regionOf(row.author)), at('author', year, row.author)];
    if (buyerId !== null) scopes.push(at('buyer', year, buyerId));
    for (const scope of scopes) {
      scope.counts[count] = (scope.counts[count] ?? 0) + 1;
      if (fen !== null) scope.fen[fen] = (scope.fen[fen] ?? 0n) + BigInt(amount);
    }
  };

  const decisions = await db.decisions.toArray();
  for (const row of await db.planItems.toArray()) {
    const { year, buyerId, amountFen } = row.body;
    const category = Number(row.body.catalogueCode[0]) - 1;
    add(year, row, buyerId, category * 5, category * 2, amountFen);
    const decided = standingDecision(row, decisions.filter(({ author }) => covers(regionOf(author), regionOf(row.author))));
    if (!decided) continue;
    const paid = decided.outcome === 'approved' || decided.outcome === 'cut' ? decided.amountFen : 0;
    add(year, row, buyerId, category * 5 + 1 + OUTCOMES.indexOf(decided.outcome), category * 2 + 1, paid);
    if (decided.outcome !== 'approved' && decided.outcome !== 'cut') continue;
    const approval = at('approval', Number(decided.decidedOn.slice(0, 4)), `${row.author}/${decided.decidedOn}/${decided.documentNumber}`);
    approval.counts[category * 5] = (approval.counts[category * 5] ?? 0) + 1;
    approval.fen[category * 2 + 1] = (approval.fen[category * 2 + 1] ?? 0n) + BigInt(paid);
  }
  for (const row of decisions) {
    add(Number(row.body.decidedOn.slice(0, 4)), row, null, 30 + OUTCOMES.indexOf(row.body.outcome), null, 0);
  }
  const contracts = await db.contracts.toArray();
  const items = await db.planItems.toArray();
  /** 0 while the contract, or its plan item, is not here. */
  const placeOf = (contractId: string) => {
    const planItemId = contracts.find((row) => row.id === contractId)?.body.planItemId;
    return Number(items.find((row) => row.id === planItemId)?.body.catalogueCode[0] ?? 0);
  };
  for (const row of contracts) {
    const place = placeOf(row.id);
    add(Number(row.body.signedOn.slice(0, 4)), row, null, 34 + place, 12 + place, row.body.amountFen);
  }
  for (const row of await db.acceptances.toArray()) {
    const place = placeOf(row.body.contractId);
    add(Number(row.body.acceptedOn.slice(0, 4)), row, null, 41 + place, 19 + place, row.body.payableFen);
  }
  return figures;
}

/** The tests' regions are counties beside each other: each speaks for itself, and one not known yet is not held against anybody. */
function covers(upper: string, lower: string): boolean {
  return upper === '' || lower === '' || upper === lower;
}

/** The latest decision about exactly the revision that is held. */
function standingDecision(item: RowOf<'planItems'>, decisions: readonly RowOf<'decisions'>[]) {
  const key = (row: RowOf<'decisions'>) => `${row.body.decidedOn}/${row.author}/${String(row.seq).padStart(9, '0')}`;
  return decisions
    .filter(({ body }) => body.planItemId === item.id && body.planItemRev === item.rev && body.planItemHash === item.hash)
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))[0]?.body;
}

export async function keptFigures(db: DeskDb): Promise<Map<string, Figures>> {
  const rows = await db.tallies.toArray();
  return new Map(
    rows.map(({ scope, year, scopeId, counts, fen }) => [`${scope}/${String(year)}/${scopeId}`, { counts: [...counts], fen: [...fen] }]),
  );
}
