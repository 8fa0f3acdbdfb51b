// Which bundle a printed record went out or came in with: what the mark on the paper names.

import type { StationId } from '#shared/base/ids';
import type { PaperMark } from '#shared/bundle/paper-mark';
import { db, type Row } from './db';

type Line = Pick<Row, 'id' | 'author' | 'seq' | 'hash'>;

/** The first bundle that carried the line: of those sealed here for an own line, of those opened here for another office's. */
export async function readPaperMark(line: Line, own: StationId): Promise<PaperMark> {
  const carriers = line.author === own ? await db.dispatches.toArray() : (await db.receipts.toArray()).filter(({ author }) => author === own);
  const first = carriers
    .sort((a, b) => a.seq - b.seq)
    .find(({ body }) => body.heads.some((head) => head.author === line.author && head.seq >= line.seq));
  if (first === undefined) return { kind: 'line', recordId: line.id, sm3: line.hash };
  return { kind: 'bundle', bundleId: first.body.bundleId, sm3: first.body.bundleSm3 };
}

/** The line that stands for a table of records: the newest of our own, else the newest of the office that wrote last. */
export function newestLine<L extends Line & Pick<Row, 'at'>>(lines: readonly L[], own: StationId): L | null {
  const ours = lines.filter(({ author }) => author === own);
  if (ours.length > 0) return ours.reduce((newest, line) => (line.seq > newest.seq ? line : newest));
  return lines.reduce<L | null>((newest, line) => (newest === null || line.at > newest.at ? line : newest), null);
}
