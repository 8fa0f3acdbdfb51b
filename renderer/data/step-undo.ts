// What undoing or redoing one step takes: for each draft the state to write anew, or that it is to be left alone. Only reads.

import type { RecordId } from '#shared/base/ids';
import type { Draft } from '#shared/domain/draft';
import { db, type DraftRow, type Revision, type StepChange, type StepRow } from './db';
import { sameDraft } from './same-draft';
import { changesOf } from './step-changes';

export interface Target {
  readonly id: RecordId;
  readonly body: Draft;
}

export interface Takes {
  readonly targets: readonly Target[];
  /** Drafts that are gone, were changed by others or otherwise than by steps, or whose former state is no longer kept. */
  readonly left: number;
}

type State = Revision | DraftRow;
type Kind = 'undo' | 'redo';

export function whatItTakes(step: StepRow, kind: Kind, operator: RecordId): Promise<Takes> {
  return taken(changesOf(step), kind, operator);
}

/** Drafts looked at together while the first that is left is looked for. */
const LOOK = 500;

/** One draft of which the step can still be undone or redone; null where nothing of it is left. Mostly the first one answers. */
export async function firstTarget(step: StepRow, kind: Kind, operator: RecordId): Promise<Target | null> {
  const changes = changesOf(step);
  for (let from = 0, size = 1; from < changes.length; from += size, size = LOOK) {
    const [target] = (await taken(changes.slice(from, from + size), kind, operator)).targets;
    if (target !== undefined) return target;
  }
  return null;
}

async function taken(changes: readonly StepChange[], kind: Kind, operator: RecordId): Promise<Takes> {
  const ids = changes.map(({ id }) => id);
  const [listed, binned] = await Promise.all([db.drafts.bulkGet(ids), db.bin.bulkGet(ids)]);
  const held = ids.map((_, index) => listed[index] ?? binned[index]);
  const before = await db.revisions.bulkGet(held.map((row, index) => ['drafts', ids[index] ?? '', (row?.ordinal ?? 0) - 1] as [never, RecordId, number]));
  const targets: Target[] = [];
  let left = 0;
  for (const [index, change] of changes.entries()) {
    const row = held[index];
    const found = row === undefined ? 'left' : await targetOf(change, kind, operator, row, before[index]);
    if (found === 'left') left += 1;
    else if (found !== 'same') targets.push({ id: change.id, body: found });
  }
  return { targets, left };
}

/**
 * 'same': the step ended where it began (a text that was given up), so there is nothing to undo in this draft. `before`: the kept
 * state just before the present one. It is all that most undoing and redoing needs.
 */
async function targetOf(
  change: StepChange,
  kind: Kind,
  operator: RecordId,
  row: DraftRow,
  before: Revision | undefined,
): Promise<Draft | 'same' | 'left'> {
  const near = kind === 'undo' ? row.seq === change.to : before?.seq === change.to;
  const states: readonly State[] = near ? [...(before ? [before] : []), row] : [...(await readStates(row.id)), row];
  const since = states.filter(({ seq }) => seq > change.to);
  if (since.some((state) => state.by !== operator || bodyOf(state).step === undefined)) return 'left';
  const ended = states.find(({ seq }) => seq === change.to);
  const former = states.findLast(({ seq }) => seq < change.from);
  if (former !== undefined) {
    if (ended !== undefined && sameDraft(bodyOf(former), bodyOf(ended))) return 'same';
    return kind === 'undo' ? bodyOf(former) : ended === undefined ? 'left' : bodyOf(ended);
  }
  if (kind === 'redo') return ended === undefined ? 'left' : bodyOf(ended);
  // Nothing before it: the step began the draft, unless what was before is no longer kept, or was a draft that has been finalised.
  const [first] = states;
  if (first?.ordinal !== 1 || first.seq < change.from || first.seq > change.to) return 'left';
  return ended !== undefined && bodyOf(ended).binned === true ? 'same' : { ...row.body, binned: true };
}

function readStates(id: RecordId): Promise<Revision[]> {
  return db.revisions.where('[table+id+ordinal]').between(['drafts', id, 0], ['drafts', id, Infinity]).toArray();
}

function bodyOf(state: State): Draft {
  return state.body as Draft;
}
