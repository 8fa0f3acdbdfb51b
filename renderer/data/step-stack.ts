// What can be undone and redone, from the steps alone. Pure: the same steps give the same stack, today and after a restart.

import type { RecordId } from '#shared/base/ids';
import type { StepRow } from './db';

export interface StepStack {
  /** Next to be undone last. Always steps that did something, never those that undid it. */
  readonly undo: readonly StepRow[];
  /** Next to be redone last. */
  readonly redo: readonly StepRow[];
}

/**
 * The stack of one operator: nobody takes back what another has done. Undoing or redoing moves a step from one side to the
 * other, wherever in the stack it stands (a form undoes its own record's steps only); doing something new ends all redoing.
 */
export function stackOf(steps: readonly StepRow[], operator: RecordId): StepStack {
  let undo: StepRow[] = [];
  let redo: StepRow[] = [];
  for (const step of [...steps].sort((a, b) => a.seq - b.seq)) {
    if (step.by !== operator) continue;
    if (step.kind === 'do') {
      undo.push(step);
      redo = [];
      continue;
    }
    const [from, to] = step.kind === 'undo' ? [undo, redo] : [redo, undo];
    const moved = from.find(({ id }) => id === step.of);
    if (!moved) continue;
    const rest = from.filter((one) => one !== moved);
    [undo, redo] = step.kind === 'undo' ? [rest, [...to, moved]] : [[...to, moved], rest];
  }
  return { undo, redo };
}
