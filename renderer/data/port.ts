// The port between the page and the projection: a worker in the application, the same code in-process in tests.

import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import type { Failure, Result } from '#shared/base/result';
import type { Chain } from '#shared/domain/registry';
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

export interface SearchHits {
  /** At most `limit` plan items, in order of number. */
  readonly ids: readonly RecordId[];
  /** Number of all hits. */
  readonly total: number;
}

export interface ProjectionPort {
  /**
   * Brings every journal's rows up to these heads. 'projection.journal-behind': the tables hold lines that a journal has lost; only
   * an explicit rebuild gives them up.
   */
  sync(heads: readonly JournalHead[], rebuild?: boolean): Promise<Result<null, ProjectionFailure>>;
  /** Applies lines just written. `false` when the tables do not stand exactly before them: sync instead. */
  apply(head: JournalHead, entries: readonly Entry[]): Promise<Result<boolean, ProjectionFailure>>;
  /** Plan items of a year whose number, name or pinyin initials hold every word of `text`. */
  search(year: number, text: string, limit: number): Promise<Result<SearchHits, ProjectionFailure>>;
}
