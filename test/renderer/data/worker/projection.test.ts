import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import type { Change } from '#shared/ipc/contract';
import { createFakeDesk, type FakeDesk } from '../../../../renderer/bridge/fake-desk';
import { createProjection } from '../../../../renderer/data/worker/projection';
import { decision, draft, planItem, put, remove } from '../support/records';
import { keptFigures, recount } from '../support/recount';
import { snapshot } from '../support/snapshot';
import { COUNTY, deleteOpened, fail, freshDb, start, station, UNIT } from '../support/projections';

beforeAll(readyCrypto);
deleteOpened();

describe('createProjection', () => {
  it('projects every line with its own hash and stops at the head', async () => {
    const fake = createFakeDesk();
    const ids = Array.from({ length: 10 }, () => fake.newId(UNIT));
    fake.receive(UNIT, fake.signedInAs(), ids.map((id) => put('planItems', id, 1, planItem(id))));
    const { db, sync, told } = start(fake);
    expect(await sync()).toEqual({ ok: true, value: null });
    const rows = await db.planItems.bulkGet(ids);
    expect(rows.map((row) => row?.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows[9]?.hash).toBe(fake.heads()[0]?.hash);
    const [head] = fake.heads();
    expect(await db.appliedHeads.toArray()).toEqual([{ key: `official/${UNIT}`, ...head }]);
    expect(told.at(-1)).toEqual({ phase: 'rebuilding', done: 10, total: 10 });
  });

  it('gives the same rows however the bytes are cut into chunks', async () => {
    const fake = createFakeDesk();
    const ids = Array.from({ length: 4 }, () => fake.newId(UNIT));
    fake.receive(UNIT, fake.signedInAs(), ids.map((id) => put('planItems', id, 1, planItem(id))));
    const whole = start(fake);
    await whole.sync();
    fake.chunkBytes = 7;
    const cut = start(fake);
    await cut.sync();
    expect(await snapshot(cut.db)).toEqual(await snapshot(whole.db));
  });

  it('reads on from the applied byte when a journal grew', async () => {
    const fake = createFakeDesk();
    const [first, second] = [fake.newId(UNIT), fake.newId(UNIT)];
    const { db, projection } = start(fake);
    fake.receive(UNIT, first, [put('planItems', first, 1, planItem(first))]);
    await projection.sync(fake.heads());
    const before = fake.heads()[0]?.sizeBytes;
    fake.receive(UNIT, first, [put('planItems', second, 1, planItem(second))]);
    const asked: number[] = [];
    const watching = createProjection({
      db,
      readJournal: (chain, author, from) => {
        asked.push(from);
        return fake.readJournal(chain, author, from);
      },
    });
    await watching.sync(fake.heads());
    expect(asked).toEqual([before]);
    expect(await db.planItems.count()).toBe(2);
  });

  it('leaves the tables as they are when a journal is shorter, gone or another one, until a rebuild is asked for', async () => {
    const fake = createFakeDesk();
    const id = fake.newId(UNIT);
    fake.receive(UNIT, id, [put('planItems', id, 1, planItem(id)), put('planItems', id, 2, planItem(id, { name: '改' }))]);
    const { db, sync, told } = start(fake);
    await sync();
    const before = await snapshot(db);

    const other = createFakeDesk();
    other.receive(UNIT, id, [put('planItems', id, 1, planItem(id, { name: '另一本' }))]);
    for (const desk of [other, createFakeDesk()]) {
      const projection = createProjection({ db, readJournal: desk.readJournal });
      expect(await projection.sync(desk.heads())).toMatchObject({ ok: false, error: { code: 'projection.journal-behind', evidence: { author: UNIT, seq: 2 } } });
      expect(await snapshot(db)).toEqual(before);
    }

    await createProjection({ db, readJournal: other.readJournal, onProgress: (p) => void told.push(p) }).sync(other.heads(), true);
    expect((await db.planItems.get(id))?.body.name).toBe('另一本');
    expect(told.at(-1)?.phase).toBe('rebuilding');

    const gone = createFakeDesk();
    await createProjection({ db, readJournal: gone.readJournal }).sync(gone.heads(), true);
    expect(await db.planItems.count()).toBe(0);
    expect(await db.tallies.count()).toBe(0);
  });

  it('leaves the tables as they are when the first line read does not follow the applied head', async () => {
    const fake = createFakeDesk();
    const id = fake.newId(UNIT);
    const lines = (name: string): Change[] => [1, 2, 3].map((rev) => put('planItems', id, rev, planItem(id, { name })));
    fake.receive(UNIT, id, lines('甲').slice(0, 2));
    const { db, sync } = start(fake);
    await sync();
    const other = createFakeDesk();
    other.receive(UNIT, id, lines('乙'));
    const projection = createProjection({ db, readJournal: other.readJournal });
    expect(await projection.sync(other.heads())).toMatchObject({ ok: false, error: { code: 'projection.journal-behind' } });
    expect((await db.planItems.get(id))?.body.name).toBe('甲');
    expect(await projection.sync(other.heads(), true)).toEqual({ ok: true, value: null });
    expect((await db.planItems.get(id))?.body.name).toBe('乙');
  });

  it('throws nothing away for a rebuild while a journal cannot be read to its end', async () => {
    const fake = createFakeDesk();
    const ids = [fake.newId(UNIT), fake.newId(UNIT)];
    fake.receive(UNIT, fake.signedInAs(), ids.map((id) => put('planItems', id, 1, planItem(id))));
    const { db, sync } = start(fake);
    await sync();
    const before = await snapshot(db);
    const damaged = createProjection({
      db,
      readJournal: async (chain, author, from) => (await fake.readJournal(chain, author, from)).pipeThrough(cutAfter(100)),
    });
    expect(await damaged.sync(fake.heads(), true)).toMatchObject({ ok: false, error: { code: 'projection.read-failed', evidence: { author: UNIT } } });
    expect(await snapshot(db)).toEqual(before);
  });

  it('says where a journal cannot be read and keeps what was applied', async () => {
    const fake = createFakeDesk();
    const ids = Array.from({ length: 9 }, () => fake.newId(UNIT));
    fake.receive(UNIT, fake.signedInAs(), ids.map((id) => put('planItems', id, 1, planItem(id))));
    const { db } = start(fake);
    const cutOff = createProjection({
      db,
      batchLines: 2,
      readJournal: async (chain, author, from) => (await fake.readJournal(chain, author, from)).pipeThrough(cutAfter(5000)),
    });
    fake.chunkBytes = 1000;
    const result = await cutOff.sync(fake.heads());
    expect(result).toMatchObject({ ok: false, error: { code: 'projection.read-failed' } });
    const applied = (await db.appliedHeads.toArray())[0]?.seq ?? 0;
    expect(applied).toBeGreaterThan(0);
    expect(await db.planItems.count()).toBe(applied);
  });

  it('applies a save only when the tables stand exactly before it', async () => {
    const fake = createFakeDesk();
    const { db, projection } = start(fake);
    const save = async (id: RecordId) => {
      const change = put('drafts', id, 1, draft());
      const reply = await fake.desk.commit({ chain: 'working', changes: [change] });
      if (!reply.ok) throw new Error(reply.error.code);
      const { hash, ...envelope } = reply.value.lines[0] ?? fail();
      return () => projection.apply(reply.value.head, [{ hash, line: { v: 1, ...envelope, ...change } }]);
    };
    const [one, two] = [fake.newId(), fake.newId()];
    const first = await save(one);
    const second = await save(two);
    expect(await second()).toEqual({ ok: true, value: false });
    expect(await db.drafts.count()).toBe(0);
    expect(await first()).toEqual({ ok: true, value: true });
    expect(await first()).toEqual({ ok: true, value: false });
    expect(await second()).toEqual({ ok: true, value: true });
    expect(await db.drafts.count()).toBe(2);
  });

  it('keeps rows, figures and head together when a transaction breaks off', async () => {
    const fake = createFakeDesk();
    const ids = Array.from({ length: 8 }, () => fake.newId(UNIT));
    fake.receive(UNIT, fake.signedInAs(), ids.map((id) => put('planItems', id, 1, planItem(id))));
    const { db, sync } = start(fake);
    let left = 1;
    db.appliedHeads.hook('updating', () => {
      if (left-- <= 0) throw new Error('power cut');
    });
    expect((await sync()).ok).toBe(false);
    expect(await db.planItems.count()).toBe((await db.appliedHeads.toArray())[0]?.seq);
    expect(await keptFigures(db)).toEqual(await recount(db));
    left = 100;
    expect((await sync()).ok).toBe(true);
    expect(await db.planItems.count()).toBe(8);
    expect(await keptFigures(db)).toEqual(await recount(db));
  });

  it('replays everything once when the tables come from an older version', async () => {
    const fake = createFakeDesk();
    const id = fake.newId(UNIT);
    fake.receive(UNIT, id, [put('planItems', id, 1, planItem(id)), put('planItems', id, 2, planItem(id))]);
    const { db, sync, told } = start(fake);
    await sync();
    const whole = await snapshot(db);
    await db.revisions.clear();
    await db.upkeep.put({ name: 'replay' });
    expect(await sync()).toEqual({ ok: true, value: null });
    expect(await snapshot(db)).toEqual(whole);
    expect(told.at(-1)?.phase).toBe('rebuilding');
  });

  it('keeps every former revision of an official record, also of those that came in one batch', async () => {
    const fake = createFakeDesk();
    const id = fake.newId(UNIT);
    fake.receive(UNIT, id, [1, 2, 3].map((rev) => put('planItems', id, rev, planItem(id, { name: `第${String(rev)}版` }))));
    const { db, sync } = start(fake);
    await sync();
    fake.receive(UNIT, id, [put('planItems', id, 4, planItem(id)), remove('planItems', id, 5)]);
    await sync();
    expect((await db.revisions.toArray()).map(({ table, ordinal, rev }) => [table, ordinal, rev])).toEqual(
      [1, 2, 3, 4].map((rev) => ['planItems', rev, rev]),
    );
  });

  it('counts a decision only while it is about the revision that is held', async () => {
    const fake = createFakeDesk();
    const id = fake.newId(UNIT);
    fake.receive(UNIT, id, [put('planItems', id, 1, planItem(id))]);
    const hash = fake.heads()[0]?.hash ?? fail();
    const { db, sync } = start(fake);
    const [good, forged] = [fake.newId(COUNTY), fake.newId(COUNTY)];
    fake.receive(COUNTY, id, [
      put('decisions', forged, 1, decision(id, 1, 'f'.repeat(64) as typeof hash, { outcome: 'refused', decidedOn: '2026-04-01' })),
      put('decisions', good, 1, decision(id, 1, hash)),
    ]);
    await sync();
    expect(await db.standings.get(id)).toMatchObject({ current: true, decisionId: good, approvedFen: 1_000_000 });
    fake.receive(UNIT, id, [put('planItems', id, 2, planItem(id))]);
    await sync();
    expect(await db.standings.get(id)).toMatchObject({ current: false });
    expect(await keptFigures(db)).toEqual(await recount(db));
  });

  it('keeps the row when a later batch repeats or undercuts its revision', async () => {
    const fake = createFakeDesk();
    const [id, removed, other] = [fake.newId(UNIT), fake.newId(UNIT), fake.newId(UNIT)];
    const lines = [
      put('planItems', id, 1, planItem(id, { name: '先' })),
      put('planItems', removed, 2, planItem(id)),
      remove('planItems', removed, 3),
      put('planItems', other, 1, planItem(id)),
      put('planItems', id, 1, planItem(id, { name: '后', amountFen: 5 })),
      put('planItems', removed, 3, planItem(id)),
      put('planItems', fake.newId(UNIT), 1, planItem(id)),
      put('planItems', fake.newId(UNIT), 1, planItem(id)),
    ];
    fake.receive(UNIT, id, lines);
    const { db, sync } = start(fake, freshDb(), 2);
    expect(await sync()).toEqual({ ok: true, value: null });
    expect((await db.planItems.get(id))?.body.name).toBe('先');
    expect(await db.planItems.get(removed)).toBeUndefined();
    expect(await db.planItems.count()).toBe(4);
    expect(await keptFigures(db)).toEqual(await recount(db));
  });

  it('keeps sums exact beyond the safe integers', async () => {
    const fake = createFakeDesk();
    const ids = Array.from({ length: 5 }, () => fake.newId(UNIT));
    fake.receive(UNIT, fake.signedInAs(), ids.map((id) => put('planItems', id, 1, planItem(id, { amountFen: 8_999_999_999_999_999 }))));
    const { db, sync } = start(fake);
    await sync();
    const all = await db.tallies.get(['all', 2026, '']);
    expect(all?.fen[0]).toBe(44_999_999_999_999_995n);
  });

  it('lets no office decide outside its region, in whatever order item, decision and offices come', async () => {
    const regionsOf = (fake: FakeDesk, county: string) => [put('stations', fake.newId(COUNTY), 1, station(COUNTY, county, fake))];
    for (const [county, outcome] of [['150121', 'approved'], ['150100', 'approved'], ['150122', undefined], ['150200', undefined]] as const) {
      const fake = createFakeDesk();
      const item = fake.newId(UNIT);
      const about = createFakeDesk();
      about.receive(UNIT, item, [put('planItems', item, 1, planItem(item))]);
      const hash = about.heads()[0]?.hash ?? fail();
      const decided = put('decisions', fake.newId(COUNTY), 1, decision(item, 1, hash));
      const early = start(fake);
      // The decision comes before its item, and the offices' own records come last of all.
      fake.receive(COUNTY, item, [decided]);
      await early.sync();
      fake.receive(UNIT, item, [put('planItems', item, 1, planItem(item))]);
      await early.sync();
      expect((await early.db.standings.get(item))?.outcome).toBe('approved');
      fake.receive(UNIT, item, [put('stations', fake.newId(UNIT), 1, station(UNIT, '150121', fake))]);
      await early.sync();
      fake.receive(COUNTY, item, regionsOf(fake, county));
      await early.sync();
      expect((await early.db.standings.get(item))?.outcome, county).toBe(outcome);
      const late = start(fake);
      await late.projection.sync([...fake.heads()].reverse());
      expect(await snapshot(late.db)).toEqual(await snapshot(early.db));
    }
  });
});

function cutAfter(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.length;
      if (left < 0) controller.error(new Error('disk gone'));
      else controller.enqueue(chunk);
    },
  });
}
