// Changes to counters and sums gathered over one batch, then written to the tally rows in the batch's own transaction.
// Everything is a difference (+ what is now, − what was), so that any order of lines ends in the same rows.

import { assert } from '#shared/base/assert';
import type { StationId } from '#shared/base/ids';
import type { Candidate, Commitment, DeskDb, RowOf, Standing, TallyRow, TallyScope } from '../db';
import {
  acceptanceCount,
  approvedFen,
  askedFen,
  contractCount,
  contractFen,
  COUNTS,
  decisionCount,
  FENS,
  itemCount,
  outcomeCount,
  payableFen,
  placeOf,
} from '../tally-layout';

type TallyKey = [TallyScope, number, string];
interface Sums {
  readonly key: TallyKey;
  readonly counts: number[];
  readonly fen: bigint[];
}
type Sign = 1 | -1;

/** Answers which region an office's figures count in. */
interface RegionLookup {
  of(author: StationId): string;
}

export class TallySums {
  readonly #sums = new Map<string, Sums>();
  readonly #regions: RegionLookup;

  /** The regions of every office counted must have been loaded. */
  constructor(regions: RegionLookup) {
    this.#regions = regions;
  }

  planItem(row: RowOf<'planItems'>, standing: Standing | undefined, sign: Sign): void {
    const { year, catalogueCode, amountFen, buyerId } = row.body;
    const category = placeOf(catalogueCode);
    assert(category !== 0, 'a catalogue code starts with its category');
    const decided = standing?.current === true ? standing : undefined;
    for (const sums of this.#scopes(year, row.author, buyerId)) {
      bump(sums.counts, itemCount(category), sign);
      addFen(sums.fen, askedFen(category), amountFen, sign);
      if (!decided) continue;
      bump(sums.counts, outcomeCount(category, decided.outcome), sign);
      addFen(sums.fen, approvedFen(category), decided.approvedFen, sign);
    }
    const approval = decided && approvalOf(decided);
    if (!approval) return;
    // What one document approved for one office on one day: the office makes it public as a whole.
    const sums = this.#at('approval', yearOf(approval.decidedOn), `${row.author}/${approval.decidedOn}/${approval.documentNumber}`);
    bump(sums.counts, itemCount(category), sign);
    addFen(sums.fen, approvedFen(category), approval.approvedFen, sign);
  }

  decision(row: RowOf<'decisions'>, sign: Sign): void {
    for (const sums of this.#scopes(yearOf(row.body.decidedOn), row.author)) {
      bump(sums.counts, decisionCount(row.body.outcome), sign);
    }
  }

  /** A contract in the year it was signed, and each acceptance under it in its own year, whether the contract is here or not. */
  commitment({ place, contract, acceptances }: Commitment, sign: Sign): void {
    for (const sums of contract ? this.#scopes(yearOf(contract.signedOn), contract.author) : []) {
      bump(sums.counts, contractCount(place), sign);
      addFen(sums.fen, contractFen(place), contract?.amountFen ?? 0, sign);
    }
    for (const acceptance of acceptances) {
      for (const sums of this.#scopes(yearOf(acceptance.acceptedOn), acceptance.author)) {
        bump(sums.counts, acceptanceCount(place), sign);
        addFen(sums.fen, payableFen(place), acceptance.payableFen, sign);
      }
    }
  }

  /** Takes an office's figures out of one region and into another. */
  move(figures: TallyRow, from: string, to: string): void {
    for (const [region, sign] of [[from, -1n], [to, 1n]] as const) {
      const sums = this.#at('region', figures.year, region);
      figures.counts.forEach((value, place) => bump(sums.counts, place, value * Number(sign)));
      figures.fen.forEach((value, place) => (sums.fen[place] = (sums.fen[place] ?? 0n) + value * sign));
    }
  }

  /** Adds everything to the rows. `held` remembers rows between batches of one run; it must be dropped when one fails. */
  async flush(db: DeskDb, held: Map<string, TallyRow>): Promise<void> {
    const unread = [...this.#sums].filter(([name]) => !held.has(name));
    const read = await db.tallies.bulkGet(unread.map(([, { key }]) => key));
    unread.forEach(([name, { key }], index) => held.set(name, read[index] ?? emptyRow(key)));
    const rows: TallyRow[] = [];
    const empty: TallyKey[] = [];
    for (const [name, sums] of this.#sums) {
      const before = held.get(name) ?? emptyRow(sums.key);
      const row = {
        ...before,
        counts: before.counts.map((value, place) => value + (sums.counts[place] ?? 0)),
        fen: before.fen.map((value, place) => value + (sums.fen[place] ?? 0n)),
      };
      held.set(name, row);
      if (row.counts.every((value) => value === 0)) empty.push(sums.key);
      else rows.push(row);
    }
    if (rows.length > 0) await db.tallies.bulkPut(rows);
    if (empty.length > 0) await db.tallies.bulkDelete(empty);
  }

  #scopes(year: number, author: StationId, buyerId?: string): readonly Sums[] {
    const office = [
      this.#at('all', year, ''),
      this.#at('region', year, this.#regions.of(author)),
      this.#at('author', year, author),
    ];
    return buyerId === undefined ? office : [...office, this.#at('buyer', year, buyerId)];
  }

  #at(scope: TallyScope, year: number, scopeId: string): Sums {
    const name = `${scope}/${String(year)}/${scopeId}`;
    let sums = this.#sums.get(name);
    if (!sums) {
      sums = { key: [scope, year, scopeId], counts: zeros(COUNTS), fen: new Array<bigint>(FENS).fill(0n) };
      this.#sums.set(name, sums);
    }
    return sums;
  }
}

function emptyRow([scope, year, scopeId]: TallyKey): TallyRow {
  return { scope, year, scopeId, counts: zeros(COUNTS), fen: new Array<bigint>(FENS).fill(0n) };
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

function bump(counts: number[], place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by;
}

function addFen(fen: bigint[], place: number, amount: number, sign: Sign): void {
  fen[place] = (fen[place] ?? 0n) + BigInt(sign * amount);
}

/** The approval that stands; undefined for an item that was returned or refused. */
function approvalOf({ decisionId, outcome, candidates }: Standing): Candidate | undefined {
  return outcome === 'approved' || outcome === 'cut' ? candidates.find((one) => one.decisionId === decisionId) : undefined;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
