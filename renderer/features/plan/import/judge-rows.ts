// What would become of each row of a file: a new draft, a change of one, nothing new, or a refusal with its reasons. Pure; nothing
// is written here. Official projects and other people's drafts are never overwritten.

import type { RecordId } from '#shared/base/ids';
import { judgeMongolian } from '#shared/base/mongolian';
import { normaliseText } from '#shared/base/text';
import { secrecyGate, textsIn } from '#shared/domain/rules/secrecy';
import { shownText } from '../../../tabular/choice-text';
import type { CellProblemCode } from '../../../excel/book/book';
import { sameMeaning } from '../../../excel/meaning';
import { FINDING_SENTENCES } from '../../../text/findings';
import { nextNumber } from '../drafts';
import { planCellProblem } from '../plan-cell';
import type { PlanColumn } from '../plan-column';
import { blankPlan, type PlanTyped } from '../plan-typed';
import type { FileRow } from './file-rows';
import type { HeldPlan } from './held-plans';

export interface Reason {
  /** The column's title; null for the whole row. */
  readonly title: string | null;
  readonly sentence: string;
}

export interface CellChange {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

interface Judged {
  readonly row: FileRow;
  readonly number: string;
  readonly name: string;
}

interface Usable extends Judged {
  readonly typed: PlanTyped;
  /** What should be looked at, and comes in as it stands. */
  readonly hints: readonly Reason[];
}

export type JudgedRow =
  | (Usable & { readonly outcome: 'new'; readonly numbered: boolean })
  | (Usable & { readonly outcome: 'changed'; readonly held: HeldPlan; readonly changes: readonly CellChange[] })
  | (Judged & { readonly outcome: 'unchanged' })
  /** `secret`: a word of state secrecy stood in it; the row is given back to nobody. */
  | (Judged & { readonly outcome: 'bad'; readonly reasons: readonly Reason[]; readonly secret: boolean });

export type RefusedRow = Extract<JudgedRow, { outcome: 'bad' }>;

export interface JudgeContext {
  readonly year: number;
  readonly columns: readonly PlanColumn[];
  readonly held: readonly HeldPlan[];
  /** Numbers that are given away in this year, whoever's project it is. */
  readonly takenNumbers: readonly string[];
  /** The one purchasing body, where there is only one. */
  readonly onlyBuyer: RecordId | null;
  readonly catalogueVersion: string;
  readonly operator: RecordId;
  readonly nameOf: (operator: RecordId) => string;
  /** Empty cells leave what a draft already says. */
  readonly keepFilled: boolean;
}

export function judgeRows(rows: readonly FileRow[], context: JudgeContext): readonly JudgedRow[] {
  return [...judgeEach(rows, context)];
}

/** One after the other, for who has something else to do in between. */
export function* judgeEach(rows: readonly FileRow[], context: JudgeContext): Generator<JudgedRow> {
  const seen = new Map<string, number>();
  const index = indexHeld(context.held);
  // The highest number given away so far; the next one follows it.
  let highest: readonly string[] = [...context.takenNumbers, ...rows.map(({ cells }) => cells.get('number') ?? '')];
  for (const row of rows) {
    const number = row.cells.get('number') ?? '';
    const buyerId = buyerOf(row, context);
    const held = index.find(row, buyerId);
    const key = `${buyerId} ${held?.typed.number ?? number}`;
    const before = number === '' && held === null ? undefined : seen.get(key);
    if (before !== undefined) {
      yield bad(row, [{ title: null, sentence: `与第 ${String(before)} 行是同一个项目，只导入前一行。` }]);
      continue;
    }
    seen.set(key, row.at);
    if (held !== null) {
      yield judgeHeld(row, held, context);
      continue;
    }
    const given = number === '' ? nextNumber(context.year, highest) : number;
    if (number === '') highest = [given];
    yield judgeNew(row, given, buyerId, context);
  }
}

function buyerOf({ cells }: FileRow, { onlyBuyer }: JudgeContext): string {
  const written = cells.get('buyerId') ?? '';
  return written === '' && onlyBuyer !== null ? onlyBuyer : written;
}

/** What a purchasing body calls a project: its number, or its name. */
export function keyOf(buyerId: string, text: string): string {
  return `${buyerId} ${normaliseText(text)}`;
}

/** Which project a row means: by number; a row without one by the project's name, where no other has the same. */
export function indexHeld(held: readonly HeldPlan[]): { readonly find: (row: FileRow, buyerId: string) => HeldPlan | null } {
  const byNumber = new Map(held.toReversed().map((plan) => [keyOf(plan.typed.buyerId, plan.typed.number), plan]));
  const byName = new Map<string, HeldPlan | null>();
  for (const plan of held) {
    const key = keyOf(plan.typed.buyerId, plan.typed.name);
    byName.set(key, byName.has(key) ? null : plan);
  }
  return {
    find({ cells }, buyerId) {
      const [number, name] = [cells.get('number') ?? '', cells.get('name') ?? ''];
      if (number !== '') return byNumber.get(keyOf(buyerId, number)) ?? null;
      return name === '' ? null : (byName.get(keyOf(buyerId, name)) ?? null);
    },
  };
}

function judgeNew(row: FileRow, number: string, buyerId: string, context: JudgeContext): JudgedRow {
  const { year, catalogueVersion, columns } = context;
  const blank = blankPlan({ year, number, buyerId: buyerId as RecordId | '', catalogueVersion });
  const reasons = problemsOf(row, columns, () => false);
  if ((row.cells.get('name') ?? '') === '' && !row.problems.has('name')) reasons.push({ title: '项目名称', sentence: '请填写。' });
  if (buyerId === '') reasons.push({ title: '购买主体', sentence: '请填写为哪个单位编制。' });
  let typed = blank;
  for (const column of columns) {
    const text = row.cells.get(column.key) ?? '';
    if (text !== '' && column.key !== 'number' && column.key !== 'buyerId') typed = column.write(typed, text);
  }
  return secretOf(row, typed) ?? (reasons.length > 0 ? bad(row, reasons) : { ...nameOfRow(row), number, outcome: 'new', typed, hints: hintsOf(typed, columns), numbered: row.cells.get('number') !== number });
}

function judgeHeld(row: FileRow, held: HeldPlan, { columns, operator, nameOf, keepFilled }: JudgeContext): JudgedRow {
  const changes: CellChange[] = [];
  const changed = new Set<string>();
  let typed = held.typed;
  for (const column of columns) {
    const text = row.cells.get(column.key);
    if (text === undefined || (text === '' && (keepFilled || column.key === 'number' || column.key === 'buyerId'))) continue;
    const before = column.read(typed);
    if (sameMeaning(column, before, text)) continue;
    const next = column.write(typed, text);
    const after = column.read(next);
    // What a row cannot hold (a wrong choice) is not the same as what it held; the complaint below says so.
    if (sameMeaning(column, before, after) && planCellProblem(column, text) === null) continue;
    typed = next;
    changed.add(column.key);
    changes.push({ title: column.title, before: shownText(column, before), after: shownText(column, after) });
  }
  const { number, name } = { number: held.typed.number, name: row.cells.get('name') ?? held.typed.name };
  const reasons = problemsOf(row, columns, (key) => !changed.has(key));
  const secret = changes.length > 0 ? secretOf(row, typed) : null;
  if (secret !== null) return secret;
  if (reasons.length > 0) return bad(row, reasons);
  if (changes.length === 0) return { row, number, name, outcome: 'unchanged' };
  if (held.draft === null) return bad(row, [{ title: null, sentence: '这个项目已定稿，不能用表格改写；请在项目页“修改后重新送审”。' }]);
  if (held.draft.preparedBy !== operator) {
    return bad(row, [{ title: null, sentence: `这个草稿由${nameOf(held.draft.preparedBy)}编制，请由其导入，或先在项目页接手。` }]);
  }
  return { row, number, name, outcome: 'changed', typed, hints: hintsOf(typed, columns.filter(({ key }) => changed.has(key))), held, changes };
}

/** `isSettled`: the cell says what is already there, so its form is not judged again. */
function problemsOf(row: FileRow, columns: readonly PlanColumn[], isSettled: (key: string) => boolean): Reason[] {
  return columns.flatMap((column): Reason[] => {
    const unread = row.problems.get(column.key);
    if (unread !== undefined) return [{ title: column.title, sentence: CELL_SENTENCES[unread] }];
    if (isSettled(column.key)) return [];
    const problem = planCellProblem(column, row.cells.get(column.key) ?? '');
    return problem === null ? [] : [{ title: column.title, sentence: problem }];
  });
}

/** `columns`: those the file may change; what a draft already said is not the file's. Whole projects are judged where they are prepared. */
function hintsOf(typed: PlanTyped, columns: readonly PlanColumn[]): readonly Reason[] {
  const name = columns.find(({ key }) => key === 'mongolianName');
  if (name === undefined || judgeMongolian(typed.mongolianName) !== 'private-codes') return [];
  return [{ title: name.title, sentence: FINDING_SENTENCES['plan-item.mongolian-private-codes']({}) }];
}

const CELL_SENTENCES: Readonly<Record<CellProblemCode, string>> = {
  'cell.cut-digits': '数字超过 15 位，Excel 已把后面的位数变成 0；请把单元格设为文本格式，重新填写。',
  'cell.error-value': '单元格显示的是错误值（如 #REF!），请改正公式或直接填写。',
  'cell.unreckoned': '公式没有算出结果；请用 Excel 或 WPS 打开并保存一次，或直接填写。',
  'cell.too-long': '文字过长，超过 Excel 单元格的上限。',
};

function secretOf(row: FileRow, typed: PlanTyped): JudgedRow | null {
  if (secrecyGate(textsIn(typed)).length === 0) return null;
  const sentence = '含有涉及国家秘密的词语，不能录入；本系统为非涉密系统。';
  return { row, number: '', name: '（不显示）', outcome: 'bad', reasons: [{ title: null, sentence }], secret: true };
}

function bad(row: FileRow, reasons: readonly Reason[]): JudgedRow {
  return { ...nameOfRow(row), outcome: 'bad', reasons, secret: false };
}

function nameOfRow(row: FileRow): Judged {
  return { row, number: row.cells.get('number') ?? '', name: row.cells.get('name') ?? '' };
}
