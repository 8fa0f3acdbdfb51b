// Gathers draft lines into the steps of undo. Line by line, so that batches of any size end in the same rows: a step that has
// fallen out of its scope's newest is forgotten, and a later line of it begins it anew. Runs inside the caller's transaction.

import type { RecordId } from '#shared/base/ids';
import type { DeskDb, RowOf, StepChange, StepRow } from '../db';
import type { Entry } from '../port';
import { changesOf } from '../step-changes';

/** Steps remembered in one scope; fifty can always be undone, others' steps, undone and redone ones stand between them. */
export const KEPT_STEPS = 200;

export async function writeSteps(db: DeskDb, entries: readonly Entry[]): Promise<void> {
  const lines = entries.flatMap(({ line }) => {
    const step = line.op === 'put' ? (line.body as unknown as RowOf<'drafts'>['body']).step : undefined;
    return step ? [{ step, line }] : [];
  });
  if (lines.length === 0) return;
  const steps = new Map<string, Gathering>();
  for (const row of await db.steps.bulkGet([...new Set(lines.map(({ step }) => step.id))])) {
    if (row) steps.set(row.id, { row, changes: new Map(changesOf(row).map((change) => [change.id, change])) });
  }
  const scopes = await readScopes(db, lines.map(({ step }) => step.scope));

  const forgotten = new Set<string>();
  for (const { step, line } of lines) {
    const { id, seq, at, by } = line;
    let held = steps.get(step.id);
    if (!held) {
      held = { row: { ...step, seq, at, by }, changes: new Map() };
      steps.set(step.id, held);
      forgotten.delete(step.id);
      const oldest = scopes.get(step.scope)?.add(step.id);
      if (oldest !== undefined) {
        steps.delete(oldest);
        forgotten.add(oldest);
      }
    }
    held.changes.set(id, { id, from: held.changes.get(id)?.from ?? seq, to: seq });
  }
  await db.steps.bulkPut([...steps.values()].map(({ row, changes }): StepRow => ({ ...row, count: changes.size, changes: JSON.stringify([...changes.values()]) })));
  if (forgotten.size > 0) await db.steps.bulkDelete([...forgotten]);
}

interface Gathering {
  readonly row: Omit<StepRow, 'count' | 'changes'>;
  readonly changes: Map<RecordId, StepChange>;
}

/** The order of one scope's steps, as far as a batch may reach into it. */
class Scope {
  constructor(
    readonly ids: string[],
    private left: number,
  ) {}

  /** Adds the newest step and gives the oldest, once there are too many. */
  add(id: string): string | undefined {
    this.ids.push(id);
    if (this.left > 0) this.left -= 1;
    else return this.ids.shift();
    return undefined;
  }
}

/** `names`: the scope of each line that may add a step. */
async function readScopes(db: DeskDb, names: readonly string[]): Promise<ReadonlyMap<string, Scope>> {
  const scopes = new Map<string, Scope>();
  const adding = names.length;
  for (const name of new Set(names)) {
    const held = () => db.steps.where('[scope+seq]').between([name, 0], [name, Infinity]);
    const count = await held().count();
    const oldest = count + adding > KEPT_STEPS ? await held().limit(adding).primaryKeys() : [];
    scopes.set(name, new Scope(oldest, KEPT_STEPS - count));
  }
  return scopes;
}
