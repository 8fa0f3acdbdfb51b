import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../../renderer/bridge/desk';
import { createFakeDesk } from '../../../../renderer/bridge/fake-desk';
import { db } from '../../../../renderer/data/db';
import { startData, stopData } from '../../../../renderer/data/start';
import { createProjection } from '../../../../renderer/data/worker/projection';
import { readDecisionPaper, readPlanPaper } from '../../../../renderer/features/print/queries';
import { decision, planItem, put } from '../../data/support/records';

const UNIT = '2'.repeat(32) as StationId;
const COUNTY = '3'.repeat(32) as StationId;
const BUNDLE_SM3 = 'ab'.repeat(32) as Sm3Hex;

let buyer: RecordId;
let other: RecordId;
let ids: RecordId[];

/** Items 1 to 4: approved, decided and then submitted again, undecided, another buyer's. One more in another year. */
beforeAll(async () => {
  await readyCrypto();
  const fake = createFakeDesk({ stationId: UNIT });
  setDesk(fake.desk);
  [buyer, other] = [fake.newId(UNIT), fake.newId(UNIT)];
  const person = fake.newId(UNIT);
  ids = Array.from({ length: 5 }, () => fake.newId(UNIT));
  const body = (index: number, year = 2026) => planItem(person, { number: `2026-00${String(index)}`, year, buyerId: index === 4 ? other : buyer, amountFen: 1_000_000 });
  fake.receive(UNIT, person, [
    put('buyers', buyer, 1, { name: '某旗民政局' }),
    put('buyers', other, 1, { name: '某旗残联' }),
    ...ids.map((id, index) => put('planItems', id, 1, body(index + 1, index === 4 ? 2027 : 2026))),
  ]);
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
  const [first, second] = await db.planItems.bulkGet(ids);
  fake.receive(COUNTY, person, [
    put('stations', fake.newId(COUNTY), 1, { stationId: COUNTY, name: '某旗财政局' }),
    ...[first, second].flatMap((row) => (row === undefined ? [] : [put('decisions', fake.newId(COUNTY), 1, decision(row.id, 1, row.hash))])),
  ]);
  fake.receive(UNIT, person, [put('planItems', ids[1] ?? person, 2, body(2))]);
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
  const heads = [{ author: UNIT, seq: 4, hash: BUNDLE_SM3 }];
  await db.dispatches.put({
    id: fake.newId(UNIT), author: UNIT, seq: 1, rev: 1, hash: BUNDLE_SM3, at: '2026-03-05T00:00:00Z', by: person,
    body: { bundleId: '150121-22222222-2026-0001', bundleSm3: BUNDLE_SM3, fileName: 'a.gfb', sizeBytes: 1, recipientId: COUNTY, heads },
  });
});
afterAll(async () => {
  stopData();
  setDesk(null);
  await db.delete();
});

describe('readPlanPaper', () => {
  it('gives a year’s finalised items with the buyers they belong to, or one buyer’s', async () => {
    const all = await readPlanPaper(UNIT, 2026, null);
    expect(all.items.map(({ id }) => id)).toEqual(ids.slice(0, 4));
    expect(all.buyers.map(({ name }) => name)).toEqual(['某旗残联', '某旗民政局']);
    expect((await readPlanPaper(UNIT, 2026, other)).items.map(({ id }) => id)).toEqual([ids[3]]);
    expect(await readPlanPaper(UNIT, 2025, null)).toEqual({ buyers: [], items: [], drafts: 0, mark: null });
  });

  it('is marked by the newest line: the bundle that carried it, or the line itself when it has not left', async () => {
    const revised = await db.planItems.get(ids[1] ?? buyer);
    expect((await readPlanPaper(UNIT, 2026, null)).mark).toEqual({ kind: 'line', recordId: revised?.id, sm3: revised?.hash });
    await db.planItems.delete(ids[1] ?? buyer);
    await db.planItems.delete(ids[3] ?? buyer);
    // Lines 3 and 5 remain; the bundle went up to line 4.
    expect((await readPlanPaper(UNIT, 2026, null)).mark).toMatchObject({ kind: 'line', recordId: ids[2] });
    await db.planItems.delete(ids[2] ?? buyer);
    expect((await readPlanPaper(UNIT, 2026, null)).mark).toEqual({ kind: 'bundle', bundleId: '150121-22222222-2026-0001', sm3: BUNDLE_SM3 });
    if (revised !== undefined) await db.planItems.put(revised);
  });
});

describe('readDecisionPaper', () => {
  it('gives a buyer’s items with the decisions that stand for what is held', async () => {
    const paper = await readDecisionPaper(COUNTY, 2026, buyer);
    expect(paper.buyer?.name).toBe('某旗民政局');
    expect(paper.items.map(({ row, decision: found }) => [row.id, found?.outcome])).toEqual([[ids[0], 'approved'], [ids[1], undefined]]);
    expect(paper.offices).toEqual(['某旗财政局']);
    expect(paper.mark).toMatchObject({ kind: 'line' });
  });

  it('begins with the first buyer, and is empty for a year without items', async () => {
    expect((await readDecisionPaper(COUNTY, 2026, null)).buyer?.name).toBe('某旗残联');
    expect(await readDecisionPaper(COUNTY, 2025, null)).toMatchObject({ buyer: null, items: [], mark: null });
  });
});
