// Where a record without decisions stands (contracts, acceptances), as seen from this station.

import type { StationId } from '#shared/base/ids';
import { type Standing, standingOf } from '#shared/domain/status';
import type { Row } from './db';
import type { ExchangeHeads } from './exchange-heads';

/** Another office's record lies here because its bundle was received. `heads` are those of our own journal. */
export function recordStanding(row: Pick<Row, 'author' | 'rev' | 'seq'>, own: StationId, heads: ExchangeHeads, hasDraft: boolean): Standing {
  if (row.author !== own) return { word: 'received', editing: false };
  return standingOf({ ...heads, uploadedSeq: 0, rev: row.rev, seq: row.seq, hasDraft, decision: null });
}

/** An official revision that has left the station is not written over: the superior office may already hold it. */
export function hasLeft(row: Pick<Row, 'seq'>, heads: ExchangeHeads): boolean {
  return heads.exportedSeq >= row.seq || heads.receivedSeq >= row.seq;
}
