// All journals of a restored station, each joined from backup and machine, and the checkpoints that fit them. Where the lines go is the
// caller's business: to nowhere when a backup is only looked at.

import { fromUtf8, utf8 } from '#shared/base/bytes';
import type { Sm3Hex, StationId } from '#shared/base/ids';
import type { BackupManifest } from '#shared/backup/manifest';
import { fromBase64 } from '#shared/crypto/base64';
import { parseSpki, stationIdOf } from '#shared/crypto/keys';
import { verify } from '#shared/crypto/sm2';
import { type Station, stationSchema } from '#shared/domain/office';
import { type ChainPoint, chainStart } from '#shared/journal/chain';
import { type Checkpoint, checkpointSchema, checkpointText } from '#shared/journal/checkpoint';
import { parseLine } from '#shared/journal/line';
import { type JoinCounts, type JoinedLine, joinJournal } from './join-journal';
import { refuse } from './on-medium';
import { type Present, presentBlocks } from './present';
import { fileOf, type OnBytes, readBackedUp, readWhole, wholeOf } from './read-backup';
import { type SentBundle, sentLines } from './sent-bundles';
import type { Shelf } from './shelf';
import { journalName } from './snapshot';

export interface JoinTask {
  readonly shelf: Shelf;
  readonly manifest: BackupManifest;
  readonly present: Present;
  /** What was sealed here and can still be read. */
  readonly sent: readonly SentBundle[];
  readonly onBytes: OnBytes;
  /** Where the lines of a journal go. */
  sink(path: string): Promise<JournalSink>;
}

export interface JournalSink {
  line(bytes: Uint8Array): Promise<void> | undefined;
  /** After the last line: they are durable when it resolves. */
  end(): Promise<void>;
  /** Also after a failure. */
  close(): Promise<void>;
}

export interface Joined {
  readonly counts: JoinCounts;
  /** The newest checkpoint of each author that the joined journal contains. */
  readonly checkpoints: readonly Checkpoint[];
}

export async function joinJournals(task: JoinTask): Promise<Joined> {
  const { manifest, present } = task;
  const counts: JoinCounts = { gained: 0, kept: 0, dropped: 0, fromBundles: 0, unreadable: 0 };
  const checkpoints: Checkpoint[] = [];
  const paths = new Set([...manifest.journals.map(journalName), ...[...present.paths].filter((path) => path.startsWith('journals/'))]);
  for (const path of [...paths].sort()) {
    const author = path.slice('journals/'.length, 'journals/'.length + 32) as StationId;
    const isWorking = path.includes('.working.');
    // Another station's drafts have no business here.
    if (isWorking && author !== manifest.station.stationId) continue;
    const checkpoint = await joinOne(task, path, author, isWorking ? [] : await candidates(task, author), counts);
    if (checkpoint !== null) checkpoints.push(checkpoint);
  }
  return { counts, checkpoints };
}

async function joinOne(task: JoinTask, path: string, author: StationId, candidates: readonly Checkpoint[], counts: JoinCounts): Promise<Checkpoint | null> {
  const { shelf, manifest, present, onBytes } = task;
  const head = manifest.journals.find((journal) => journalName(journal) === path) ?? null;
  const file = fileOf(manifest, path);
  if ((head === null) !== (file === null)) refuse('backup.damaged', { part: 'journals', reason: 'not-listed' });
  const backup = head === null || file === null ? null : { head, blocks: readBackedUp(shelf, file, onBytes) };
  const sink = await task.sink(path);
  const hashes = new Map<number, Sm3Hex | null>(candidates.map(({ seq }) => [seq, null]));
  let key: Uint8Array | null = null;
  let at: ChainPoint = chainStart(author);
  const take = async ({ bytes, point }: JoinedLine) => {
    at = point;
    if (at.seq === 1) key = keyIn(bytes, author);
    if (hashes.has(at.seq)) hashes.set(at.seq, at.hash);
    await sink.line(bytes);
  };
  const own: JoinCounts = { gained: 0, kept: 0, dropped: 0, fromBundles: 0, unreadable: 0 };
  try {
    for await (const line of joinJournal({ author, backup, present: presentBlocks(present, path) }, own)) await take(line);
    for await (const line of path.includes('.working.') ? [] : sentLines(task.sent, at)) {
      await take(line);
      own.fromBundles += 1;
    }
    await sink.end();
  } finally {
    await sink.close();
  }
  own.unreadable = Math.max(0, own.unreadable - own.fromBundles);
  for (const name of Object.keys(counts) as (keyof JoinCounts)[]) counts[name] += own[name];
  return candidates.find((each) => each.seq <= at.seq && hashes.get(each.seq) === each.hash && isSigned(each, key)) ?? null;
}

/** Newest first. */
async function candidates({ shelf, manifest, present }: JoinTask, author: StationId): Promise<readonly Checkpoint[]> {
  const path = `checkpoints/${author}.json`;
  const file = fileOf(manifest, path);
  const blocks = presentBlocks(present, path);
  const texts = [file === null ? null : await readWhole(shelf, file), blocks === null ? null : await wholeOf(blocks)];
  return texts.flatMap((bytes) => (bytes === null ? [] : parse(bytes))).filter((each) => each.author === author).sort((a, b) => b.seq - a.seq);
}

function parse(bytes: Uint8Array): readonly Checkpoint[] {
  try {
    const parsed = checkpointSchema.safeParse(JSON.parse(fromUtf8(bytes)));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

/** A journal begins with its station's own record; the key there is the one that the author's id names. */
function keyIn(firstLine: Uint8Array, author: StationId): Uint8Array | null {
  const station = stationIn(firstLine);
  const spki = station === null ? null : fromBase64(station.publicKey);
  return spki !== null && stationIdOf(spki) === author ? parseSpki(spki) : null;
}

function stationIn(line: Uint8Array): Station | null {
  try {
    const parsed = parseLine(fromUtf8(line));
    return parsed.ok && parsed.value.op === 'put' ? stationSchema.parse(parsed.value.body) : null;
  } catch {
    return null;
  }
}

function isSigned(checkpoint: Checkpoint, key: Uint8Array | null): boolean {
  const signature = fromBase64(checkpoint.signature);
  return key !== null && signature !== null && verify(key, utf8(checkpointText(checkpoint)), signature);
}
