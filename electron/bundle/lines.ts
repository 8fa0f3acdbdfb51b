// Cuts a stream of journal bytes into lines, never holding more than one overlong line. It does not look inside them.

import { MAX_LINE_BYTES } from '#shared/journal/line';

const NEWLINE = 0x0a;

/** Thrown with the number of lines that were whole. */
export class LineCutError extends Error {
  constructor(
    readonly reason: 'too-long' | 'no-line-end',
    readonly linesBefore: number,
  ) {
    super(reason);
  }
}

/** The lines of each chunk, without their newlines; a line across chunks comes with the chunk that ends it. */
export async function* cutLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[], void, undefined> {
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  let count = 0;
  for await (const chunk of chunks) {
    const lines: Buffer[] = [];
    let start = 0;
    for (let stop = chunk.indexOf(NEWLINE); stop !== -1; stop = chunk.indexOf(NEWLINE, start)) {
      const piece = chunk.subarray(start, stop);
      lines.push(carriedBytes === 0 ? piece : Buffer.concat([...carried, piece]));
      carried = [];
      carriedBytes = 0;
      start = stop + 1;
    }
    count += lines.length;
    if (start < chunk.length) {
      carried.push(chunk.subarray(start));
      carriedBytes += chunk.length - start;
    }
    if (lines.length > 0) yield lines;
    if (carriedBytes > MAX_LINE_BYTES) throw new LineCutError('too-long', count);
  }
  if (carriedBytes > 0) throw new LineCutError('no-line-end', count);
}
