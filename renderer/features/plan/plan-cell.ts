// Can this text stand in this cell? A complaint in words, or none: what the grid, a pasted block and a spreadsheet ask of every cell.
// It judges the form of one cell only; whole projects are plan-check.ts's.

import { z } from 'zod';
import { codeOf } from '../../tabular/choice-text';
import { complaintWords, fieldSentence } from '../../text/field-errors';
import type { PlanColumn } from './plan-column';
import { planCellSchemas } from './plan-typed';

/** null: it can. An empty cell is never wrong, only not filled in. */
export function planCellProblem(column: PlanColumn, text: string): string | null {
  const { key, kind, choices, derived } = column;
  if (derived === true || text.trim() === '') return null;
  if (choices !== undefined) {
    const code = codeOf(choices, text);
    if (!choices.some((choice) => choice.code === code)) return '不在可选的范围内，请从列表中选择。';
  }
  if (kind === 'choice' && choices !== undefined) return null;
  const schema = schemaAt(key);
  if (schema === undefined) return null;
  const parsed = schema.safeParse(key === 'providerTypes' ? providerCodes(column, text) : text, { error: (issue) => fieldSentence(issue) });
  return parsed.success ? null : complaintWords(parsed.error.issues[0]?.message ?? '');
}

function providerCodes({ read, write }: PlanColumn, text: string): readonly string[] {
  return read(write({ providerTypes: [] } as never, text)).split('、');
}

const found = new Map<string, z.ZodType | undefined>();

/** The schema at a form path; list indexes stand for any row. */
function schemaAt(key: string): z.ZodType | undefined {
  if (!found.has(key)) {
    found.set(key, key.split('.').reduce<z.ZodType | undefined>(stepInto, planCellSchemas));
  }
  return found.get(key);
}

function stepInto(schema: z.ZodType | undefined, step: string): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, z.ZodType>>)[step] : undefined;
}
