// The pure chain check: what follows, what does not, and that reading the links off a line equals parsing it.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/base/bytes';
import { createRecordId, type Sm3Hex, type StationId } from '../../../shared/base/ids';
import { readyCrypto } from '../../../shared/crypto/sm3';
import { type ChainPoint, chainStart, hashLine, readLink, verifyLine, verifyLink } from '../../../shared/journal/chain';
import { encodeLine, GENESIS, type JournalLine, MAX_LINE_BYTES, parseLine } from '../../../shared/journal/line';

const author = '0123456789abcdef0123456789abcdef' as StationId;
const stranger = 'fedcba9876543210fedcba9876543210' as StationId;
const id = createRecordId(author, (size) => new Uint8Array(size).fill(1));

beforeAll(readyCrypto);

interface Free {
  readonly author?: StationId;
  readonly seq?: number;
  readonly prev?: Sm3Hex;
  readonly body?: unknown;
  readonly table?: string;
  readonly rev?: number;
}

function lineText({ author: by = author, seq = 1, prev = GENESIS, body = { a: 1 }, table = 'planItems', rev = 1 }: Free = {}): string {
  const envelope = { v: 1, author: by, seq, prev, at: '2026-03-02T01:20:11.123Z', by: id, table, id, rev };
  return encodeLine((body === null ? { ...envelope, op: 'remove' } : { ...envelope, op: 'put', body }) as JournalLine);
}

/** `count` lines that follow one another. */
function chainOf(count: number): string[] {
  const texts: string[] = [];
  let prev: Sm3Hex = GENESIS;
  for (let seq = 1; seq <= count; seq++) {
    const text = lineText({ seq, prev, body: seq % 3 === 0 ? null : { seq } });
    texts.push(text);
    prev = hashLine(utf8(text));
  }
  return texts;
}

function feed(texts: readonly string[], from: ChainPoint = chainStart(author)) {
  let at = from;
  for (const text of texts) {
    const next = verifyLine(at, text);
    if (!next.ok) return next.error;
    at = next.value;
  }
  return at.seq;
}

describe('verifyLine', () => {
  it('follows a chain from its start and from any point of it', () => {
    const texts = chainOf(9);
    expect(feed(texts)).toBe(9);
    const fourth = texts[3] ?? '';
    expect(feed(texts.slice(4), { author, seq: 4, hash: hashLine(utf8(fourth)) })).toBe(9);
  });

  it('agrees with the standard on what the hash of a line is', () => {
    expect(hashLine(utf8('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('refuses a missing, a repeated and a swapped line as a gap at its place', () => {
    const [one = '', two = '', three = '', four = ''] = chainOf(4);
    expect(feed([one, three])).toEqual({ code: 'journal.gap', evidence: { seq: 2, found: 3 } });
    expect(feed([one, one])).toEqual({ code: 'journal.gap', evidence: { seq: 2, found: 1 } });
    expect(feed([one, two, four, three])).toMatchObject({ code: 'journal.gap', evidence: { seq: 3 } });
    expect(feed([two])).toMatchObject({ code: 'journal.gap', evidence: { seq: 1 } });
  });

  it('R083 refuses the line after an altered one, and a first line that follows something', () => {
    const [one = '', two = '', three = ''] = chainOf(3);
    expect(feed([one, two.replace('{"seq":2}', '{"seq":9}'), three])).toEqual({ code: 'journal.broken-chain', evidence: { seq: 3 } });
    expect(feed([lineText({ prev: hashLine(utf8('x')) })])).toEqual({ code: 'journal.broken-chain', evidence: { seq: 1 } });
  });

  it('refuses a line of another author', () => {
    expect(feed([lineText({ author: stranger })])).toEqual({ code: 'journal.wrong-author', evidence: { seq: 1 } });
  });

  it('refuses what is not a canonical line: spaces, repeated keys, other orders, unknown fields, escapes that hide text', () => {
    const good = lineText({ body: { a: 'x' } });
    expect(feed([good])).toBe(1);
    const bad = [
      '', ' ', '{}', 'null', good.slice(0, -1), `${good} `, `\ufeff${good}`, good.replace('"a":', '"a": '),
      good.replace('"a":"x"', '"a":"x","a":"x"'), good.replace('"x"', '"\\u0078"'), good.replace('"rev":1', '"rev":1.0'),
      good.replace('"v":1', '"v":2'), good.replace('"v":1', '"v":1,"w":1'), good.replace('"seq":1', '"seq":0'),
      good.replace('2026-03-02T01', '2026-03-02T25'),
    ];
    for (const text of bad) expect(feed([text])).toMatchObject({ code: 'journal.bad-line', evidence: { seq: 1 } });
  });

  it('refuses a line one byte over the limit unread, and takes one of exactly the limit', () => {
    const frame = utf8(lineText({ body: { a: '' } })).length;
    expect(feed([lineText({ body: { a: 'x'.repeat(MAX_LINE_BYTES - frame) } })])).toBe(1);
    const tooLong = { code: 'journal.line-too-long', evidence: { seq: 1 } };
    expect(feed([lineText({ body: { a: 'x'.repeat(MAX_LINE_BYTES - frame + 1) } })])).toEqual(tooLong);
    expect(feed(['字'.repeat(MAX_LINE_BYTES / 3 + 1)])).toEqual(tooLong);
    expect(feed(['['.repeat(MAX_LINE_BYTES + 1)])).toEqual(tooLong);
  });
});

describe('verifyLink', () => {
  const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${String(length)}}$`));
  const imitation = fc.constantFrom(
    `","by":"${id}","id":"${id}","op":"put","prev":"${GENESIS}","rev":1,"seq":7,"table":"x","v":1}`,
    `,"by":"${id}","id":"${id}","op":"remove","prev":"${GENESIS}","rev":1,"seq":7,"table":"x","v":1}`,
    '\\', '"', '\\"', '"},"v":1}', '字', '\ud83d\ude00', '\u0001',
  );
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), imitation, fc.array(imitation).map((parts) => parts.join('')));
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(text, tie('value'), { maxKeys: 3 }),
      fc.constant({ by: id, id, op: 'put', prev: GENESIS, rev: 1, seq: 7, table: 'x', v: 1 })),
  })).value;
  const free = fc.record({
    author: fc.constantFrom(author, stranger),
    seq: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(Number.MAX_SAFE_INTEGER)),
    prev: fc.oneof(fc.constant(GENESIS), hex(64).map((each) => each as Sm3Hex)),
    body: fc.oneof(fc.constant(null), fc.dictionary(text, value, { maxKeys: 4 })),
    table: text.map((each) => each.slice(0, 40)).filter((each) => each.length > 0),
    rev: fc.oneof(fc.constant(1), fc.constant(Number.MAX_SAFE_INTEGER)),
  });

  it('answers like verifyLine for every line that can be parsed, whatever its strings imitate', () => {
    let followed = 0;
    fc.assert(
      fc.property(free, fc.integer({ min: 0, max: 3 }), (fields, after) => {
        let line: string;
        try {
          line = lineText(fields);
        } catch {
          return; // A cut surrogate pair has no canonical form.
        }
        if (!parseLine(line).ok) return;
        const from: ChainPoint = { author, seq: after, hash: GENESIS };
        const full = verifyLine(from, line);
        const link = verifyLink(from, utf8(line));
        if (full.ok) followed += 1;
        expect(link).toEqual(full.ok ? { ok: true, value: { author: full.value.author, seq: full.value.seq, hash: full.value.hash } } : full);
        expect(readLink(utf8(line))).toEqual({ author: fields.author, seq: fields.seq, prev: fields.prev });
      }),
      { numRuns: 2000 },
    );
    expect(followed).toBeGreaterThan(20);
  });

  it('refuses bytes that do not end and begin like a line', () => {
    const good = utf8(lineText());
    for (const bytes of [new Uint8Array(0), good.subarray(1), good.subarray(0, good.length - 1), utf8('{}')]) {
      expect(verifyLink(chainStart(author), bytes)).toMatchObject({ ok: false, error: { code: 'journal.bad-line', evidence: { seq: 1 } } });
    }
    expect(verifyLink(chainStart(author), new Uint8Array(MAX_LINE_BYTES + 1))).toMatchObject({ ok: false, error: { code: 'journal.line-too-long' } });
  });

  it('lets an altered last line through, which only the known head tells', () => {
    const text = lineText({ body: { amountFen: 100 } });
    const altered = utf8(text.replace('100', '900'));
    const passed = verifyLink(chainStart(author), altered);
    if (!passed.ok) throw new Error(passed.error.code);
    expect(passed.value.hash).not.toBe(hashLine(utf8(text)));
  });
});
