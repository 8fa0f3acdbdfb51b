// The region an office's figures count in: what its station record says, '' while that record is not here. Offices rarely
// move; when one does, its figures move with it. Runs inside the caller's transaction.

import { assert } from '#shared/base/assert';
import type { StationId } from '#shared/base/ids';
import { isWithin } from '#shared/policy/regions';
import type { DeskDb } from '../db';
import type { TallySums } from './tally-sums';

export class Regions {
  readonly #db: DeskDb;
  readonly #known: Map<StationId, string>;

  constructor(db: DeskDb, known: Map<StationId, string> = new Map()) {
    this.#db = db;
    this.#known = known;
  }

  async load(authors: Iterable<StationId>): Promise<void> {
    for (const author of new Set(authors)) {
      if (!this.#known.has(author)) this.#known.set(author, await readRegion(this.#db, author));
    }
  }

  of(author: StationId): string {
    const region = this.#known.get(author);
    assert(region !== undefined, 'a region is loaded before it is asked for');
    return region;
  }

  /** Whether an office speaks for another's region. Both must have been loaded; where a region is not known yet, nothing is held against it. */
  mayDecide(decider: StationId, maker: StationId): boolean {
    const [upper, lower] = [this.of(decider), this.of(maker)];
    return upper === '' || lower === '' || isWithin(lower, upper);
  }

  /**
   * The office's station record changed in this batch; true when it has moved. `newcomer`: its journal begins here, so nothing of
   * it is here yet.
   */
  async moved(author: StationId, from: string, sums: TallySums, newcomer: boolean): Promise<boolean> {
    const to = await readRegion(this.#db, author);
    this.#known.set(author, to);
    if (newcomer || from === to) return false;
    const rows = await this.#db.tallies
      .where('[scope+year+scopeId]')
      .between(['author', 0, ''], ['author', 9999, '\uffff'])
      .filter(({ scopeId }) => scopeId === author)
      .toArray();
    for (const row of rows) sums.move(row, from, to);
    return true;
  }
}

export async function readRegion(db: DeskDb, author: StationId): Promise<string> {
  const rows = await db.stations.where('body.stationId').equals(author).toArray();
  // One record per station is the rule; should there be two, the choice must not depend on which came first.
  const own = rows.filter((row) => row.author === author).sort((a, b) => (a.id < b.id ? -1 : 1));
  return own[0]?.body.regionCode ?? '';
}
