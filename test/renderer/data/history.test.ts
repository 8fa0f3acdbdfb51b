// Undo, bin and former versions over the real write path and the real tables.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../renderer/bridge/desk';
import { createFakeDesk, type FakeDesk } from '../../../renderer/bridge/fake-desk';
import { finalise, putRecord, saveDraft } from '../../../renderer/data/commit';
import { db } from '../../../renderer/data/db';
import { binDaysLeft, binDrafts, commitStep, type DraftChange, readBin, readNext, readRevisions, redo, restoreFromBin, undo } from '../../../renderer/data/history';
import { scopeOf } from '../../../renderer/data/step';
import { startData, stopData, syncNow } from '../../../renderer/data/start';
import { resetSyncState } from '../../../renderer/data/sync-store';
import { createProjection } from '../../../renderer/data/worker/projection';
import { draft, planItem } from './support/records';

let fake: FakeDesk;
const SCOPE = 'planItems/2026';

beforeAll(readyCrypto);
beforeEach(async () => {
  resetSyncState();
  fake = createFakeDesk();
  setDesk(fake.desk);
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
});
afterEach(async () => {
  stopData();
  setDesk(null);
  await db.delete();
  await db.open();
});

const typed = (name: string) => draft({ form: { name } });
const nameOf = async (id: RecordId) => (await db.drafts.get(id))?.body.form['name'];

async function step(id: RecordId, name: string, label = name): Promise<void> {
  expect((await commitStep(SCOPE, label, [{ id, draft: typed(name) }])).ok).toBe(true);
}
async function undone(kind = undo): Promise<string | null> {
  const result = await kind(SCOPE);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.label;
}
async function rebuilt(): Promise<void> {
  await db.delete();
  await db.open();
  await syncNow();
}

describe('commitStep', () => {
  it('writes all changes of a step under one fsync', async () => {
    let commits = 0;
    setDesk({ ...fake.desk, commit: (request) => ((commits += 1), fake.desk.commit(request)) });
    const [one, two, gone] = [fake.newId(), fake.newId(), fake.newId()];
    await saveDraft(gone, typed('旧'));
    await commitStep(SCOPE, '粘贴', [{ id: one, draft: typed('甲') }, { id: two, draft: typed('乙') }, { id: gone, draft: null }]);
    expect(commits).toBe(2);
    expect((await db.drafts.toArray()).length).toBe(2);
    expect((await db.bin.toArray()).map(({ id }) => id)).toEqual([gone]);
  });
});

describe('undo', () => {
  it('goes back fifty steps and forward again, after the tables were rebuilt too', async () => {
    const id = fake.newId();
    await saveDraft(id, typed('0'));
    for (let n = 1; n <= 50; n += 1) await step(id, String(n));
    for (let n = 49; n >= 0; n -= 1) {
      if (n === 25) await rebuilt();
      await undone();
      expect(await nameOf(id)).toBe(String(n));
    }
    expect(await undone()).toBeNull();
    for (let n = 1; n <= 50; n += 1) {
      if (n === 25) await rebuilt();
      await undone(redo);
      expect(await nameOf(id)).toBe(String(n));
    }
    for (let n = 49; n >= 0; n -= 1) await undone();
    expect(await nameOf(id)).toBe('0');
  });

  it('puts what was newly written into the bin, and redoing brings it back', async () => {
    const id = fake.newId();
    await step(id, '甲');
    expect(await undone()).toBe('甲');
    expect(await db.drafts.count()).toBe(0);
    expect((await db.bin.get(id))?.body.form).toEqual({ name: '甲' });
    await undone(redo);
    expect(await nameOf(id)).toBe('甲');
    expect(await db.bin.count()).toBe(0);
  });

  it('brings back what was deleted', async () => {
    const id = fake.newId();
    await saveDraft(id, typed('甲'));
    await binDrafts([id]);
    expect(await undone()).toBe('删除草稿');
    expect(await nameOf(id)).toBe('甲');
  });

  it('goes back past a state that was itself reached by undoing', async () => {
    const id = fake.newId();
    await saveDraft(id, typed('0'));
    await step(id, '1');
    await step(id, '2');
    await undone();
    await step(id, '3');
    await undone();
    expect(await nameOf(id)).toBe('1');
    await undone();
    expect(await nameOf(id)).toBe('0');
  });

  it('takes a step saved in several goes as one', async () => {
    const id = fake.newId();
    await saveDraft(id, typed('0'));
    const shared = { id: crypto.randomUUID(), scope: SCOPE, label: '名称', kind: 'do', of: null } as const;
    for (const name of ['1', '12', '123']) await saveDraft(id, { ...typed(name), step: shared });
    expect((await readRevisions('drafts', id)).length).toBe(2);
    await undone();
    expect(await nameOf(id)).toBe('0');
    await undone(redo);
    expect(await nameOf(id)).toBe('123');
  });

  it('leaves alone and counts what was finalised or changed by another since', async () => {
    const [mine, theirs, done] = [fake.newId(), fake.newId(), fake.newId()];
    for (const id of [mine, theirs, done]) await saveDraft(id, typed('0'));
    await commitStep(SCOPE, '填充', [mine, theirs, done].map((id) => ({ id, draft: typed('1') })));
    await finalise([{ table: 'planItems', id: done, body: planItem(fake.signedInAs()), basedOnRev: 0 }]);
    const me = fake.signedInAs();
    fake.signIn(fake.operators[1]?.id ?? me);
    await step(theirs, '他人');
    fake.signIn(me);
    expect(await undo(SCOPE)).toEqual({ ok: true, value: { label: '填充', changed: 1, left: 2 } });
    expect([await nameOf(mine), await nameOf(theirs), await nameOf(done)]).toEqual(['0', '他人', undefined]);
    expect(await redo(SCOPE)).toEqual({ ok: true, value: { label: '填充', changed: 1, left: 2 } });
    expect(await nameOf(mine)).toBe('1');
  });

  it('passes over a step of which nothing is left, and does not name it', async () => {
    const [done, open] = [fake.newId(), fake.newId()];
    const me = fake.signedInAs();
    await step(open, '先');
    await step(done, '后');
    expect(await readNext(SCOPE, me)).toEqual({ undo: '后', redo: null });
    await finalise([{ table: 'planItems', id: done, body: planItem(me), basedOnRev: 0 }]);
    expect(await readNext(SCOPE, me)).toEqual({ undo: '先', redo: null });
    expect(await undo(SCOPE)).toEqual({ ok: true, value: { label: '先', changed: 1, left: 0 } });
    expect(await readNext(SCOPE, me)).toEqual({ undo: null, redo: '先' });
  });

  it('leaves a revision alone that was begun after its project was finalised', async () => {
    const id = fake.newId();
    await step(id, '编制');
    await finalise([{ table: 'planItems', id, body: planItem(fake.signedInAs()), basedOnRev: 0 }]);
    await commitStep(SCOPE, '修订', [{ id, draft: draft({ basedOnRev: 1, form: { name: '新' } }) }]);
    expect(await undone()).toBe('修订');
    expect(await readNext(SCOPE, fake.signedInAs())).toEqual({ undo: null, redo: '修订' });
    expect(await undo(SCOPE)).toEqual({ ok: true, value: { label: null, changed: 0, left: 1 } });
  });

  it('passes over a step that ended where it began, also after a restart, and redoes around it', async () => {
    const [id, fresh] = [fake.newId(), fake.newId()];
    const me = fake.signedInAs();
    await saveDraft(id, draft({ form: { unit: '项', name: '0' } }));
    await step(id, '1');
    await rebuilt();
    // A text that was written at a pause and then given up, in a row and in the empty row.
    const givenUp = async (of: RecordId, after: DraftChange['draft']) => {
      const goesOn = crypto.randomUUID();
      await commitStep(SCOPE, '填写项目名称', [{ id: of, draft: typed('写到一半') }], goesOn);
      expect(await readNext(SCOPE, me)).toMatchObject({ undo: '填写项目名称' });
      await commitStep(SCOPE, '填写项目名称', [{ id: of, draft: after }], goesOn);
    };
    await givenUp(id, typed('1'));
    await givenUp(fresh, null);
    expect(await readNext(SCOPE, me)).toEqual({ undo: '1', redo: null });
    expect(await undo(SCOPE)).toEqual({ ok: true, value: { label: '1', changed: 1, left: 0 } });
    expect(await nameOf(id)).toBe('0');
    await rebuilt();
    expect(await readNext(SCOPE, me)).toEqual({ undo: null, redo: '1' });
    expect(await undone(redo)).toBe('1');
    expect(await nameOf(id)).toBe('1');
    expect(await readNext(SCOPE, me)).toEqual({ undo: '1', redo: null });
  });

  it('names a step of many drafts as long as one of them is left', async () => {
    const ids = Array.from({ length: 600 }, () => fake.newId());
    const me = fake.signedInAs();
    await commitStep(SCOPE, '粘贴', ids.map((id) => ({ id, draft: typed('0') })));
    await finalise(ids.slice(0, -1).map((id) => ({ table: 'planItems' as const, id, body: planItem(me), basedOnRev: 0 })));
    expect(await readNext(SCOPE, me)).toEqual({ undo: '粘贴', redo: null });
    await finalise(ids.slice(-1).map((id) => ({ table: 'planItems' as const, id, body: planItem(me), basedOnRev: 0 })));
    expect(await readNext(SCOPE, me)).toEqual({ undo: null, redo: null });
  });

  it('does not write over a change that no step holds', async () => {
    const id = fake.newId();
    await step(id, '1');
    await saveDraft(id, typed('送审'));
    expect(await undo(SCOPE)).toEqual({ ok: true, value: { label: null, changed: 0, left: 1 } });
    expect(await nameOf(id)).toBe('送审');
  });

  it('of one record alone does not put it into the bin it was taken up from', async () => {
    const id = fake.newId();
    await saveDraft(id, typed('0'));
    await binDrafts([id]);
    await step(id, '1');
    expect(await undo(SCOPE, id)).toMatchObject({ value: { label: null } });
    expect(await nameOf(id)).toBe('1');
    expect(await undone()).toBe('1');
    expect(await db.bin.count()).toBe(1);
  });

  it('of one record alone goes back over its own steps, up to one it shares with others', async () => {
    const [one, two] = [fake.newId(), fake.newId()];
    await commitStep(SCOPE, '粘贴', [one, two].map((id) => ({ id, draft: typed('0') })));
    await step(one, '1');
    await step(two, '2');
    expect(await undo(SCOPE, one)).toMatchObject({ value: { label: '1' } });
    expect([await nameOf(one), await nameOf(two)]).toEqual(['0', '2']);
    expect(await undo(SCOPE, one)).toMatchObject({ value: { label: null } });
    expect(await undone()).toBe('2');
  });
});

describe('undo and redo', () => {
  it('end where plain snapshots would, for any acts on any drafts, rebuilt at any time', async () => {
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('do' as const), slots: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }), bins: fc.boolean() }) },
      { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('rebuild' as const) }) },
    );
    let year = 2030;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 24 }), async (acts) => {
        // A scope of its own for each run.
        year += 1;
        const scope = scopeOf('planItems', year, fake.newId());
        const ids = [fake.newId(), fake.newId(), fake.newId()];
        const shown = async () => (await db.drafts.bulkGet(ids)).map((row) => row?.body.form['n'] ?? null);
        const sides: Record<'undo' | 'redo', { before: unknown[]; after: unknown[] }[]> = { undo: [], redo: [] };
        for (const [n, one] of acts.entries()) {
          if (one.kind === 'rebuild') await rebuilt();
          else if (one.kind === 'do') {
            const before = await shown();
            const changes = one.slots.flatMap((slot) => {
              const id = ids[slot];
              if (id === undefined || (one.bins && before[slot] === null)) return [];
              return [{ id, draft: one.bins ? null : draft({ year, form: { n } }) }];
            });
            if (changes.length === 0) continue;
            await commitStep(scope, '改', changes);
            sides.undo.push({ before, after: await shown() });
            sides.redo = [];
          } else {
            const step = sides[one.kind].pop();
            const result = await (one.kind === 'undo' ? undo : redo)(scope);
            expect(result).toMatchObject({ value: { label: step ? '改' : null, left: 0 } });
            if (!step) continue;
            sides[one.kind === 'undo' ? 'redo' : 'undo'].push(step);
            expect(await shown()).toEqual(one.kind === 'undo' ? step.before : step.after);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('restoreFromBin', () => {
  it('brings the draft back as it was thrown away', async () => {
    const id = fake.newId();
    await saveDraft(id, typed('甲'));
    await binDrafts([id]);
    expect((await readBin(Date.now())).map((row) => row.id)).toEqual([]);
    expect((await readBin(Date.parse('2026-03-05T00:00:00Z'))).map((row) => row.id)).toEqual([id]);
    await restoreFromBin([id]);
    expect(await nameOf(id)).toBe('甲');
    expect(await db.bin.count()).toBe(0);
  });
});

describe('binDaysLeft', () => {
  it('counts thirty days down to none', () => {
    const at = '2026-03-02T01:00:00.000Z';
    const day = 86_400_000;
    expect([0, 1, 29 * day, 30 * day - 1, 30 * day, 40 * day].map((later) => binDaysLeft(at, Date.parse(at) + later))).toEqual([30, 30, 1, 1, 0, 0]);
  });
});

describe('readRevisions', () => {
  it('gives every revision of an official record, newest first', async () => {
    const id = fake.newId();
    for (const name of ['一', '二', '三']) await putRecord('planItems', id, planItem(fake.signedInAs(), { name }));
    expect((await readRevisions('planItems', id)).map(({ rev, body }) => [rev, (body as { name: string }).name])).toEqual([[3, '三'], [2, '二'], [1, '一']]);
  });

  it('of a draft ends with its finalising', async () => {
    const id = fake.newId();
    await step(id, '1');
    await step(id, '2');
    expect((await readRevisions('drafts', id)).map(({ ordinal }) => ordinal)).toEqual([2, 1]);
    await finalise([{ table: 'planItems', id, body: planItem(fake.signedInAs()), basedOnRev: 0 }]);
    expect(await readRevisions('drafts', id)).toEqual([]);
    await saveDraft(id, draft({ basedOnRev: 1 }));
    expect((await readRevisions('drafts', id)).length).toBe(1);
  });
});

describe('scopeOf', () => {
  it('gives plan items their year and every other record itself', () => {
    const id = fake.newId();
    expect([scopeOf('planItems', 2026, id), scopeOf('contracts', 2026, id)]).toEqual(['planItems/2026', `contracts/${id}`]);
  });
});
