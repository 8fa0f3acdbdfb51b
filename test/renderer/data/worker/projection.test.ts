import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import type { Change } from '#shared/ipc/contract';
import { createFakeDesk, type FakeDesk } from '../../../../renderer/bridge/fake-desk';
import { createDb, type DeskDb } from '../../../../renderer/data/db';
import type { Progress } from '../../../../renderer/data/port';
import { KEPT_STATES } from '../../../../renderer/data/worker/drafts';
import { createProjection } from '../../../../renderer/data/worker/projection';
import { KEPT_STEPS } from '../../../../renderer/data/worker/steps';
import { acceptance, contract, decision, draft, planItem, put, remove } from '../support/records';
import { keptFigures, recount } from '../support/recount';
import { snapshot } from '../support/snapshot';

const OWN = '1'.repeat(32) as StationId;
const UNIT = '2'.repeat(32) as StationId;
const COUNTY = '3'.repeat(32) as StationId;

const open: DeskDb[] = [];
let serial = 0;

function freshDb(): DeskDb {
  const db = createDb(`projection-${String(serial++)}`);
  open.push(db);
  return db;
}

function start(fake: FakeDesk, db = freshDb(), batchLines = 3) {
  const told: Progress[] = [];
  const projection = createProjection({
    db,
    batchLines,
    readJournal: fake.readJournal,
    onProgress: (progress) => void told.push(progress),
  });
  return { db, projection, told, sync: (rebuild = false) => projection.sync(fake.heads(), rebuild) };
}

function station(author: StationId, regionCode: string, fake: FakeDesk) {
  return { ...fake.station, stationId: author, regionCode };
}

beforeAll(readyCrypto);
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

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

  it('drops a draft once the official revision outranks it, whichever chain comes first', async () => {
    const fake = createFakeDesk({ stationId: OWN });
    const [done, open_, removed] = [fake.newId(), fake.newId(), fake.newId()];
    const working = [
      put('drafts', done, 1, draft({ basedOnRev: 0 })),
      put('drafts', open_, 1, draft({ basedOnRev: 0 })),
      put('drafts', open_, 1, draft({ basedOnRev: 1 })),
      put('drafts', removed, 1, draft({ basedOnRev: 1 })),
    ];
    const official = [
      put('planItems', done, 1, planItem(done)),
      put('planItems', open_, 1, planItem(open_)),
      put('planItems', removed, 1, planItem(removed)),
      remove('planItems', removed, 2),
    ];
    const results = [];
    for (const order of [[working, official], [official, working]] as const) {
      const own = createFakeDesk({ stationId: OWN });
      const { db, projection } = start(own);
      for (const changes of order) {
        if (changes === official) own.receive(OWN, done, changes);
        else await own.desk.commit({ chain: 'working', changes: [...changes] });
        await projection.sync(own.heads());
      }
      results.push((await db.drafts.toArray()).map(({ id, body }) => [id, body.basedOnRev]));
    }
    expect(results[0]).toEqual([[open_, 1]]);
    expect(results[1]).toEqual(results[0]);
  });

  it('keeps the newest states of a draft and the newest steps, however the lines are cut into batches', async () => {
    const fake = createFakeDesk({ random: counting() });
    const ids = [fake.newId(), fake.newId()];
    const changes = Array.from({ length: 520 }, (_, n): Change => {
      const step = { id: uuid(n % 7 === 0 ? 5 : 1000 + Math.floor(n / 2)), scope: 'planItems/2026', label: '改', kind: 'do', of: null };
      return put('drafts', ids[n % 3 === 0 ? 0 : 1] ?? fail(), 1, { ...draft({ form: { n } }), step });
    });
    const reply = await fake.desk.commit({ chain: 'working', changes });
    expect(reply.ok).toBe(true);
    const whole = start(fake, freshDb(), 2000);
    await whole.sync();
    expect(await whole.db.revisions.count()).toBe(2 * KEPT_STATES);
    expect(await whole.db.steps.count()).toBe(KEPT_STEPS);
    for (const batchLines of [1, 7, 150]) {
      const cut = start(fake, freshDb(), batchLines);
      await cut.sync();
      expect(await snapshot(cut.db)).toEqual(await snapshot(whole.db));
    }
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

  it('ends in the same tables and in a full recount for any lines, order of journals, batches and crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 70 }), async (steps, batchLines) => {
        const fake = createFakeDesk({ random: counting() });
        const live = start(fake, freshDb(), batchLines);
        const world = createWorld(fake);
        for (const step of steps) {
          if (step.kind === 'sync') {
            await crashing(live.db, step.crashAt, () => live.sync());
          } else if (step.kind === 'drafts') await world.draft(step);
          else world.take(step);
        }
        expect((await live.sync()).ok).toBe(true);
        expect(await keptFigures(live.db)).toEqual(await recount(live.db));

        const replayed = start(fake, freshDb(), 64);
        expect((await replayed.projection.sync([...fake.heads()].reverse())).ok).toBe(true);
        expect(await snapshot(replayed.db)).toEqual(await snapshot(live.db));
        await Promise.all([live.db.delete(), replayed.db.delete()]);
      }),
      { numRuns: 80 },
    );
  });
});

const AUTHORS = [UNIT, COUNTY, OWN] as const;
const REGIONS = ['150121', '150122'] as const;

const stepArbitrary = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sync' as const), crashAt: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('drafts' as const),
      /** A small pool of records, so that drafts meet official revisions, removals and each other. */
      about: fc.constantFrom('planItems' as const, 'contracts' as const),
      slots: fc.array(fc.nat(1), { minLength: 1, maxLength: 3 }),
      as: fc.constantFrom('planItems' as const, 'contracts' as const),
      basedOnRev: fc.nat(2),
      does: fc.constantFrom('put' as const, 'put' as const, 'bin' as const, 'remove' as const),
      step: fc.option(fc.record({ id: fc.nat(4), kind: fc.constantFrom('do' as const, 'undo' as const, 'redo' as const) })),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('planItems' as const, 'decisions' as const, 'contracts' as const, 'acceptances' as const, 'stations' as const),
      author: fc.nat(AUTHORS.length - 1),
      slot: fc.nat(1),
      about: fc.nat(5),
      removes: fc.boolean(),
      /** Writes a revision that is not above the last, as a broken office might. */
      stale: fc.boolean(),
      aboutPresent: fc.boolean(),
      choice: fc.nat(5),
      amountFen: fc.oneof(fc.nat(1000), fc.constant(9_000_000_000_000_000)),
    }),
  },
);
type Any = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never;
type Step = Extract<Any, { slot: number }>;
type DraftStep = Extract<Any, { slots: number[] }>;

/** Offices that write, revise, remove and decide; lines of one author are in order, everything else is as it falls. */
function createWorld(fake: FakeDesk) {
  const ids = new Map<string, RecordId>();
  const revs = new Map<RecordId, number>();
  const hashes = new Map<RecordId, string>();
  const idOf = (kind: string, author: StationId, slot: number) => {
    const key = `${kind}/${author}/${String(slot)}`;
    const id = ids.get(key) ?? fake.newId(author);
    ids.set(key, id);
    return id;
  };
  return {
    async draft({ about, slots, as, basedOnRev, does, step }: DraftStep) {
      const shared = step && { id: uuid(step.id), scope: `${as}/2026`, label: '改', kind: step.kind, of: step.kind === 'do' ? null : uuid(0) };
      const body = { ...draft({ kind: as, basedOnRev }), ...(shared && { step: shared }), ...(does === 'bin' && { binned: true }) };
      const changes = slots.map((slot) => {
        const id = idOf(about, OWN, slot);
        return does === 'remove' ? remove('drafts', id, 1) : put('drafts', id, 1, body);
      });
      const reply = await fake.desk.commit({ chain: 'working', changes });
      if (!reply.ok) throw new Error(reply.error.code);
    },
    take({ kind, author: index, slot, about, removes, stale, aboutPresent, choice, amountFen }: Step) {
      const author = AUTHORS[index] ?? UNIT;
      const id = idOf(kind, author, slot);
      const item = idOf('planItems', AUTHORS[about % AUTHORS.length] ?? UNIT, Math.floor(about / AUTHORS.length));
      const rev = Math.max(1, (revs.get(id) ?? 0) + (stale && choice < 3 ? 0 : 1));
      revs.set(id, rev);
      const year = choice < 3 ? 2026 : 2027;
      const bodies = {
        planItems: () => planItem(idOf('buyers', author, choice % 2), { year, amountFen, catalogueCode: `${String(choice + 1)}.01` }),
        decisions: () =>
          decision(item, aboutPresent ? (revs.get(item) ?? 1) : choice + 1, (hashes.get(item) ?? '0'.repeat(64)) as never, {
            outcome: (['approved', 'cut', 'returned', 'refused'] as const)[choice % 4] ?? 'cut',
            amountFen,
            decidedOn: `${String(year)}-03-0${String(choice + 1)}`,
          }),
        contracts: () => contract(item, { amountFen, signedOn: `${String(year)}-05-01` }),
        acceptances: () => acceptance(idOf('contracts', AUTHORS[about % AUTHORS.length] ?? UNIT, choice % 2), { payableFen: amountFen, acceptedOn: `${String(year)}-06-01` }),
        stations: () => station(choice === 5 ? UNIT : author, REGIONS[choice % 2] ?? '150121', fake),
      };
      fake.receive(author, id, [removes && choice > 2 ? remove(kind, id, rev) : put(kind, id, rev, bodies[kind]())]);
      hashes.set(id, fake.heads().find((head) => head.author === author && head.chain === 'official')?.hash ?? '');
    },
  };
}

function uuid(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** Runs a sync whose n-th transaction breaks off at its very end; 0 lets it pass. */
async function crashing(db: DeskDb, crashAt: number, sync: () => Promise<unknown>): Promise<void> {
  let left = crashAt;
  const onWrite = () => {
    left -= 1;
    if (left === 0) throw new Error('power cut');
  };
  db.appliedHeads.hook('creating', onWrite);
  db.appliedHeads.hook('updating', onWrite);
  await sync();
  db.appliedHeads.hook('creating').unsubscribe(onWrite);
  db.appliedHeads.hook('updating').unsubscribe(onWrite);
}

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

function counting(): (size: number) => Uint8Array {
  let next = 1;
  return (size) => {
    const bytes = new Uint8Array(size);
    new DataView(bytes.buffer).setUint32(4, next++);
    return bytes;
  };
}

function fail(): never {
  throw new Error('nothing there');
}
