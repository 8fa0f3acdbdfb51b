// Undo, bin and former versions: what screens call so that nothing typed is lost or final by accident. It writes draft lines
// through commit.ts only; which rows follow from them is the worker's business (worker/drafts.ts, worker/steps.ts).
//
//   commitStep(scope, label, changes)   one act under one fsync; a change without a draft puts that draft into the bin
//   commitChosen(scope, choose)         the same, chosen after every earlier save
//   undo(scope) · redo(scope)           the signed-in operator's last step there, also after a restart; `only`: of one record
//   useSteps(scope)                     what would be undone and redone, in words, kept current
//   binDrafts · restoreFromBin · useBin 回收站: offered for thirty days
//   readRevisions(table, id)            every state that is kept of a record or draft, newest first
//
// Undo writes the former states anew, as one act. A draft that was finalised since, or that anybody changed since otherwise than
// by the operator's own steps, is left alone and counted.

import type { RecordId } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Draft, DraftStep } from '#shared/domain/draft';
import type { TableName } from '#shared/domain/registry';
import { callDesk } from '../bridge/desk';
import { useWorkplace } from '../bridge/station';
import { type DraftToSave, saveDrafts, type SaveResult } from './commit';
import { db, type DraftRow, type Revision, type Row, type StepRow } from './db';
import { heldRows } from './held-rows';
import { type Live, useLive } from './live';
import { newStep, type Scope, scopeOf } from './step';
import { changesOf } from './step-changes';
import { stackOf } from './step-stack';
import { firstTarget, type Target, whatItTakes } from './step-undo';

export { type Scope, scopeOf };

export const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

export interface DraftChange {
  readonly id: RecordId;
  /** null puts the draft into the bin; a draft that is not there any more is passed over. */
  readonly draft: Omit<Draft, 'step' | 'binned'> | null;
}

/**
 * `label` says what is done ('粘贴 12 行'), at most 40 characters and nothing that was typed. At most MOST_CHANGES. With `goesOn`, the
 * id of a step nothing else has come after, it is one step with that.
 */
export function commitStep(scope: Scope, label: string, changes: readonly DraftChange[], goesOn?: string): Promise<SaveResult> {
  return commitChosen(scope, () => Promise.resolve({ label, changes }), goesOn);
}

export interface Chosen {
  readonly label: string;
  readonly changes: readonly DraftChange[];
}

/** The same, of changes that are chosen once every earlier save has been made: nothing comes between looking and writing. */
export function commitChosen(scope: Scope, choose: () => Promise<Chosen>, goesOn?: string): Promise<SaveResult> {
  return saveDrafts(async () => {
    const { label, changes } = await choose();
    const begun = newStep(scope, label);
    const step = goesOn === undefined ? begun : { ...begun, id: goesOn };
    const held = await heldRows(db.drafts, changes.flatMap(({ id, draft }) => (draft === null ? [id] : [])));
    return changes.flatMap(({ id, draft }): DraftToSave[] => {
      const body = draft ?? held.get(id)?.body;
      return body === undefined ? [] : [{ id, draft: draftOf(body, step, draft === null) }];
    });
  });
}

function draftOf({ kind, year, basedOnRev, form }: Draft, step: DraftStep, binned: boolean): Draft {
  return { kind, year, basedOnRev, form, step, ...(binned ? { binned: true as const } : {}) };
}

export interface Undone {
  /** What was undone or redone; null when there was nothing. */
  readonly label: string | null;
  /** Drafts brought back to what they were. */
  readonly changed: number;
  /** Drafts of that step left alone, because they were finalised or changed since; where nothing was, of all steps looked at. */
  readonly left: number;
}

/** `only` keeps to steps that changed that record and no other. */
export function undo(scope: Scope, only?: RecordId): Promise<Result<Undone, Failure>> {
  return move('undo', scope, only);
}

export function redo(scope: Scope, only?: RecordId): Promise<Result<Undone, Failure>> {
  return move('redo', scope, only);
}

async function move(kind: 'undo' | 'redo', scope: Scope, only: RecordId | undefined): Promise<Result<Undone, Failure>> {
  const state = await callDesk('stationState', {});
  if (!state.ok) return state;
  const operator = state.value.signedInAs;
  if (operator === null) return failure('session.not-signed-in');
  let undone: Undone = { label: null, changed: 0, left: 0 };
  const saved = await saveDrafts(async () => {
    undone = { label: null, changed: 0, left: 0 };
    const stack = stackOf(await readSteps(scope), operator);
    for (const step of [...candidates(stack[kind], only, await beginningOf(only))].reverse()) {
      const { targets, left } = await whatItTakes(step, kind, operator);
      if (targets.length === 0) {
        undone = { ...undone, left: undone.left + left };
        continue;
      }
      if (only !== undefined && targets.some(isTakenAway)) break;
      undone = { label: step.label, changed: targets.length, left };
      const written: DraftStep = { ...newStep(scope, step.label), kind, of: step.id };
      return targets.map(({ id, body }) => ({ id, draft: draftOf(body, written, body.binned === true) }));
    }
    return [];
  });
  return saved.ok ? ok(undone) : saved;
}

/** A form does not put its own record into the bin under the hands of who is writing it. */
function isTakenAway({ body }: Target): boolean {
  return body.binned === true;
}

function candidates(steps: readonly StepRow[], only: RecordId | undefined, beginning: number): readonly StepRow[] {
  if (only === undefined) return steps;
  const touching = steps.filter(({ changes }) => changes.includes(only));
  // Not past a step that took other records along (what stands before it is no longer this record's alone), nor past its beginning.
  const last = touching.findLastIndex((step) => step.count > 1 || changesOf(step).some(({ from }) => from <= beginning));
  return touching.slice(last + 1);
}

/** Sequence of the earliest kept state of a draft: nothing stands before it. */
async function beginningOf(id: RecordId | undefined): Promise<number> {
  if (id === undefined) return 0;
  const earliest = await db.revisions.where('[table+id+ordinal]').between(['drafts', id, 0], ['drafts', id, Infinity]).first();
  return (earliest ?? (await db.drafts.get(id)))?.seq ?? Infinity;
}

function readSteps(scope: Scope): Promise<StepRow[]> {
  return db.steps.where('[scope+seq]').between([scope, 0], [scope, Infinity]).toArray();
}

export interface Steps {
  /** Labels of what would be undone and redone next; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** The signed-in operator's steps in a scope, or of one record in it. */
export function useSteps(scope: Scope, only?: RecordId): Steps {
  const { operatorId } = useWorkplace();
  return useLive(() => readNext(scope, operatorId, only), [scope, operatorId, only]) ?? { undo: null, redo: null };
}

/** The names of what undo and redo would really do: steps of which nothing is left, or that changed nothing, are passed over by both. */
export async function readNext(scope: Scope, operator: RecordId, only?: RecordId): Promise<Steps> {
  const stack = stackOf(await readSteps(scope), operator);
  const beginning = await beginningOf(only);
  const labelOf = async (kind: 'undo' | 'redo') => {
    for (const step of [...candidates(stack[kind], only, beginning)].reverse()) {
      const target = await firstTarget(step, kind, operator);
      if (target !== null) return only !== undefined && isTakenAway(target) ? null : step.label;
    }
    return null;
  };
  return { undo: await labelOf('undo'), redo: await labelOf('redo') };
}

/** Throws drafts away into the bin; those not there any more are passed over. */
export function binDrafts(ids: readonly RecordId[], label = '删除草稿'): Promise<SaveResult> {
  return moveAll(() => db.drafts.bulkGet([...ids]), label, true);
}

/** Brings drafts back from the bin; those no longer there are passed over. */
export function restoreFromBin(ids: readonly RecordId[]): Promise<SaveResult> {
  return moveAll(() => db.bin.bulkGet([...ids]), '从回收站还原', false);
}

/** One fsync; a step for each scope the drafts belong to. */
function moveAll(read: () => PromiseLike<readonly (DraftRow | undefined)[]>, label: string, binned: boolean): Promise<SaveResult> {
  return saveDrafts(async () => {
    const steps = new Map<Scope, DraftStep>();
    return (await read()).flatMap((row): DraftToSave[] => {
      if (!row) return [];
      const scope = scopeOf(row.body.kind, row.body.year, row.id);
      const step = steps.get(scope) ?? newStep(scope, label);
      steps.set(scope, step);
      return [{ id: row.id, draft: draftOf(row.body, step, binned) }];
    });
  });
}

/** What a person can still bring back, latest thrown away first: `at` and `name` say when and by whom. */
export function useBin(): Live<readonly Named<DraftRow>[]> {
  return useLive(async () => named(await readBin(Date.now())), []);
}

/**
 * After thirty days a draft is not offered any more. Nothing is written for it: the chain keeps every line anyway, and a line is
 * somebody's act, which the passing of time is not.
 */
export async function readBin(now: number): Promise<readonly DraftRow[]> {
  const rows = await db.bin.toArray();
  return rows.filter(({ at }) => binDaysLeft(at, now) > 0).sort((a, b) => b.seq - a.seq);
}

/** Whole or begun days for which something thrown away at that moment can be brought back; 0 when it no longer can. */
export function binDaysLeft(at: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(at) + BIN_DAYS * DAY_MS - now) / DAY_MS));
}

/** Every kept state of a record, or of a draft, with who wrote it and when; newest first, the present one before all others. */
export async function readRevisions(table: TableName, id: RecordId): Promise<readonly Revision[]> {
  const former = await db.revisions.where('[table+id+ordinal]').between([table, id, 0], [table, id, Infinity]).toArray();
  const present = table === 'drafts' ? ((await db.drafts.get(id)) ?? (await db.bin.get(id))) : await presentOf(table, id);
  return [...(present ? [{ ...present, table }] : []), ...former.reverse()];
}

async function presentOf(table: TableName, id: RecordId): Promise<(Row & { readonly ordinal: number }) | undefined> {
  const row = await db.table<Row, RecordId>(table).get(id);
  return row && { ...row, ordinal: row.rev };
}

/** A row with the name of who wrote it, '' when the operator is not known here. */
export type Named<R extends Row> = R & { readonly name: string };
export type NamedRevision = Named<Revision>;

async function named<R extends Row>(rows: readonly R[]): Promise<readonly Named<R>[]> {
  const operators = await db.operators.bulkGet(rows.map(({ by }) => by));
  return rows.map((row, index) => ({ ...row, name: operators[index]?.body.name ?? '' }));
}

/** The same with names, kept current; `id` null while nobody looks. */
export function useRevisions(table: TableName, id: RecordId | null): Live<readonly NamedRevision[]> {
  return useLive(async () => {
    if (id === null) return [];
    return named(await readRevisions(table, id));
  }, [table, id]);
}
