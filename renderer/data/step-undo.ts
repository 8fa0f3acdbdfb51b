// What undoing or redoing one step takes: for each draft the state to write anew, or that it is to be left alone. Only reads.

import type { RecordId } from '#shared/base/ids';
import type { Draft } from '#shared/domain/draft';
import { db, type DraftRow, type Revision, type StepChange, type StepRow } from './db';
import { changesOf } from './step-changes';

export interface Takes {
  readonly targets: readonly { readonly id: RecordId; readonly body: Draft }[];
  /** Drafts that are gone, were changed by others or otherwise than by steps, or whose former state is no longer kept. */
  readonly left: number;
}

type State = Revision | DraftRow;

export async function whatItTakes(step: StepRow, kind: 'undo' | 'redo', operator: RecordId): Promise<Takes> {
  const changes = changesOf(step);
  const ids = changes.map(({ id }) => id);
  const [listed, binned] = await Promise.all([db.drafts.bulkGet(ids), db.bin.bulkGet(ids)]);
  const held = ids.map((_, index) => listed[index] ?? binned[index]);
  const before = await db.revisions.bulkGet(held.map((row, index) => ['drafts', ids[index] ?? '', (row?.ordinal ?? 0) - 1] as [never, RecordId, number]));
  const targets: Takes['targets'][number][] = [];
  for (const [index, change] of changes.entries()) {
    const row = held[index];
    if (!row) continue;
    const body = await targetOf(change, kind, operator, row, before[index]);
    if (body) targets.push({ id: change.id, body });
  }
  return { targets, left: ids.length - targets.length };
}

/** `before`: the kept state just before the present one. It is all that most undoing and redoing needs. */
async function targetOf(
  change: StepChange,
  kind: 'undo' | 'redo',
  operator: RecordId,
  row: DraftRow,
  before: Revision | undefined,
): Promise<Draft | undefined> {
  const near = kind === 'undo' ? row.seq === change.to : before?.seq === change.to;
  const states: readonly State[] = near ? [...(before ? [before] : []), row] : [...(await readStates(row.id)), row];
  const since = states.filter(({ seq }) => seq > change.to);
  if (since.some((state) => state.by !== operator || bodyOf(state).step === undefined)) return undefined;
  if (kind === 'redo') {
    const done = states.find(({ seq }) => seq === change.to);
    return done && bodyOf(done);
  }
  const former = states.findLast(({ seq }) => seq < change.from);
  if (former) return bodyOf(former);
  // Nothing before it: the step began the draft, unless what was before is no longer kept.
  return states[0]?.ordinal === 1 ? { ...row.body, binned: true } : undefined;
}

function readStates(id: RecordId): Promise<Revision[]> {
  return db.revisions.where('[table+id+ordinal]').between(['drafts', id, 0], ['drafts', id, Infinity]).toArray();
}

function bodyOf(state: State): Draft {
  return state.body as Draft;
}
