// What an import does: judges against what is held now, writes the usable rows as one step, gives the others back with reasons.

import { todayInShanghai } from '#shared/base/date';
import type { RecordId, StationId } from '#shared/base/ids';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { SavedFile } from '#shared/ipc/contract';
import { catalogueInForce } from '#shared/policy/catalogue';
import { callDesk } from '../../../bridge/desk';
import { commitChosen, type DraftChange } from '../../../data/history';
import { newRecordId } from '../../../data/new-id';
import { recordSecrecyStops } from '../../../data/secrecy-stop';
import { inBatches, makeTable } from '../../../excel/make-file';
import { saveWorkbook } from '../../../excel/save-file';
import { toDraft } from '../drafts';
import { inSlices } from '../in-slices';
import type { PlanColumn } from '../plan-column';
import { readPlanYear } from '../queries';
import { eachFileRow } from './file-rows';
import { heldPlans } from './held-plans';
import { type JudgeContext, judgeEach, type JudgedRow, type Reason } from './judge-rows';
import type { OpenedFile } from './opened-file';
import { REASON_TITLE } from './plan-words';
import { recheckRows } from './recheck-rows';
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

export interface Judging {
  /** Empty cells clear nothing. */
  readonly keepFilled: boolean;
  readonly signal: AbortSignal;
  /** Told now and then how many rows have been judged. */
  readonly onProgress?: (done: number) => void;
}

/** null when `signal` ended it. The window stays alive meanwhile. */
export async function judgeFile(file: OpenedFile, desk: Desk, { keepFilled, signal, onProgress }: Judging): Promise<Judgement | null> {
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
  const judged = rows === undefined ? null : await inSlices(judgeEach(rows, context), signal, onProgress);
  return read === null || judged === null ? null : { rows: judged, totals: read.length - judged.length };
}

/** Records that rows were stopped, without what stood in them. */
export async function recordStops(rows: readonly JudgedRow[], own: StationId): Promise<void> {
  const stopped = rows.filter((row) => row.outcome === 'bad' && row.secret);
  await recordSecrecyStops(own, 'planItems', stopped.map(({ row }) => ({ record: newRecordId(own), path: `import row ${String(row.at)}` })));
}

export interface Imported {
  /** As they were judged, except those that could not be written any more: these say why. */
  readonly rows: readonly JudgedRow[];
  readonly written: number;
}

/**
 * All usable rows under one fsync and one undo. What happened to the projects since they were looked at is judged again after every
 * earlier save and before this one, so a draft that a colleague took over, or that anybody changed, is never written over (R067).
 */
export async function importRows(rows: readonly JudgedRow[], desk: Desk): Promise<Result<Imported, Failure>> {
  const { own, operator, year } = desk;
  let judged = rows;
  let written = 0;
  let refused: Failure | null = null;
  const saved = await commitChosen(`planItems/${year}`, async () => {
    // Somebody else may have signed in while earlier saves were under way.
    const state = await callDesk('stationState', {});
    refused = !state.ok ? state.error : state.value.signedInAs !== operator ? { code: 'session.not-signed-in' } : null;
    if (refused !== null) return { label: '', changes: [] };
    judged = recheckRows(rows, heldPlans(await readPlanYear(own, year)), desk);
    const changes = judged.flatMap((row) => changeOf(row, desk));
    written = changes.length;
    return { label: `导入 Excel ${String(changes.length)} 行`, changes };
  });
  if (refused !== null) return { ok: false, error: refused };
  return saved.ok ? ok({ rows: judged, written }) : saved;
}

function changeOf(row: JudgedRow, { own, operator }: Desk): readonly DraftChange[] {
  if (row.outcome === 'new') return [{ id: newRecordId(own), draft: toDraft({ typed: row.typed, preparedBy: operator, forReview: false }, 0) }];
  if (row.outcome !== 'changed' || row.held.draft === null) return [];
  return [{ id: row.held.id, draft: toDraft({ typed: row.typed, preparedBy: operator, forReview: false }, row.held.draft.basedOnRev) }];
}

/** The refused rows as they stood in the file, with why; corrected there they can be imported again. */
export async function saveBadRows(rows: readonly JudgedRow[], file: OpenedFile, desk: Desk, office: string): Promise<Result<SavedFile, Failure>> {
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
