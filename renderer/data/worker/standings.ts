// Which decision holds for a plan item, as a pure function of what is held: the item's revision, every decision about it, and
// the regions of their offices. Since nothing depends on the order of arrival, a decision may come before its plan item.

import type { RecordId, StationId } from '#shared/base/ids';
import type { Candidate, Row, RowOf, Standing } from '../db';

export function candidateOf(row: RowOf<'decisions'>): Candidate {
  const { planItemRev, planItemHash, outcome, amountFen, decidedOn, documentNumber } = row.body;
  return {
    decisionId: row.id,
    author: row.author,
    seq: row.seq,
    planItemRev,
    planItemHash,
    outcome,
    approvedFen: outcome === 'approved' || outcome === 'cut' ? amountFen : 0,
    decidedOn,
    documentNumber,
  };
}

/**
 * A decision about the revision held (rev and hash) comes first; among equals the later one. An office outside whose region the
 * item's maker lies has no say; while the item is not here, that is open. No candidates: no standing.
 */
export function judge(
  id: RecordId,
  candidates: readonly Candidate[],
  item: Row | undefined,
  mayDecide: (decider: StationId, maker: StationId) => boolean,
): Standing | undefined {
  const about = (candidate: Candidate) => candidate.planItemRev === item?.rev && candidate.planItemHash === item.hash;
  const sorted = candidates.filter(({ author }) => item === undefined || mayDecide(author, item.author)).sort(later);
  const best = sorted.find(about) ?? sorted[0];
  if (!best) return undefined;
  const current = about(best);
  return {
    id,
    current,
    decisionId: best.decisionId,
    outcome: best.outcome,
    approvedFen: best.approvedFen,
    decidedRev: best.planItemRev,
    candidates: sorted,
    ...(item ? {} : { awaitsItem: 1 as const }),
    ...(current ? {} : { stale: 1 as const }),
  };
}

/** A total order: two different decisions never tie, because author and seq name one line. */
function later(a: Candidate, b: Candidate): number {
  return (
    b.planItemRev - a.planItemRev ||
    compare(b.decidedOn, a.decidedOn) ||
    compare(b.author, a.author) ||
    b.seq - a.seq
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
