// The field types that several records share. Each trims nothing and guesses nothing: forms normalise, schemas judge.

import { z } from 'zod';
import { sm3HexSchema } from '../base/ids';
import { hasBidiControl, hasControlCharacter } from '../base/text';

const clean = (value: string) => !hasControlCharacter(value) && !hasBidiControl(value);
const cleanLine = (value: string) => clean(value) && !/[\n\t]/.test(value);

/** One line, 1 to `max` characters. */
export const line = (max: number) => z.string().min(1).max(max).refine(cleanLine, 'text.control-character');
/** One line or empty. */
export const optionalLine = (max: number) => z.string().max(max).refine(cleanLine, 'text.control-character');
/** Several lines, 1 to `max` characters. */
export const text = (max: number) => z.string().min(1).max(max).refine(clean, 'text.control-character');
/** Several lines or empty. */
export const optionalText = (max: number) => z.string().max(max).refine(clean, 'text.control-character');

export const nameText = line(100);
/** The name in Mongolian script, where an office gives one; the key is absent otherwise. Which encoding is base/mongolian's word. */
export const mongolianName = line(200).exactOptional();

/** Business date in Asia/Shanghai, YYYY-MM-DD. */
export const businessDate = z.iso.date();

/** Money in fen, 0 to 9×10¹⁵ (users.md: 90 万亿元). */
export const amountFen = z.int().min(0).max(9_000_000_000_000_000);

/** Quantity in ten-thousandths of its unit. */
export const quantityE4 = z.int().min(0).max(9_000_000_000_000);

/** Plan years the governing document, which is of 2014, can reach. */
export const FIRST_PLAN_YEAR = 2014;
export const LAST_PLAN_YEAR = 2099;
export const planYear = z.int().min(FIRST_PLAN_YEAR).max(LAST_PLAN_YEAR);

/** GB/T 2260 code inside Inner Mongolia. */
export const regionCode = z.string().regex(/^15\d{4}$/);

/** Unified social credit code as normalised text; a wrong check digit is a finding, not a refusal (paper has errors). */
export const usccText = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/);

/** Clause-bearing document number, e.g. 某财预〔2026〕12号. */
export const documentNumber = line(60);

/** An attachment lies content-addressed beside the journals; records refer to it by hash. */
export const attachmentSchema = z.strictObject({
  sm3: sm3HexSchema,
  name: line(200),
  sizeBytes: z.int().min(1).max(200 * 1024 * 1024),
  mediaType: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentsSchema = z.array(attachmentSchema).max(50);
