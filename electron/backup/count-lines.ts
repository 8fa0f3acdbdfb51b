// What is inside a backup, counted off the ends of its journal lines: records that are alive, by kind. It reads no bodies.

import { asciiOf } from '#shared/base/bytes';
import type { BackupCounts } from '#shared/backup/manifest';

const COUNTED = ['planItems', 'decisions', 'contracts', 'acceptances', 'drafts'] as const;

/** The fixed end of a canonical line, as journal/chain.ts describes it. */
const END = /"id":"([0-9a-f-]{36})","op":"(put|remove)","prev":"[0-9a-f]{64}","rev":\d+,"seq":\d+,"table":"([A-Za-z]+)","v":1\}$/;
const END_BYTES = 320;
const NEWLINE = 0x0a;

export interface LineCounter {
  /** Takes whole lines, each with its newline. */
  take(bytes: Uint8Array): void;
  counts(): Omit<BackupCounts, 'attachments'>;
}

export function createLineCounter(): LineCounter {
  const alive = new Map<string, Set<string>>(COUNTED.map((table) => [table, new Set()]));
  let lines = 0;
  return {
    take(bytes) {
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        lines += 1;
        const [, id = '', op, table = ''] = END.exec(asciiOf(bytes.subarray(Math.max(start, end - END_BYTES), end))) ?? [];
        if (op === 'put') alive.get(table)?.add(id);
        else alive.get(table)?.delete(id);
        start = end + 1;
      }
    },
    counts() {
      const [planItems = 0, decisions = 0, contracts = 0, acceptances = 0, drafts = 0] = COUNTED.map((table) => alive.get(table)?.size);
      return { planItems, decisions, contracts, acceptances, drafts, lines };
    },
  };
}
