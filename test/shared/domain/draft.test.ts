import { describe, expect, it } from 'vitest';
import { draftSchema } from '#shared/domain/draft';

const OLD = { kind: 'contracts', year: 2026, basedOnRev: 0, form: { name: '居家' } };
const STEP = { id: '00000000-0000-4000-8000-000000000001', scope: 'planItems/2026', label: '粘贴 12 行', kind: 'do', of: null };

describe('draftSchema', () => {
  it('takes drafts of before there were steps, and drafts with a step or in the bin', () => {
    for (const draft of [OLD, { ...OLD, step: STEP }, { ...OLD, step: { ...STEP, kind: 'undo', of: STEP.id }, binned: true }]) {
      expect(draftSchema.parse(draft)).toEqual(draft);
    }
  });

  it('refuses a step it cannot tell, and a bin that is not one', () => {
    for (const draft of [
      { ...OLD, step: { ...STEP, kind: 'again' } },
      { ...OLD, step: { ...STEP, of: 'the last one' } },
      { ...OLD, step: { ...STEP, label: '' } },
      { ...OLD, step: undefined },
      { ...OLD, binned: false },
    ]) {
      expect(draftSchema.safeParse(draft).success).toBe(false);
    }
  });
});
