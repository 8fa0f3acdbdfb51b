// An unfinished form in words: every field that has a label, as it was typed. One table of labels per form (DraftWords) serves
// the sheet, the names of undo's steps and the comparing of two saved states.

import { entry, type SheetEntry, type SheetSection } from './sheet';

export interface DraftWords {
  /** Form path → label, in the order of the form; '*' stands for the place in a list: 'lines.*.name'. A list's own label names its rows. */
  readonly labels: Readonly<Record<string, string>>;
  /** Codes in words, by the same paths; null or undefined leaves the value as it is. */
  readonly show?: Readonly<Record<string, (value: string) => string | null | undefined>>;
}

/** One section for the form's own fields and one for each row of its lists. */
export function draftSheet(words: DraftWords, form: unknown): readonly SheetSection[] {
  const own: SheetEntry[] = [];
  const rows: SheetSection[] = [];
  for (const [pattern, label] of Object.entries(words.labels)) {
    const list = pattern.endsWith('.*') ? undefined : rowsOf(words, pattern, form);
    if (pattern.includes('*')) continue;
    if (list === undefined) own.push(entry(pattern, label, textOf(words, pattern, valueAt(form, pattern))));
    else rows.push(...list.map((entries, index) => ({ title: `${label} 第 ${String(index + 1)} 项`, entries })));
  }
  return [{ title: '填写内容', entries: own }, ...rows];
}

/** Paths whose words differ between two states of a form, in the order of the form. */
export function changedFields(words: DraftWords, before: unknown, after: unknown): readonly string[] {
  const [former, present] = [before, after].map((form) => new Map(draftSheet(words, form).flatMap(({ entries }) => entries.map((one) => [one.field, one.value] as const))));
  const fields = new Set([...(former?.keys() ?? []), ...(present?.keys() ?? [])]);
  return [...fields].filter((field) => (former?.get(field) ?? '') !== (present?.get(field) ?? ''));
}

/** What was done, for undo: '修改合同名称', '修改服务明细等 3 处'. */
export function changeLabel(words: DraftWords, fields: readonly string[]): string {
  const [first] = fields;
  if (first === undefined) return '修改';
  const label = `修改${labelOf(words, first)}`;
  return fields.length === 1 ? label : `${label}等 ${String(fields.length)} 处`;
}

function labelOf({ labels }: DraftWords, path: string): string {
  const [root = '', place] = path.split('.');
  const label = labels[path.replaceAll(/\.\d+(?=\.|$)/g, '.*')] ?? labels[root] ?? '';
  return place !== undefined && /^\d+$/.test(place) ? `${labels[root] ?? ''}第 ${String(Number(place) + 1)} 项${label}` : label;
}

/** The rows of a list whose fields have labels; undefined when the path is not such a list. */
function rowsOf(words: DraftWords, root: string, form: unknown): readonly (readonly SheetEntry[])[] | undefined {
  const fields = Object.entries(words.labels).filter(([pattern]) => pattern.startsWith(`${root}.*.`));
  const list = valueAt(form, root);
  if (fields.length === 0) return undefined;
  if (!Array.isArray(list)) return [];
  return list.map((row: unknown, index) =>
    fields.map(([pattern, label]) => {
      const field = pattern.slice(root.length + 3);
      return entry(`${root}.${String(index)}.${field}`, label, textOf(words, pattern, valueAt(row, field)));
    }),
  );
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((held, key) => (typeof held === 'object' && held !== null && Object.hasOwn(held, key) ? (held as Readonly<Record<string, unknown>>)[key] : undefined), value);
}

function textOf(words: DraftWords, pattern: string, value: unknown): string {
  if (typeof value === 'string') return words.show?.[pattern]?.(value) ?? value;
  if (typeof value === 'number') return textOf(words, pattern, String(value));
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((one) => textOf(words, pattern, one)).join('、');
  // An attachment, or whatever else has a name of its own.
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string') return value.name;
  return '';
}
