// Finds the few lines of chosen tables in official journals without parsing the others, and follows their growth.

import type { StationId } from '#shared/base/ids';
import { assert } from '#shared/base/assert';
import { fromUtf8 } from '#shared/base/bytes';
import type { TableName } from '#shared/domain/registry';
import { type JournalLine, parseLine } from '#shared/journal/line';
import type { JournalStore } from './ports';

const NEWLINE = 0x0a;

export interface OfficialScan {
  /** Reads what the journals have grown by since the last time; lines are given in journal order, author by author. */
  refresh(): Promise<void>;
}

export function createOfficialScan(
  journals: JournalStore,
  tables: readonly TableName[],
  take: (line: JournalLine) => void,
  /** Only this author's journal; every one held when absent. */
  only?: StationId,
): OfficialScan {
  // Canonical JSON sorts its keys, so a line of the table ends in exactly these bytes; inside a string the quotes are escaped.
  const endings = tables.map((table) => Buffer.from(`"table":"${table}","v":1}\n`));
  const scanned = new Map<StationId, number>();

  const scan = async (author: StationId): Promise<void> => {
    let rest: Buffer = Buffer.alloc(0);
    for await (const bytes of journals.readBytes('official', author, scanned.get(author) ?? 0)) {
      const chunk = rest.length === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([rest, bytes]);
      const end = chunk.lastIndexOf(NEWLINE) + 1;
      for (const line of linesEndingIn(chunk.subarray(0, end), endings)) take(parseStored(line));
      scanned.set(author, (scanned.get(author) ?? 0) + end);
      rest = chunk.subarray(end);
    }
    assert(rest.length === 0, 'a journal is read in whole lines');
  };

  let running: Promise<void> = Promise.resolve();
  return {
    refresh() {
      const grown = async (): Promise<void> => {
        for (const head of journals.heads()) {
          if (head.chain !== 'official' || (only !== undefined && head.author !== only)) continue;
          if (head.sizeBytes > (scanned.get(head.author) ?? 0)) await scan(head.author);
        }
      };
      const result = running.then(grown);
      running = result.catch(() => undefined);
      return result;
    },
  };
}

function linesEndingIn(chunk: Buffer, endings: readonly Buffer[]): readonly Buffer[] {
  const hits: { start: number; line: Buffer }[] = [];
  for (const ending of endings) {
    for (let at = chunk.indexOf(ending); at !== -1; at = chunk.indexOf(ending, at + ending.length)) {
      const start = at === 0 ? 0 : chunk.lastIndexOf(NEWLINE, at - 1) + 1;
      hits.push({ start, line: chunk.subarray(start, at + ending.length - 1) });
    }
  }
  return hits.sort((a, b) => a.start - b.start).map((hit) => hit.line);
}

function parseStored(line: Buffer): JournalLine {
  const parsed = parseLine(fromUtf8(line));
  assert(parsed.ok, 'a stored line has been checked');
  return parsed.value;
}
