// What can be undone follows from the steps alone: however they come to lie in the table, and whoever else works beside.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import type { StepRow } from '../../../renderer/data/db';
import { stackOf } from '../../../renderer/data/step-stack';

const ME = 'me' as RecordId;
const OTHER = 'other' as RecordId;

function row(seq: number, kind: StepRow['kind'], of: string | null = null, by = ME): StepRow {
  return { id: String(seq), scope: 'planItems/2026', label: `第${String(seq)}步`, kind, of, seq, at: '', by, count: 0, changes: '[]' };
}
const ids = (steps: readonly StepRow[]) => steps.map(({ id }) => id);

describe('stackOf', () => {
  it('undoes from the last and redoes what was undone', () => {
    const steps = [row(1, 'do'), row(2, 'do'), row(3, 'undo', '2')];
    expect(ids(stackOf(steps, ME).undo)).toEqual(['1']);
    expect(ids(stackOf(steps, ME).redo)).toEqual(['2']);
    expect(ids(stackOf([...steps, row(4, 'redo', '2')], ME).undo)).toEqual(['1', '2']);
  });

  it('ends redoing with something new', () => {
    const { undo, redo } = stackOf([row(1, 'do'), row(2, 'undo', '1'), row(3, 'do')], ME);
    expect([ids(undo), ids(redo)]).toEqual([['3'], []]);
  });

  it('lets nobody take back what another did', () => {
    const steps = [row(1, 'do', null, OTHER), row(2, 'do'), row(3, 'undo', '2', OTHER)];
    expect(ids(stackOf(steps, ME).undo)).toEqual(['2']);
    expect(ids(stackOf(steps, OTHER).undo)).toEqual(['1']);
  });

  it('ignores the undoing of a step that is no longer remembered', () => {
    expect(stackOf([row(2, 'undo', '1'), row(3, 'redo', '1')], ME)).toEqual({ undo: [], redo: [] });
  });

  it('holds fifty steps through undoing and redoing all of them, like two plain stacks, in any order of rows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('do' as const, 'undo' as const, 'redo' as const), { maxLength: 120 }), fc.infiniteStream(fc.nat()), (acts, dice) => {
        const [undo, redo]: [string[], string[]] = [[], []];
        const steps: StepRow[] = [];
        for (const [index, kind] of acts.entries()) {
          const of = kind === 'do' ? null : (kind === 'undo' ? undo : redo).pop();
          if (of === undefined) continue;
          steps.push(row(index, kind, of));
          if (kind === 'do') [undo, redo].forEach((side, which) => (which === 0 ? side.push(String(index)) : side.splice(0)));
          else (kind === 'undo' ? redo : undo).push(of ?? '');
        }
        const shuffled = steps.map((step) => ({ step, at: dice.next().value as number })).sort((a, b) => a.at - b.at).map(({ step }) => step);
        const stack = stackOf(shuffled, ME);
        expect([ids(stack.undo), ids(stack.redo)]).toEqual([undo, redo]);
      }),
    );
  });
});
