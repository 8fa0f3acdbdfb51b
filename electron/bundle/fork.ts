// When a bundle contradicts a journal held here: finds the first line that differs and lays both aside as text, the only
// thing a refused bundle leaves behind. It chooses no side.

import { join } from 'node:path';
import type { Slice } from '#shared/bundle/exchange-file';
import { findFork } from '#shared/journal/fork';
import { hashLine } from '#shared/journal/chain';
import { writeFileAtomic } from '../lib/atomic-file';
import type { JournalStore } from '../journal/ports';
import { cutLines } from './lines';
import { onStationDisk, refuse } from './refusal';

export const QUARANTINE_FOLDER = 'quarantine';

interface Contradiction {
  readonly seq: number;
  readonly held: string;
  /** The received line of that seq, or the line after it that names another predecessor. */
  readonly received: string;
}

/** Always refuses, with where the fork is and the name of the file both lines lie in. `chunks` is the slice once more. */
export async function refuseFork(
  parts: { readonly journals: JournalStore; readonly folder: string; readonly bundleId: string },
  slice: Slice,
  chunks: AsyncIterable<Buffer>,
): Promise<never> {
  const { author } = slice;
  const found = await findContradiction(parts.journals, slice, chunks);
  const name = `fork-${author}-${String(found.seq)}.txt`;
  const text = [
    '同一单位同一序号出现两条不同的记录,均未合并。请保留本文件并联系上级财政部门。',
    'Two different lines carry one number in one journal. Neither was merged.',
    `author: ${author}`,
    `seq: ${String(found.seq)}`,
    `bundle: ${parts.bundleId}`,
    '',
    'held:',
    found.held,
    '',
    'received:',
    found.received,
    '',
  ].join('\n');
  await onStationDisk(() => writeFileAtomic(join(parts.folder, QUARANTINE_FOLDER, name), text));
  return refuse('bundle.fork', { author, seq: found.seq, quarantine: name });
}

async function findContradiction(journals: JournalStore, slice: Slice, chunks: AsyncIterable<Buffer>): Promise<Contradiction> {
  const { author } = slice;
  const held = journals.readLines('official', author, Math.max(1, slice.fromSeq - 1))[Symbol.asyncIterator]();
  const next = async () => {
    const step = await held.next();
    return step.done === true ? null : step.value;
  };
  let ours = slice.fromSeq > 1 ? await next() : null;
  let seq = slice.fromSeq;
  try {
    for await (const lines of cutLines(chunks)) {
      for (const bytes of lines) {
        // Not strictly: of lines that are held only the links were checked, and a fork must be told even where one is no text.
        const received = bytes.toString('utf8');
        const before = ours;
        ours = await next();
        // The slice starts after our head, but not after the line we hold there.
        if (ours === null) return { seq: before?.seq ?? seq - 1, held: before?.text ?? '', received };
        const theirs = { author, seq, hash: hashLine(bytes), text: received };
        const fork = findFork({ author, ...ours }, theirs);
        if (fork !== null) return { seq, held: fork.held.text, received };
        seq += 1;
      }
    }
  } finally {
    await held.return?.();
  }
  return { seq, held: '', received: '' };
}
