// Journal bytes into parsed lines, chunk by chunk: never the whole file as one string. It trusts the bytes (the main
// process verified the chain while reading) and only cuts and parses.

import type { JournalLine } from '#shared/journal/line';

export interface ReadLine {
  readonly line: JournalLine;
  /** Bytes from the start of the stream up to and including the line's newline. */
  readonly endByte: number;
}

const NEWLINE = 0x0a;

/** Yields the lines that each chunk completes. Bytes after the last newline are dropped: a line without end is no line. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<readonly ReadLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = stream.getReader();
  let rest: Uint8Array[] = [];
  let offset = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const last = next.value.lastIndexOf(NEWLINE);
      if (last < 0) {
        rest.push(next.value);
        continue;
      }
      const whole = join([...rest, next.value.subarray(0, last + 1)]);
      rest = [next.value.subarray(last + 1)];
      yield parse(decoder.decode(whole), lineEnds(whole), offset);
      offset += whole.length;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parse(text: string, ends: readonly number[], offset: number): readonly ReadLine[] {
  const texts = text.split('\n');
  return ends.map((end, index) => ({ line: JSON.parse(texts[index] ?? '') as JournalLine, endByte: offset + end }));
}

function lineEnds(bytes: Uint8Array): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) ends.push(at + 1);
  return ends;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
