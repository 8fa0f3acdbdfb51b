// Where a record stands in the five words, as seen from this station.

import type { StationId } from '#shared/base/ids';
import { type Standing, standingOf } from '#shared/domain/status';
import type { Row, Standing as Judged } from './db';
import type { ExchangeHeads } from './exchange-heads';

type Stood = Pick<Row, 'author' | 'rev' | 'seq'>;

/** A plan item of this station; `judged` is the decision on it, whatever revision it saw. */
export function planItemStanding(row: Pick<Stood, 'rev' | 'seq'>, judged: Judged | undefined, heads: ExchangeHeads, hasDraft: boolean): Standing {
  const decision = judged === undefined ? null : { rev: judged.decidedRev, outcome: judged.outcome };
  return standingOf({ ...heads, uploadedSeq: 0, rev: row.rev, seq: row.seq, hasDraft, decision });
}

/** A record without decisions (contracts, acceptances). Another office's record lies here because its bundle was received. `heads` are those of our own journal. */
export function recordStanding(row: Stood, own: StationId, heads: ExchangeHeads, hasDraft: boolean): Standing {
  if (row.author !== own) return { word: 'received', editing: false };
  return standingOf({ ...heads, uploadedSeq: 0, rev: row.rev, seq: row.seq, hasDraft, decision: null });
}

/** An official revision that has left the station is not written over: the superior office may already hold it. */
export function hasLeft(row: Pick<Row, 'seq'>, heads: ExchangeHeads): boolean {
  return heads.exportedSeq >= row.seq || heads.receivedSeq >= row.seq;
}
