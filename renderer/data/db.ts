// The projected tables: what the screens read. It owns shapes and the connection; only the data worker writes here, and
// everything in it can be rebuilt from the journals. Screens read it through live queries, never write.

import Dexie, { type Table, type Transaction } from 'dexie';
import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import type { Decision, DecisionOutcome } from '#shared/domain/decision';
import type { DraftStep } from '#shared/domain/draft';
import type { Chain, RecordOf, TableName } from '#shared/domain/registry';
import type { Place } from './tally-layout';
import { v1 } from './versions/v1';
import { v2 } from './versions/v2';
import { v3 } from './versions/v3';

/** A record's latest revision, with the envelope of the journal line that wrote it. */
export interface Row<Body = unknown> {
  readonly id: RecordId;
  readonly author: StationId;
  readonly seq: number;
  readonly rev: number;
  /** Hash of the journal line: a decision names it together with `rev`. */
  readonly hash: Sm3Hex;
  readonly at: string;
  readonly by: RecordId;
  readonly body: Body;
}
export type RowOf<T extends TableName> = Row<RecordOf<T>>;

/** What a decision says about a plan item, as its standing remembers it. */
export interface Candidate {
  readonly decisionId: RecordId;
  readonly author: StationId;
  readonly seq: number;
  readonly planItemRev: number;
  readonly planItemHash: Sm3Hex;
  readonly outcome: DecisionOutcome;
  readonly approvedFen: number;
  readonly decidedOn: Decision['decidedOn'];
  readonly documentNumber: Decision['documentNumber'];
}

/** Where a plan item stands: one row for every plan item that has a decision. No row: submitted, nothing decided yet. */
export interface Standing {
  /** Id of the plan item. */
  readonly id: RecordId;
  /**
   * True when the decision is about the very revision that is held (rev and hash). False: the item was submitted again
   * (or is not here yet), and stands as submitted.
   */
  readonly current: boolean;
  readonly decisionId: RecordId;
  readonly outcome: DecisionOutcome;
  /** 0 when returned or refused. */
  readonly approvedFen: number;
  readonly decidedRev: number;
  readonly candidates: readonly Candidate[];
  /** Set while the plan item itself has not arrived. */
  readonly awaitsItem?: 1;
  /** Set while `current` is false, so that the few that are not current can be told from the many by keys alone. */
  readonly stale?: 1;
}

/** What is reckoned from a contract's body, and what its deadlines are listed under: they are told without the long texts beside it. */
export interface CommittedContract extends Pick<Contract, 'planItemId' | 'number' | 'name' | 'method' | 'signedOn' | 'endsOn' | 'amountFen'> {
  readonly author: StationId;
  readonly supplierType: Contract['supplier']['type'];
  /** It has a filing number. */
  readonly filed: boolean;
  readonly schedule: readonly Pick<Contract['schedule'][number], 'dueOn' | 'amountFen'>[];
}

export interface CommittedAcceptance extends Pick<Acceptance, 'acceptedOn' | 'outcome' | 'payableFen'> {
  readonly id: RecordId;
  readonly author: StationId;
}

/** A contract with what was accepted under it and the category it counts in: one row for every contract, or for what came before it. */
export interface Commitment {
  /** Id of the contract. */
  readonly id: RecordId;
  /** The category of its plan item; 0 while that one, or the contract, is not here. */
  readonly place: Place;
  /** Undefined while only acceptances under it have arrived. */
  readonly contract?: CommittedContract | undefined;
  /** In order of id. */
  readonly acceptances: readonly CommittedAcceptance[];
  /** The author's watch keys: when its deadlines are to be looked at. Absent like the contract. */
  readonly watch?: readonly string[];
  /** The plan item that has not arrived. */
  readonly awaits?: RecordId;
}

export type TallyScope = 'all' | 'region' | 'author' | 'buyer' | 'approval';

/** Counters and sums of one scope and year; tally-layout.ts says what stands where, tallies.ts reads them. */
export interface TallyRow {
  readonly scope: TallyScope;
  readonly year: number;
  /** '' for all, a region code, a station id, a buyer's record id, or `<station>/<day>/<document number>` of an approval. */
  readonly scopeId: string;
  readonly counts: readonly number[];
  /** Fen; bigint, because a sum of amounts may leave the safe integers. */
  readonly fen: readonly bigint[];
}

/** An official record that was removed; its revision still outranks older lines and drafts. */
export interface Tombstone {
  readonly id: RecordId;
  readonly rev: number;
  /** The kind of record it was. */
  readonly table: string;
}

/** A draft's latest state, whether listed or in the bin. */
export interface DraftRow extends RowOf<'drafts'> {
  /** Place among the kept states since the draft was begun (or begun anew after its record was finalised), from 1. */
  readonly ordinal: number;
}

/**
 * A row that was superseded. Of a draft: the states on either side of each step, the newest hundred, gone with the draft. Of a
 * revised official table: every former revision, for ever.
 */
export interface Revision extends Row {
  readonly table: TableName;
  /** Of a draft its place, of an official record its rev. */
  readonly ordinal: number;
}

/** What one step did to one draft: the sequences of its first and its last line about it. */
export interface StepChange {
  readonly id: RecordId;
  readonly from: number;
  readonly to: number;
}

/** A step of undo's stack (shared/domain/draft.ts), gathered from its lines; the newest two hundred of each scope. */
export interface StepRow extends DraftStep {
  /** Of its first line. */
  readonly seq: number;
  readonly at: string;
  readonly by: RecordId;
  /** Number of drafts it changed. */
  readonly count: number;
  /** Its StepChanges as JSON: stacks are read after every save, and a pasted step has thousands of them. */
  readonly changes: string;
}

/** What is to be done to the tables at the next occasion. 'replay': they came from an older version and lack what it did not keep. */
export interface Upkeep {
  readonly name: 'replay';
}

/** How far one journal has been applied: the last line's sequence and hash, and the bytes up to its end. */
export interface AppliedHead {
  readonly key: string;
  readonly chain: Chain;
  readonly author: StationId;
  readonly seq: number;
  readonly hash: Sm3Hex;
  readonly sizeBytes: number;
}

type RecordTables = { readonly [T in Exclude<TableName, 'drafts'>]: Table<RowOf<T>, RecordId> };

export type DeskDb = Dexie &
  RecordTables & {
    readonly drafts: Table<DraftRow, RecordId>;
    readonly bin: Table<DraftRow, RecordId>;
    readonly revisions: Table<Revision, [TableName, RecordId, number]>;
    readonly steps: Table<StepRow, string>;
    readonly upkeep: Table<Upkeep, Upkeep['name']>;
    readonly standings: Table<Standing, RecordId>;
    readonly commitments: Table<Commitment, RecordId>;
    readonly tallies: Table<TallyRow, [TallyScope, number, string]>;
    readonly tombstones: Table<Tombstone, RecordId>;
    readonly appliedHeads: Table<AppliedHead, string>;
  };

export const DATABASE_NAME = 'goufu-desk';

export function headKey(chain: Chain, author: StationId): string {
  return `${chain}/${author}`;
}

/** A key of the index `watch`: contracts of one office, under one of shared/domain/deadlines/watch.ts's keys. */
export function watchKey(author: StationId, key: string): string {
  return `${author}/${key}`;
}

export function createDb(name: string = DATABASE_NAME): DeskDb {
  const created = new Dexie(name, {
    // Relaxed on purpose: the journal is the durable copy. What a power cut takes from here is replayed at the next start.
    chromeTransactionDurability: 'relaxed',
    // Screens hold pages of 50; a second copy of every result would only cost memory.
    cache: 'disabled',
  });
  created.version(1).stores(v1);
  created.version(2).stores(v2).upgrade(markForReplay);
  created.version(3).stores(v3).upgrade(markForReplay);
  return created as DeskDb;
}

async function markForReplay(upgrade: Transaction): Promise<void> {
  await upgrade.table<Upkeep>('upkeep').put({ name: 'replay' });
}

/** After a failed opening Dexie answers every call with that failure for ever; this lets the next call try again. */
export function forgetFailedOpening(database: DeskDb): void {
  if (!database.isOpen() && database.hasFailed()) database.close({ disableAutoOpen: false });
}

/** The connection of this page or worker. Opens itself on first use. */
export const db: DeskDb = createDb();
