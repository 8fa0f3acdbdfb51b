// What an import does: judges against what is held now, writes the usable rows as one step, gives the others back with reasons.

import { todayInShanghai } from '#shared/base/date';
import type { RecordId, StationId } from '#shared/base/ids';
import { type Failure, failure, type Result } from '#shared/base/result';
import { catalogueInForce } from '#shared/policy/catalogue';
import { commitStep, type DraftChange, scopeOf } from '../../../data/history';
import { newRecordId } from '../../../data/new-id';
import { recordSecrecyStop } from '../../../data/secrecy-stop';
import { inBatches, makeTable } from '../../../excel/make-file';
import { saveWorkbook } from '../../../excel/save-file';
import { toDraft } from '../drafts';
import type { PlanColumn } from '../plan-column';
import { readPlanYear } from '../queries';
import { eachFileRow } from './file-rows';
import { heldPlans } from './held-plans';
import { type JudgeContext, judgeEach, type JudgedRow, type Reason } from './judge-rows';
import type { OpenedFile } from './opened-file';
import { REASON_TITLE } from './plan-words';
import type { NamedBuyers } from './sheet-columns';

export interface Desk {
  readonly own: StationId;
  readonly operator: RecordId;
  readonly nameOf: (operator: RecordId) => string;
  readonly year: number;
  readonly buyers: NamedBuyers;
  readonly columns: readonly PlanColumn[];
}

export interface Judgement {
  readonly rows: readonly JudgedRow[];
  readonly totals: number;
}

/** How long the page works at a stretch: half a frame. */
const SLICE_MS = 8;

/** null when `signal` ended it. The window stays alive meanwhile. */
export async function judgeFile(file: OpenedFile, desk: Desk, keepFilled: boolean, signal: AbortSignal): Promise<Judgement | null> {
  const stored = await readPlanYear(desk.own, desk.year);
  const held = heldPlans(stored);
  const context: JudgeContext = {
    year: desk.year,
    columns: desk.columns,
    held,
    takenNumbers: held.map(({ typed }) => typed.number),
    onlyBuyer: desk.buyers.length === 1 ? (desk.buyers[0]?.id ?? null) : null,
    catalogueVersion: catalogueInForce(todayInShanghai(Date.now()))?.id ?? '',
    operator: desk.operator,
    nameOf: desk.nameOf,
    keepFilled,
  };
  const read = await inSlices(eachFileRow(file.table, file, desk.columns), signal);
  const rows = read?.filter((row) => row !== 'total');
  const judged = rows === undefined ? null : await inSlices(judgeEach(rows, context), signal);
  return read === null || judged === null ? null : { rows: judged, totals: read.length - judged.length };
}

/** Everything the work yields, a few milliseconds at a time; null when `signal` ended it. */
async function inSlices<T>(work: Iterable<T>, signal: AbortSignal): Promise<readonly T[] | null> {
  const done: T[] = [];
  let since = performance.now();
  for (const one of work) {
    done.push(one);
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
    since = performance.now();
  }
  return signal.aborted ? null : done;
}

/** Records that rows were stopped, without what stood in them. */
export async function recordStops(rows: readonly JudgedRow[], own: StationId): Promise<void> {
  for (const row of rows) {
    if (row.outcome === 'bad' && row.secret) await recordSecrecyStop(own, 'planItems', newRecordId(own), `import row ${String(row.row.at)}`);
  }
}

export const MAX_ROWS = 5000;

/** All usable rows under one fsync and one undo. */
export async function importRows(rows: readonly JudgedRow[], { own, operator, year }: Desk): Promise<Result<unknown, Failure>> {
  const now = new Map((await readPlanYear(own, year)).drafts.map(({ id, body }) => [id, body.basedOnRev]));
  const changes: DraftChange[] = [];
  for (const row of rows) {
    if (row.outcome === 'new') {
      changes.push({ id: newRecordId(own), draft: toDraft({ typed: row.typed, preparedBy: operator, forReview: false }, 0) });
    } else if (row.outcome === 'changed') {
      const { id, draft } = row.held;
      if (draft === null || now.get(id) !== draft.basedOnRev) return failure('record.changed-meanwhile');
      changes.push({ id, draft: toDraft({ typed: row.typed, preparedBy: draft.preparedBy, forReview: false }, draft.basedOnRev) });
    }
  }
  const [first] = changes;
  if (first === undefined) return failure('record.changed-meanwhile');
  return commitStep(scopeOf('planItems', year, first.id), `导入 Excel ${String(changes.length)} 行`, changes);
}

/** The refused rows as they stood in the file, with why; corrected there they can be imported again. */
export async function saveBadRows(rows: readonly JudgedRow[], file: OpenedFile, desk: Desk, office: string): Promise<Result<{ readonly saved: boolean }, Failure>> {
  const kinds = new Map(desk.columns.map(({ key, kind }) => [key, kind]));
  const headings = file.headings.texts.map((title, at) => ({ title, at })).filter(({ title }) => title !== REASON_TITLE);
  const refused = rows.filter((row) => row.outcome === 'bad');
  const made = await makeTable({
    title: '有问题的行',
    creator: office,
    columns: [
      ...headings.map(({ title, at }) => ({
        title,
        kind: file.unit === 'wan' && kinds.get(file.map[at] ?? '') === 'money' ? ('text' as const) : (kinds.get(file.map[at] ?? '') ?? ('text' as const)),
        read: (row: (typeof refused)[number]) => (row.secret ? '' : (row.row.texts[at] ?? '')),
      })),
      { title: REASON_TITLE, kind: 'text' as const, read: (row: (typeof refused)[number]) => `第 ${String(row.row.at)} 行：${reasonText(row.reasons)}` },
    ],
    rows: inBatches(refused),
  });
  return saveWorkbook(made, `${file.name.replace(/\.[^.]*$/, '').slice(0, 60)} 有问题的行`);
}

export function reasonText(reasons: readonly Reason[]): string {
  return reasons.map(({ title, sentence }) => (title === null ? sentence : `${title}：${sentence}`)).join(' ');
}
