// Takes a verified bundle into the stores: attachments first, then lines in batches, each checkpoint after its lines. Every
// step may be cut off and done again: what is held is skipped.

import type { Container } from './container';
import { attachmentEntry, journalEntry } from '#shared/bundle/names';
import { assert } from '#shared/base/assert';
import type { StationId } from '#shared/base/ids';
import type { ReplicaLine } from '../journal/ports';
import { need } from './bag';
import { cutLines } from './lines';
import { createPace, type Pace, type Progress } from './pace';
import type { BundleStation } from './ports';
import { onStationDisk } from './refusal';
import type { VerifiedBundle, VerifiedJournal } from './verify';

/** Lines made durable together: a batch costs one fsync, and cancelling waits for at most one. */
const LINES_PER_BATCH = 2000;
/** A line may have a megabyte: what waits in memory is bounded in bytes too. */
const BYTES_PER_BATCH = 8 * 1024 * 1024;

export interface Stored {
  readonly attachments: number;
  readonly newLines: ReadonlyMap<StationId, number>;
}

export async function storeBundle(
  station: BundleStation,
  container: Container,
  bundle: VerifiedBundle,
  options: { readonly progress: Progress; readonly signal: AbortSignal | undefined },
): Promise<Stored> {
  const pace = createPace(options.signal);
  const others = bundle.journals.filter(({ slice }) => slice.author !== station.journals.owner);
  const linesDue = others.reduce((sum, { slice, have }) => sum + Math.max(0, slice.toSeq - have), 0);
  const total = bundle.exchange.attachments.length + linesDue;
  let done = 0;
  const step = (count: number) => {
    done += count;
    options.progress('storing', 'parts', done, total);
  };

  let attachments = 0;
  for (const expected of bundle.exchange.attachments) {
    await pace.breathe();
    // A held copy that the disk has spoilt is made good by the one that came.
    if (!(await station.attachments.isWhole(expected))) {
      const entry = need(container, attachmentEntry(expected.sm3));
      const stored = await onStationDisk(() => station.attachments.addStream(expected, container.read(entry)));
      assert(stored.ok, 'an attachment was checked before it is stored');
      attachments += 1;
    }
    step(1);
  }

  const newLines = new Map<StationId, number>();
  for (const journal of others) {
    const { author } = journal.slice;
    newLines.set(author, await storeLines(station, container, journal, pace, step));
    const newest = await station.journals.checkpoint(author);
    if (newest === null || newest.seq < journal.checkpoint.seq) {
      await onStationDisk(() => station.journals.saveCheckpoint(journal.checkpoint));
    }
  }
  return { attachments, newLines };
}

async function storeLines(
  { journals }: BundleStation,
  container: Container,
  { slice, have }: VerifiedJournal,
  pace: Pace,
  step: (count: number) => void,
): Promise<number> {
  if (slice.toSeq <= have) return 0;
  let batch: ReplicaLine[] = [];
  let batchBytes = 0;
  const flush = async (): Promise<void> => {
    const lines = batch;
    batch = [];
    batchBytes = 0;
    await onStationDisk(() => journals.appendReplica(slice.author, lines));
    step(lines.length);
    await pace.rest();
  };
  let seq = slice.fromSeq - 1;
  for await (const lines of cutLines(container.read(need(container, journalEntry(slice.author))))) {
    for (const bytes of lines) {
      seq += 1;
      if (seq <= have) continue;
      batch.push({ seq, bytes });
      batchBytes += bytes.length;
      if (batch.length === LINES_PER_BATCH || batchBytes >= BYTES_PER_BATCH) await flush();
    }
  }
  if (batch.length > 0) await flush();
  return slice.toSeq - have;
}
