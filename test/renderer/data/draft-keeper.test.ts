// A form that saves itself: the last state wins, nothing is saved twice, nothing of a secret is written.
import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '#shared/base/result';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../renderer/bridge/desk';
import { createFakeDesk, type FakeDesk } from '../../../renderer/bridge/fake-desk';
import { db } from '../../../renderer/data/db';
import { createDraftKeeper, type KeptState } from '../../../renderer/data/draft-keeper';
import { binDrafts } from '../../../renderer/data/history';
import { startData, stopData } from '../../../renderer/data/start';
import { resetSyncState } from '../../../renderer/data/sync-store';
import { createProjection } from '../../../renderer/data/worker/projection';

interface Form {
  name: string;
  place?: string;
}

const WORDS = { labels: { name: '名称', place: '地点' } };

let fake: FakeDesk;

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

function keeperOf(initial: Form) {
  const states: KeptState[] = [];
  const id = fake.newId();
  const target = { id, kind: 'contracts', basedOnRev: 0, own: fake.station.stationId, operator: fake.signedInAs(), words: WORDS } as const;
  return { id, states, ...createDraftKeeper<Form>(target, initial, () => 2026, (state) => states.push(state)) };
}

async function journalText(): Promise<string> {
  const stream = await fake.readJournal('working', fake.station.stationId, 0);
  return new Response(stream).text();
}

describe('createDraftKeeper', () => {
  it('saves the last of many changes once, when it settles', async () => {
    const keeper = keeperOf({ name: '' });
    for (const name of ['居', '居家', '居家养老']) keeper.keep({ name });
    expect(await keeper.settle()).toMatchObject({ phase: 'saved' });
    expect(await db.drafts.get(keeper.id)).toMatchObject({ rev: 1, body: { kind: 'contracts', year: 2026, form: { name: '居家养老' } } });
  });

  it('saves by itself when typing pauses', async () => {
    const keeper = keeperOf({ name: '' });
    keeper.keep({ name: '居家' });
    await expect.poll(() => db.drafts.count(), { timeout: 10_000 }).toBe(1);
    expect(keeper.states.map(({ phase }) => phase)).toEqual(['waiting', 'saving', 'saved']);
  });

  it('does not save what it was opened with, nor the same state twice', async () => {
    const keeper = keeperOf({ name: '居家' });
    keeper.keep({ name: '居家' });
    await keeper.settle();
    expect(await db.drafts.count()).toBe(0);
    keeper.keep({ name: '养老' });
    await keeper.settle();
    keeper.keep({ name: '养老' });
    await keeper.settle();
    expect(await db.drafts.get(keeper.id)).toMatchObject({ rev: 1 });
  });

  it('keeps a state typed back while another one is being written', async () => {
    const keeper = keeperOf({ name: '居家' });
    keeper.keep({ name: '养老' });
    const writing = keeper.settle();
    keeper.keep({ name: '居家' });
    await writing;
    await keeper.settle();
    expect(await db.drafts.get(keeper.id)).toMatchObject({ rev: 2, body: { form: { name: '居家' } } });
  });

  it('tries again with what could not be saved', async () => {
    const keeper = keeperOf({ name: '' });
    setDesk({ ...fake.desk, commit: async () => ({ ok: false, error: { code: 'journal.disk-full' } }) });
    keeper.keep({ name: '居家' });
    expect(await keeper.settle()).toEqual({ phase: 'failed', failure: { code: 'journal.disk-full' } });
    setDesk(fake.desk);
    expect(await keeper.settle()).toMatchObject({ phase: 'saved' });
    expect(await db.drafts.get(keeper.id)).toMatchObject({ body: { form: { name: '居家' } } });
  });

  it('says why something typed is not written, until it is written, given up or free of secrets', async () => {
    const keeper = keeperOf({ name: '' });
    expect(await keeper.unwritten()).toBeNull();
    setDesk({ ...fake.desk, commit: async () => ({ ok: false, error: { code: 'journal.disk-full' } }) });
    keeper.keep({ name: '居家' });
    expect(await keeper.unwritten()).toEqual({ code: 'journal.disk-full' });
    setDesk(fake.desk);
    expect(await keeper.unwritten()).toBeNull();

    keeper.keep({ name: '机密' });
    expect(await keeper.unwritten()).toEqual({ code: 'record.not-kept' });
    keeper.keep({ name: '养老' });
    expect(await keeper.unwritten()).toBeNull();

    setDesk({ ...fake.desk, commit: async () => ({ ok: false, error: { code: 'journal.disk-full' } }) });
    keeper.keep({ name: '不要的' });
    await keeper.settle();
    keeper.abandon();
    expect(await keeper.unwritten()).toBeNull();
  });

  it('tries again by itself when there was no room, until the record is opened anew', async () => {
    const keeper = keeperOf({ name: '' });
    setDesk({ ...fake.desk, commit: async () => ({ ok: false, error: { code: 'journal.disk-full' } }) });
    keeper.keep({ name: '居家' });
    await keeper.settle();
    setDesk(fake.desk);
    await expect.poll(() => keeper.states.at(-1)?.phase, { timeout: 10_000 }).toBe('saved');
    expect(await db.drafts.get(keeper.id)).toMatchObject({ body: { form: { name: '居家' } } });

    setDesk({ ...fake.desk, commit: async () => ({ ok: false, error: { code: 'journal.disk-full' } }) });
    keeper.keep({ name: '旧的' });
    await keeper.settle();
    const target = { id: keeper.id, kind: 'contracts', basedOnRev: 0, own: fake.station.stationId, operator: fake.signedInAs(), words: WORDS } as const;
    const opened = createDraftKeeper<Form>(target, { name: '居家' }, () => 2026, () => undefined);
    setDesk(fake.desk);
    opened.keep({ name: '新的' });
    await opened.settle();
    await keeper.settle();
    expect(await db.drafts.get(keeper.id)).toMatchObject({ body: { form: { name: '新的' } } });
  });

  it('writes nothing in the name of who signed in while it was waiting', async () => {
    const keeper = keeperOf({ name: '' });
    const typist = fake.signedInAs();
    setDesk({ ...fake.desk, commit: async () => ({ ok: false, error: { code: 'session.not-signed-in' } }) });
    keeper.keep({ name: '居家' });
    await keeper.settle();
    setDesk(fake.desk);
    fake.signIn(fake.newId());
    keeper.keep({ name: '居家养老' });
    expect(await keeper.settle()).toEqual({ phase: 'failed', failure: { code: 'session.not-signed-in' } });
    expect(await db.drafts.count()).toBe(0);
    fake.signIn(typist);
    expect(await keeper.settle()).toMatchObject({ phase: 'saved' });
    expect(await db.drafts.get(keeper.id)).toMatchObject({ by: typist, body: { form: { name: '居家养老' } } });
  });

  it('R048 writes nothing of a form that holds a word of state secrecy, but that it was stopped', async () => {
    const keeper = keeperOf({ name: '' });
    keeper.keep({ name: '某机密文件的整理' });
    expect(await keeper.settle()).toEqual({ phase: 'stopped', word: '机密' });
    keeper.keep({ name: '某机密文件的整理服务' });
    await keeper.settle();
    expect(await db.drafts.count()).toBe(0);
    expect((await db.incidents.toArray()).map((row) => row.body)).toEqual([
      { kind: 'secrecy-stop', code: 'secrecy.draft', subject: `contracts ${keeper.id} name` },
    ]);
    expect(await journalText()).not.toContain('整理');
    keeper.keep({ name: '文件的整理' });
    expect(await keeper.settle()).toMatchObject({ phase: 'saved' });
  });

  it('makes one step of going on in the same field, named after it, and another of the next field', async () => {
    const keeper = keeperOf({ name: '', place: '' });
    for (const name of ['居', '居家']) {
      keeper.keep({ name, place: '' });
      await keeper.settle();
    }
    keeper.keep({ name: '居家', place: '城关镇' });
    await keeper.settle();
    expect((await db.steps.toArray()).sort((a, b) => a.seq - b.seq).map(({ scope, label }) => [scope, label])).toEqual([
      [`contracts/${keeper.id}`, '修改名称'],
      [`contracts/${keeper.id}`, '修改地点'],
    ]);
  });

  it('does not save again what it adopted, and begins a new step after it', async () => {
    const keeper = keeperOf({ name: '' });
    keeper.keep({ name: '居家' });
    await keeper.settle();
    keeper.keep({ name: '' });
    keeper.adopt({ name: '' }, '2026-03-02T01:00:00.000Z');
    keeper.keep({ name: '' });
    expect(await keeper.settle()).toEqual({ phase: 'saved', at: '2026-03-02T01:00:00.000Z' });
    expect(await db.drafts.get(keeper.id)).toMatchObject({ rev: 1 });
    keeper.keep({ name: '养老' });
    await keeper.settle();
    expect(await db.steps.count()).toBe(2);
  });

  it('tries nothing again that was abandoned while it was being written', async () => {
    const keeper = keeperOf({ name: '' });
    keeper.keep({ name: '居家' });
    await keeper.settle();
    let fail = (): void => undefined;
    const asked = new Promise<void>((tell) => {
      const commit = () => {
        tell();
        return new Promise<{ ok: false; error: Failure }>((resolve) => { fail = () => { resolve({ ok: false, error: { code: 'journal.disk-full' } }); }; });
      };
      setDesk({ ...fake.desk, commit });
    });
    keeper.keep({ name: '居家养老' });
    const writing = keeper.settle();
    await asked;
    keeper.abandon();
    fail();
    await writing;
    // Thrown away meanwhile: what failed may not bring it back.
    setDesk(fake.desk);
    await binDrafts([keeper.id]);
    await keeper.settle();
    expect(await db.drafts.count()).toBe(0);
    expect((await db.bin.get(keeper.id))?.body.form).toEqual({ name: '居家' });
  });

  it('writes nothing any more after it was abandoned', async () => {
    const keeper = keeperOf({ name: '' });
    keeper.keep({ name: '居家' });
    keeper.abandon();
    await keeper.settle();
    expect(await db.drafts.count()).toBe(0);
  });
});
