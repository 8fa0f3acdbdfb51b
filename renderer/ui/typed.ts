// From what is typed to what is stored: one schema per typed shape. Messages are codes; text/field-errors.ts has the words.

import { z } from 'zod';
import { parseDate } from '#shared/base/date';
import { parseYuan } from '#shared/base/money';
import { parseQuantity } from '#shared/base/quantity';
import type { Failure, Result } from '#shared/base/result';
import { normaliseText } from '#shared/base/text';
import { checkUscc, normaliseUscc } from '#shared/base/uscc';
import { line, optionalLine, optionalText, text } from '#shared/domain/fields';
import { readWhole } from './typed-shapes';

function parsed<Value>(parse: (text: string) => Result<Value, Failure>) {
  return z.string().transform((typedText, context): Value => {
    const result = parse(typedText);
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: result.error.code });
    return z.NEVER;
  });
}

const tidy = z.string().transform(normaliseText);

export const typedYuan = parsed((typedText) => parseYuan(typedText));
/** Empty means nothing: zero fen. */
export const typedYuanOrNone = parsed((typedText) => parseYuan(typedText.trim() === '' ? '0' : typedText));
export const typedQuantity = parsed(parseQuantity);
export const typedDate = parsed(parseDate);
export const typedDateOrNone = z.string().trim().pipe(z.union([z.literal('').transform(() => null), typedDate]));
export const typedLine = (max: number) => tidy.pipe(line(max));
export const typedLineOrNone = (max: number) => tidy.pipe(optionalLine(max));
export const typedText = (max: number) => tidy.pipe(text(max));
export const typedTextOrNone = (max: number) => tidy.pipe(optionalText(max));

/** A whole number from `min` to `max`, read as the checks read it while it is typed. */
export const typedWhole = (min: number, max: number) =>
  z
    .string()
    .transform((typedText, context): number => {
      const whole = readWhole(typedText);
      if (whole !== undefined) return whole;
      context.addIssue({ code: 'custom', message: 'whole.malformed' });
      return z.NEVER;
    })
    .pipe(z.int().min(min).max(max));

/** Normalised credit code; length and alphabet are refused, a wrong check digit is a finding elsewhere. */
export const typedUscc = z
  .string()
  .transform(normaliseUscc)
  .refine((code) => !checkUscc(code).problems.some((problem) => problem !== 'check-digit'), 'uscc.malformed');
