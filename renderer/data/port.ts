// The port between the page and the projection: a worker in the application, the same code in-process in tests.

import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import type { Failure, Result } from '#shared/base/result';
import type { Chain, TableName } from '#shared/domain/registry';
import type { JournalHead } from '#shared/ipc/contract';
import type { JournalLine } from '#shared/journal/line';

/** A journal line with its own hash, which the line itself cannot hold. */
export interface Entry {
  readonly line: JournalLine;
  readonly hash: Sm3Hex;
}

/** Bytes of a journal from a byte offset to its head. Rejects or ends early when the journal cannot be read. */
export type ReadJournal = (chain: Chain, author: StationId, fromByte: number) => Promise<ReadableStream<Uint8Array>>;

export interface Progress {
  readonly phase: 'syncing' | 'rebuilding';
  /** Journal lines. */
  readonly done: number;
  readonly total: number;
}

export type ProjectionFailure = Failure<
  | 'projection.read-failed'
  | 'projection.bad-line'
  | 'projection.journal-mismatch'
  | 'projection.journal-behind'
  | 'projection.quota'
  | 'projection.storage'
  | 'projection.worker-lost'
>;

/** The tables whose records can be looked for. */
export const SEARCH_TABLES = [
  'planItems',
  'drafts',
  'contracts',
  'acceptances',
  'decisions',
  'buyers',
  'stations',
  'admissions',
  'dispatches',
  'receipts',
] as const satisfies readonly TableName[];
export type SearchTable = (typeof SEARCH_TABLES)[number];

export interface SearchQuestion {
  /** Words that all must occur in a record: characters, pinyin, initials, numbers or an amount in yuan. '' finds every record. */
  readonly text: string;
  readonly tables: readonly SearchTable[];
  /** Only records of this year. */
  readonly year?: number;
  /** Hits wanted of each table. */
  readonly limit: number;
  /** 'best': number prefix, name start, anywhere; within these, and in 'listed', the newest year first, then by number. */
  readonly order: 'best' | 'listed';
  /** Hits of a table beyond so many need not be counted; without it every one is. */
  readonly countTo?: number;
  /** false: what has been read so far answers at once. */
  readonly whole: boolean;
}

/** So many hits of each kind of record are counted for who looks among all: who finds more types another word. */
export const COUNTED_HITS = 1000;

export interface SearchHits {
  readonly table: SearchTable;
  /** At most `limit` of them. */
  readonly ids: readonly RecordId[];
  /** Number of all hits; from `countTo` on there may be more. */
  readonly total: number;
}

export interface SearchAnswer {
  /** In the order of the tables asked for. */
  readonly hits: readonly SearchHits[];
  /** Share of the records that could be looked at: 1 once the index is whole. */
  readonly ready: number;
}

export interface ProjectionPort {
  /**
   * Brings every journal's rows up to these heads. 'projection.journal-behind': the tables hold lines that a journal has lost; only
   * an explicit rebuild gives them up.
   */
  sync(heads: readonly JournalHead[], rebuild?: boolean): Promise<Result<null, ProjectionFailure>>;
  /** Applies lines just written. `false` when the tables do not stand exactly before them: sync instead. */
  apply(head: JournalHead, entries: readonly Entry[]): Promise<Result<boolean, ProjectionFailure>>;
  search(question: SearchQuestion): Promise<Result<SearchAnswer, ProjectionFailure>>;
}
