// Contracts joined with what was accepted under them and with the category of their plan item: one row per contract, a pure
// function of what is held. Any of the three may come first; every change counts as what is now − what was, so the sums by
// category are exact in any order. Runs inside the caller's transaction, after the rows have been written.

import { assert } from '#shared/base/assert';
import type { RecordId } from '#shared/base/ids';
import { watchKeys } from '#shared/domain/deadlines/watch';
import { type Commitment, type CommittedAcceptance, type CommittedContract, type DeskDb, type RowOf, watchKey } from '../db';
import { type Place, placeOf } from '../tally-layout';
import type { Memory } from './memory';
import type { Regions } from './regions';
import type { TallySums } from './tally-sums';
import type { RowChange } from './write-rows';

export interface JoinedChanges {
  readonly planItems: readonly RowChange[];
  readonly contracts: readonly RowChange[];
  readonly acceptances: readonly RowChange[];
}

/** What this batch does to one contract's row. */
interface Touched {
  /** Set where the contract itself changed; null: it is gone. */
  contract?: CommittedContract | null;
  readonly dropped: Set<RecordId>;
  readonly added: CommittedAcceptance[];
}

export async function joinCommitments(db: DeskDb, changes: JoinedChanges, sums: TallySums, regions: Regions, memory: Memory | undefined): Promise<void> {
  const touched = gather(changes);
  for (const id of await contractsOfMovedItems(db, changes.planItems, memory)) at(touched, id);
  if (touched.size === 0) return;

  const ids = [...touched.keys()];
  const held = await db.commitments.bulkGet(ids);
  const drafts = ids.map((id, index) => {
    const { contract, dropped, added } = at(touched, id);
    const before = held[index];
    const kept = before?.acceptances.filter((one) => !dropped.has(one.id)) ?? [];
    // In order of id, so that the row does not tell which came first.
    const acceptances = [...kept, ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { id, before, contract: (contract === undefined ? before?.contract : contract) ?? undefined, acceptances };
  });
  const places = await readPlaces(db, drafts.flatMap(({ contract }) => contract?.planItemId ?? []));

  const put: Commitment[] = [];
  const removed: RecordId[] = [];
  const counted: [Commitment, 1 | -1][] = [];
  for (const { id, before, contract, acceptances } of drafts) {
    if (before) counted.push([before, -1]);
    const after = contract || acceptances.length > 0 ? commitmentOf(id, contract, acceptances, places) : undefined;
    if (after) {
      counted.push([after, 1]);
      put.push(after);
      if (after.awaits !== undefined) memory?.awaitedItems.add(after.awaits);
    } else if (before) removed.push(id);
  }
  await regions.load(counted.flatMap(([{ contract, acceptances }]) => [...(contract ? [contract.author] : []), ...acceptances.map(({ author }) => author)]));
  for (const [row, sign] of counted) sums.commitment(row, sign);
  if (put.length > 0) await db.commitments.bulkPut(put);
  if (removed.length > 0) await db.commitments.bulkDelete(removed);
}

function commitmentOf(
  id: RecordId,
  contract: CommittedContract | undefined,
  acceptances: readonly CommittedAcceptance[],
  places: ReadonlyMap<RecordId, Place>,
): Commitment {
  if (!contract) return { id, place: 0, acceptances };
  const place = places.get(contract.planItemId);
  const waiting = place === undefined ? { awaits: contract.planItemId } : {};
  const watch = watchKeys({ ...contract, acceptances }).map((key) => watchKey(contract.author, key));
  return { id, place: place ?? 0, contract, acceptances, watch, ...waiting };
}

function gather({ contracts, acceptances }: JoinedChanges): Map<RecordId, Touched> {
  const touched = new Map<RecordId, Touched>();
  for (const { id, after } of contracts) at(touched, id).contract = after ? committedContract(after as RowOf<'contracts'>) : null;
  for (const { id, before, after } of acceptances as readonly (RowChange & AcceptanceRows)[]) {
    if (before) at(touched, before.body.contractId).dropped.add(id);
    if (!after) continue;
    const { author, body } = after;
    at(touched, body.contractId).added.push({ id, author, acceptedOn: body.acceptedOn, outcome: body.outcome, payableFen: body.payableFen });
  }
  return touched;
}

interface AcceptanceRows {
  readonly before: RowOf<'acceptances'> | undefined;
  readonly after: RowOf<'acceptances'> | undefined;
}

function at(touched: Map<RecordId, Touched>, id: RecordId): Touched {
  let entry = touched.get(id);
  if (!entry) {
    entry = { dropped: new Set(), added: [] };
    touched.set(id, entry);
  }
  return entry;
}

function committedContract({ author, body }: RowOf<'contracts'>): CommittedContract {
  const { planItemId, number, name, method, supplier, signedOn, endsOn, amountFen, schedule, filingNumber } = body;
  return {
    author,
    planItemId,
    number,
    name,
    method,
    supplierType: supplier.type,
    signedOn,
    endsOn,
    amountFen,
    filed: filingNumber !== '',
    schedule: schedule.map((one) => ({ dueOn: one.dueOn, amountFen: one.amountFen })),
  };
}

/** Contracts of plan items that came, went or changed their category. Of an item known to be new, only what waited for it. */
async function contractsOfMovedItems(db: DeskDb, items: readonly RowChange[], memory: Memory | undefined): Promise<readonly RecordId[]> {
  const moved = items.filter(({ id, before, after, fresh }) => {
    if (fresh && memory) return memory.awaitedItems.has(id);
    return codeOf(before) !== codeOf(after);
  });
  if (moved.length === 0) return [];
  return db.contracts.where('body.planItemId').anyOf(moved.map(({ id }) => id)).primaryKeys();
}

function codeOf(row: RowChange['before']): Place | undefined {
  return row && placeOf((row as RowOf<'planItems'>).body.catalogueCode);
}

async function readPlaces(db: DeskDb, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Place>> {
  const asked = [...new Set(ids)];
  const rows = asked.length > 0 ? await db.planItems.bulkGet(asked) : [];
  return new Map(
    rows.flatMap((row) => {
      if (!row) return [];
      const place = placeOf(row.body.catalogueCode);
      assert(place !== 0, 'a catalogue code starts with its category');
      return [[row.id, place] as const];
    }),
  );
}
