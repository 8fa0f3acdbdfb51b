// The grid's writer over the real write path and the real tables: steps in their order, tried again when the trouble passes.
import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '#shared/base/result';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../../../renderer/bridge/desk';
import { createFakeDesk, type FakeDesk } from '../../../../../renderer/bridge/fake-desk';
import { db } from '../../../../../renderer/data/db';
import { createDraftKeeper } from '../../../../../renderer/data/draft-keeper';
import { startData, stopData } from '../../../../../renderer/data/start';
import { resetSyncState } from '../../../../../renderer/data/sync-store';
import { createProjection } from '../../../../../renderer/data/worker/projection';
import { createPlanWriter } from '../../../../../renderer/features/plan/grid/plan-writer';
import { draft } from '../../../data/support/records';

let fake: FakeDesk;
const phases: string[] = [];
const writerOf = () => createPlanWriter('planItems/2026', fake.signedInAs(), ({ phase }) => void phases.push(phase));
const typed = (name: string) => draft({ form: { name } });

beforeAll(readyCrypto);
beforeEach(async () => {
  phases.length = 0;
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

describe('createPlanWriter', () => {
  it('writes steps one after the other, each by itself, and says when all is saved', async () => {
    const writer = writerOf();
    const id = fake.newId();
    for (const name of ['甲', '乙', '丙']) writer.step(name, [{ id, draft: typed(name) }]);
    expect([...writer.unsaved()]).toEqual([id]);
    await writer.settle();
    expect(writer.unsaved().size).toBe(0);
    expect((await db.drafts.get(id))?.body.form['name']).toBe('丙');
    expect((await db.steps.toArray()).sort((a, b) => a.seq - b.seq).map(({ label }) => label)).toEqual(['甲', '乙', '丙']);
    expect(phases.at(-1)).toBe('saved');
    expect(writer.lastSeq()).toBe((await db.drafts.get(id))?.seq);
  });

  it('undoes what it wrote last, after what still waits has been written', async () => {
    const writer = writerOf();
    const id = fake.newId();
    writer.step('甲', [{ id, draft: typed('甲') }]);
    writer.step('乙', [{ id, draft: typed('乙') }]);
    expect(await writer.turn('undo')).toMatchObject({ ok: true, value: { label: '乙', changed: 1 } });
    expect((await db.drafts.get(id))?.body.form['name']).toBe('甲');
    expect(await writer.turn('redo')).toMatchObject({ ok: true, value: { label: '乙' } });
  });

  it('keeps what could not be written, says so, and writes it once it can', async () => {
    const writer = writerOf();
    const id = fake.newId();
    setDesk({ ...fake.desk, commit: () => Promise.resolve(failure('journal.disk-full')) });
    writer.step('甲', [{ id, draft: typed('甲') }]);
    await writer.settle();
    expect(phases.at(-1)).toBe('failed');
    expect([...writer.unsaved()]).toEqual([id]);
    expect(await writer.turn('undo')).toMatchObject({ ok: false, error: { code: 'journal.disk-full' } });
    setDesk(fake.desk);
    await writer.settle();
    expect(phases.at(-1)).toBe('saved');
    expect((await db.drafts.get(id))?.body.form['name']).toBe('甲');
  });

  it('does not let a step that can never be written stand in the way of the next', async () => {
    const writer = writerOf();
    const [bad, good] = [fake.newId(), fake.newId()];
    writer.step('坏', [{ id: bad, draft: { ...typed('坏'), year: 1 } }]);
    writer.step('好', [{ id: good, draft: typed('好') }]);
    await writer.settle();
    expect(phases).toContain('failed');
    expect(await db.drafts.get(bad)).toBeUndefined();
    expect((await db.drafts.get(good))?.body.form['name']).toBe('好');
  });

  it('goes on saying so while the screen shows what could not be written', async () => {
    const writer = writerOf();
    const [bad, good] = [fake.newId(), fake.newId()];
    writer.step('坏', [{ id: bad, draft: { ...typed('坏'), year: 1 } }]);
    writer.step('好', [{ id: good, draft: typed('好') }]);
    expect(await writer.settle()).toBeNull();
    expect(await writer.unwritten()).toMatchObject({ code: expect.stringMatching(/^\w+\./) as string });
    expect(phases.at(-1)).toBe('failed');
    expect([...writer.unsaved()]).toEqual([bad]);
    writer.step('改正', [{ id: bad, draft: typed('改正') }]);
    expect(await writer.unwritten()).toBeNull();
    expect(phases.at(-1)).toBe('saved');
    expect(writer.unsaved().size).toBe(0);
  });

  it('writes nothing of one operator’s under another who signs in meanwhile', async () => {
    const me = fake.signedInAs();
    const writer = writerOf();
    const id = fake.newId();
    setDesk({ ...fake.desk, commit: () => Promise.resolve(failure('session.not-signed-in')) });
    writer.step('甲', [{ id, draft: typed('甲') }]);
    await writer.settle();
    setDesk(fake.desk);
    fake.signIn(fake.newId());
    await writer.settle();
    expect(await db.drafts.get(id)).toBeUndefined();
    expect([...writer.unsaved()]).toEqual([id]);
    fake.signIn(me);
    await writer.settle();
    expect(await db.drafts.get(id)).toMatchObject({ by: me, body: { form: { name: '甲' } } });
  });

  it('leaves a draft to who writes it later, and goes on with the others', async () => {
    const left = writerOf();
    const [shared, own] = [fake.newId(), fake.newId()];
    setDesk({ ...fake.desk, commit: () => Promise.resolve(failure('journal.disk-full')) });
    left.step('粘贴 2 行', [{ id: shared, draft: typed('旧的') }, { id: own, draft: typed('自己的') }]);
    expect(await left.settle()).toEqual({ code: 'journal.disk-full' });
    setDesk(fake.desk);
    const later = writerOf();
    later.step('新的', [{ id: shared, draft: typed('新的') }]);
    expect(await later.settle()).toBeNull();
    expect([...left.unsaved()]).toEqual([own]);
    expect(await left.settle()).toBeNull();
    expect((await db.drafts.get(shared))?.body.form['name']).toBe('新的');
    expect((await db.drafts.get(own))?.body.form['name']).toBe('自己的');
  });

  it('leaves a draft to the form that is opened on it, and takes it back when it writes again', async () => {
    const writer = writerOf();
    const id = fake.newId();
    const refused = { ...fake.desk, commit: () => Promise.resolve(failure('journal.disk-full')) };
    setDesk(refused);
    writer.step('旧的', [{ id, draft: typed('旧的') }]);
    await writer.settle();
    const target = { id, kind: 'planItems', basedOnRev: 0, own: fake.station.stationId, operator: fake.signedInAs(), words: { labels: {} } } as const;
    const form = createDraftKeeper<{ name: string }>(target, { name: '' }, () => 2026, () => undefined);
    setDesk(fake.desk);
    await writer.settle();
    expect(await db.drafts.get(id)).toBeUndefined();
    setDesk(refused);
    form.keep({ name: '整表中写的' });
    await form.settle();
    setDesk(fake.desk);
    writer.step('再写', [{ id, draft: typed('再写') }]);
    await writer.settle();
    await form.settle();
    expect((await db.drafts.get(id))?.body.form['name']).toBe('再写');
  });

  it('makes one step of what is told under one id, and undoes it as one', async () => {
    const writer = writerOf();
    const id = fake.newId();
    const step = crypto.randomUUID();
    writer.step('先', [{ id, draft: typed('先') }]);
    writer.step('填写', [{ id, draft: typed('写到一') }], step);
    writer.step('填写', [{ id, draft: typed('写到一半') }], step);
    await writer.settle();
    expect(await db.steps.count()).toBe(2);
    expect(await writer.turn('undo')).toMatchObject({ ok: true, value: { label: '填写', changed: 1 } });
    expect((await db.drafts.get(id))?.body.form['name']).toBe('先');
  });
});
