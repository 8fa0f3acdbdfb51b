// What the rest of the main process may ask of the journals and the attachments. Implementations own every path.

import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import type { Attachment } from '#shared/domain/fields';
import type { Chain } from '#shared/domain/registry';
import type { Failure, Result } from '#shared/base/result';
import type { Change, JournalHead, WrittenLine } from '#shared/ipc/contract';
import type { Checkpoint } from '#shared/journal/checkpoint';

/** One verified line of another station: its exact bytes, without the newline. */
export interface ReplicaLine {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface JournalStore {
  /** The station whose two chains this store writes. */
  readonly owner: StationId;
  /** Every journal held here: own official, own working, and the replicas' official. */
  heads(): readonly JournalHead[];
  head(chain: Chain, author: StationId): JournalHead | null;
  /** Appends own lines: one write, one fsync, all or nothing; calls are queued in order. */
  append(chain: Chain, by: RecordId, changes: readonly Change[], at?: Date): Promise<Result<readonly WrittenLine[], Failure>>;
  /** Appends verified lines of another station; they must follow its head. One fsync per call. */
  appendReplica(author: StationId, lines: readonly ReplicaLine[]): Promise<void>;
  /** Bytes of whole lines from a byte offset up to the head as it stands now, the chain verified while reading. */
  readBytes(chain: Chain, author: StationId, fromByte: number): AsyncIterable<Uint8Array>;
  /** Lines from `fromSeq` on (1-based) as text, in order. */
  readLines(chain: Chain, author: StationId, fromSeq: number): AsyncIterable<{ readonly seq: number; readonly text: string; readonly hash: Sm3Hex }>;
  /** Hash of one line held, or null when it is not held: forks and overlaps are told by it. */
  hashAt(author: StationId, seq: number): Promise<Sm3Hex | null>;
  checkpoint(author: StationId): Promise<Checkpoint | null>;
  saveCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Told after every append, own or received. */
  onGrowth(listener: (head: JournalHead) => void): () => void;
  close(): Promise<void>;
}

export interface AttachmentStore {
  has(sm3: Sm3Hex): Promise<boolean>;
  /** Copies a file in, by content hash, after checking size and magic bytes. */
  addFile(path: string): Promise<Result<Attachment, Failure<'attachment.too-large' | 'attachment.empty' | 'attachment.unknown-type' | 'attachment.unreadable'>>>;
  /** Stores a stream that must have this hash and length; on any difference nothing stays. */
  addStream(expected: { readonly sm3: Sm3Hex; readonly sizeBytes: number }, stream: AsyncIterable<Uint8Array>): Promise<Result<null, Failure<'attachment.hash-differs'>>>;
  sizeOf(sm3: Sm3Hex): Promise<number | null>;
  /** True when it is here and its bytes still have this hash and length: it is read whole. */
  isWhole(expected: { readonly sm3: Sm3Hex; readonly sizeBytes: number }): Promise<boolean>;
  read(sm3: Sm3Hex): AsyncIterable<Uint8Array>;
  /** Copies an attachment to a path the user chose. */
  copyTo(sm3: Sm3Hex, path: string): Promise<void>;
}
