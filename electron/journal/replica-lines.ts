// Lines of another station on their way into its replica: proof that they follow what is held. Signatures and records are checked before.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { assert } from '#shared/base/assert';
import { type ChainPoint, verifyLink } from '#shared/journal/chain';
import type { ReplicaLine } from './ports';

const LINES_PER_TURN = 512;

/** The caller has verified the lines; one that does not follow the head is a fault of ours, so it throws as an invariant. */
export async function assertFollows(
  head: ChainPoint,
  lines: readonly ReplicaLine[],
): Promise<{ readonly bytes: Uint8Array; readonly point: ChainPoint }[]> {
  const prepared: { bytes: Uint8Array; point: ChainPoint }[] = [];
  let at = head;
  for (const line of lines) {
    const next = verifyLink(at, line.bytes);
    assert(next.ok, `replica lines follow the head: ${next.ok ? '' : next.error.code} at ${String(at.seq + 1)}`);
    assert(next.value.seq === line.seq, 'replica lines carry their own seq');
    at = next.value;
    prepared.push({ bytes: line.bytes, point: at });
    if (prepared.length % LINES_PER_TURN === 0) await nextTurn();
  }
  return prepared;
}
