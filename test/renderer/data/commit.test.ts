import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../renderer/bridge/desk';
import { createFakeDesk, type FakeDesk } from '../../../renderer/bridge/fake-desk';
import { commit, finalise, putRecord, saveDraft } from '../../../renderer/data/commit';
import { db } from '../../../renderer/data/db';
import { startData, stopData, syncNow } from '../../../renderer/data/start';
import { resetSyncState, syncState } from '../../../renderer/data/sync-store';
import { createProjection } from '../../../renderer/data/worker/projection';
import { draft, planItem, put } from './support/records';
import { snapshot } from './support/snapshot';

let fake: FakeDesk;

beforeAll(readyCrypto);
beforeEach(async () => {
  resetSyncState();
  await begin(createFakeDesk());
});
afterEach(async () => {
  stopData();
  setDesk(null);
  await db.delete();
  await db.open();
});

async function begin(desk: FakeDesk): Promise<void> {
  stopData();
  fake = desk;
  setDesk(fake.desk);
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
}

describe('commit', () => {
  it('resolves when the rows can be read', async () => {
    const id = fake.newId();
    expect(await commit('working', [put('drafts', id, 1, draft())])).toMatchObject({ ok: true, value: { shown: true } });
    expect(await db.drafts.get(id)).toMatchObject({ rev: 1, seq: 1, by: fake.signedInAs() });
  });

  it('refuses a body its schema does not accept before anything is sent, naming field and place', async () => {
    const sent: unknown[] = [];
    const counting = createFakeDesk();
    setDesk({ ...counting.desk, commit: (request) => (sent.push(request), counting.desk.commit(request)) });
    const result = await commit('working', [
      put('drafts', fake.newId(), 1, draft()),
      put('drafts', fake.newId(), 1, draft({ year: 1999 })),
    ]);
    expect(result).toEqual({ ok: false, error: { code: 'record.bad-body', evidence: { table: 'drafts', index: 1, field: 'year' } } });
    expect(sent).toEqual([]);
  });

  it('refuses unknown tables and the wrong chain', async () => {
    expect(await commit('working', [put('nothing', fake.newId(), 1, {})])).toMatchObject({ error: { code: 'record.unknown-table' } });
    expect(await commit('official', [put('drafts', fake.newId(), 1, draft())])).toMatchObject({ error: { code: 'record.wrong-chain' } });
  });

  it('passes on what the main process refuses and goes on with the next save', async () => {
    const id = fake.newId();
    const other = fake.newId('f'.repeat(32) as never);
    const [refused, saved] = await Promise.all([saveDraft(other, draft()), saveDraft(id, draft())]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'record.wrong-owner' } });
    expect(saved.ok).toBe(true);
    expect(await db.drafts.count()).toBe(1);
  });

  it('catches up when the main process wrote lines in between', async () => {
    await fake.desk.commit({ chain: 'working', changes: [put('drafts', fake.newId(), 1, draft())] });
    expect(await saveDraft(fake.newId(), draft())).toMatchObject({ ok: true, value: { shown: true } });
    expect(await db.drafts.count()).toBe(2);
  });

  it('says that it is saved but not shown when the tables cannot follow', async () => {
    await begin(createFakeDesk());
    stopData();
    await startData(() => createProjection({ db, readJournal: () => Promise.reject(new Error('unreadable')) }));
    await fake.desk.commit({ chain: 'working', changes: [put('drafts', fake.newId(), 1, draft())] });
    expect(await saveDraft(fake.newId(), draft())).toMatchObject({ ok: true, value: { shown: false } });
    expect(syncState()).toMatchObject({ phase: 'failed', error: { code: 'projection.read-failed' } });
  });
});

describe('saveDraft', () => {
  it('keeps the order of saves that run together', async () => {
    const id = fake.newId();
    await Promise.all([1, 2, 3, 4].map((n) => saveDraft(id, draft({ form: { n } }))));
    expect(await db.drafts.get(id)).toMatchObject({ rev: 4, body: { form: { n: 4 } } });
  });
});

describe('finalise', () => {
  it('writes the official revision and its draft is gone', async () => {
    const id = fake.newId();
    await saveDraft(id, draft());
    const body = planItem(fake.signedInAs());
    expect((await finalise([{ table: 'planItems', id, body, basedOnRev: 0 }])).ok).toBe(true);
    expect(await db.planItems.get(id)).toMatchObject({ rev: 1, body });
    expect(await db.drafts.count()).toBe(0);
  });

  it('refuses when the record is no longer at the revision the form was opened from', async () => {
    const id = fake.newId();
    const body = planItem(fake.signedInAs());
    await finalise([{ table: 'planItems', id, body, basedOnRev: 0 }]);
    expect(await finalise([{ table: 'planItems', id, body, basedOnRev: 0 }])).toMatchObject({
      ok: false,
      error: { code: 'record.changed-meanwhile' },
    });
    expect((await db.planItems.get(id))?.rev).toBe(1);
  });
});

describe('putRecord', () => {
  it('counts the revisions of a record in its own chain', async () => {
    const id = fake.newId();
    const body = planItem(fake.signedInAs());
    await putRecord('planItems', id, body);
    await putRecord('planItems', id, body);
    expect((await db.planItems.get(id))?.rev).toBe(2);
  });
});

describe('startData', () => {
  it('follows a journal that grew by other hands', async () => {
    const author = '2'.repeat(32) as never;
    const id = fake.newId(author);
    fake.receive(author, id, [put('planItems', id, 1, planItem(id))]);
    await syncNow();
    expect((await db.planItems.get(id))?.author).toBe(author);
  });

  it('rebuilds the same tables after the database was deleted', async () => {
    const [one, two] = [fake.newId(), fake.newId()];
    await saveDraft(one, draft());
    await saveDraft(two, draft({ basedOnRev: 0 }));
    await finalise([{ table: 'planItems', id: one, body: planItem(fake.signedInAs()), basedOnRev: 0 }]);
    const before = await snapshot(db);
    await db.delete();
    await db.open();
    expect(await db.drafts.count()).toBe(0);
    await syncNow();
    expect(await snapshot(db)).toEqual(before);
    expect(syncState()).toMatchObject({ phase: 'ready', error: null });
  });
});
