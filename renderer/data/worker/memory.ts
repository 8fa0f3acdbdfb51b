// What one run over many lines remembers, so that most lines need no reading. It mirrors the tables and is thrown away with
// the run, and after any failed transaction, because the tables then say something else.

import type { RecordId, StationId } from '#shared/base/ids';
import type { DeskDb, TallyRow } from '../db';

export interface Memory {
  /** Ids of all drafts, those in the bin included: an official line needs to look for its draft only when its id is here. */
  readonly drafts: Set<RecordId>;
  /** Plan items that have a decision but have not arrived themselves. */
  readonly awaited: Set<RecordId>;
  /** Plan items that have a contract but have not arrived themselves. */
  readonly awaitedItems: Set<RecordId>;
  /** Removed records: a first revision of one of these is not new. */
  readonly removed: Set<RecordId>;
  /**
   * Marks of the records this journal has named since its first line; undefined when the run began in the middle of it.
   * Nobody else's lines name them, so a record without a mark is certainly new.
   */
  seen: Set<number> | undefined;
  readonly regions: Map<StationId, string>;
  readonly tallies: Map<string, TallyRow>;
}

export async function loadMemory(db: DeskDb): Promise<Memory> {
  const drafts = [...(await db.drafts.toCollection().primaryKeys()), ...(await db.bin.toCollection().primaryKeys())];
  const awaited = await db.standings.where('awaitsItem').equals(1).primaryKeys();
  const awaitedItems = (await db.commitments.orderBy('awaits').uniqueKeys()) as RecordId[];
  const removed = await db.tombstones.toCollection().primaryKeys();
  return { drafts: new Set(drafts), awaited: new Set(awaited), awaitedItems: new Set(awaitedItems), removed: new Set(removed), seen: undefined, regions: new Map(), tallies: new Map() };
}

/** 48 of the id's random bits: a collision only costs a read. */
export function markOf(id: RecordId): number {
  return Number.parseInt(id.slice(-12), 16);
}
