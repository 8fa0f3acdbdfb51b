// One journal line: envelope, strict parse and exact bytes. What a body may hold is the domain's business.

import { z } from 'zod';
import { jsonObjectSchema } from '../base/json';
import { recordIdSchema, sm3HexSchema, stationIdSchema, type Sm3Hex } from '../base/ids';
import { type Failure, failure, ok, type Result } from '../base/result';
import { canonicalJson, isCanonical } from './canonical';

/** `prev` of the first line of every chain. */
export const GENESIS = '0'.repeat(64) as Sm3Hex;

/** A line longer than this is refused unread (bytes, without the newline). */
export const MAX_LINE_BYTES = 1024 * 1024;

const envelope = {
  v: z.literal(1),
  author: stationIdSchema,
  seq: z.int().min(1),
  prev: sm3HexSchema,
  at: z.iso.datetime({ precision: 3 }),
  by: recordIdSchema,
  table: z.string().min(1).max(40),
  id: recordIdSchema,
  rev: z.int().min(1),
};

export const journalLineSchema = z.discriminatedUnion('op', [
  z.strictObject({ ...envelope, op: z.literal('put'), body: jsonObjectSchema }),
  z.strictObject({ ...envelope, op: z.literal('remove') }),
]);
export type JournalLine = z.infer<typeof journalLineSchema>;

type Body = Extract<JournalLine, { op: 'put' }>['body'];
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same for what `JSON.parse` made: its bodies need no walk to prove that they are JSON. */
const parsedLineSchema = z.discriminatedUnion('op', [
  journalLineSchema.options[0].extend({ body: z.custom<Body>(isObject) }),
  journalLineSchema.options[1],
]);

/** The line's text, without the newline: RFC 8785 canonical JSON. */
export function encodeLine(line: JournalLine): string {
  return canonicalJson(line);
}

/**
 * Parses one line strictly: the text must be exactly the canonical form of what it says, which shuts out duplicate keys,
 * odd number forms and escapes that hide text.
 */
export function parseLine(text: string): Result<JournalLine, Failure<'journal.bad-line'>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure('journal.bad-line', { reason: 'json' });
  }
  const parsed = parsedLineSchema.safeParse(value);
  // A key of this name would be taken for an object's prototype by careless code further on.
  if (!parsed.success || text.includes('"__proto__":')) return failure('journal.bad-line', { reason: 'schema' });
  if (!saysExactly(text, value)) return failure('journal.bad-line', { reason: 'not-canonical' });
  return ok(parsed.data);
}

/** Half a surrogate pair and nesting that exhausts the stack have no canonical form. */
function saysExactly(text: string, value: unknown): boolean {
  try {
    return isCanonical(text, value);
  } catch {
    return false;
  }
}
