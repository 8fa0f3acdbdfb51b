import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../../renderer/bridge/desk';
import { createFakeDesk } from '../../../../renderer/bridge/fake-desk';
import { db } from '../../../../renderer/data/db';
import { startData, stopData } from '../../../../renderer/data/start';
import { createProjection } from '../../../../renderer/data/worker/projection';
import { readDecisionSubjects, readReviewKeys, type ReviewFilter } from '../../../../renderer/features/review/queries';
import { decision, planItem, put } from '../../data/support/records';

const UNIT = '2'.repeat(32) as StationId;
const COUNTY = '3'.repeat(32) as StationId;
/** More than are looked up row by row. */
const ITEMS = 1200;

let ids: RecordId[];

/** Every third item is decided; of those every second was submitted again since. */
beforeAll(async () => {
  await readyCrypto();
  const fake = createFakeDesk();
  setDesk(fake.desk);
  ids = Array.from({ length: ITEMS }, () => fake.newId(UNIT));
  const person = fake.newId(UNIT);
  const body = (index: number) => planItem(person, { number: `2026-${String(index).padStart(4, '0')}`, name: index % 2 === 0 ? '居家养老上门服务' : '农牧民技能培训', catalogueCode: index % 2 === 0 ? '1.07' : '5.02' });
  fake.receive(UNIT, person, ids.map((id, index) => put('planItems', id, 1, body(index))));
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
  const rows = await db.planItems.bulkGet(ids);
  fake.receive(COUNTY, person, rows.flatMap((row, index) => (row === undefined || index % 3 !== 0 ? [] : [put('decisions', fake.newId(COUNTY), 1, decision(row.id, 1, row.hash, { outcome: outcomeOf(index) }))])));
  fake.receive(UNIT, person, ids.flatMap((id, index) => (index % 6 === 0 ? [put('planItems', id, 2, body(index))] : [])));
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
});
afterAll(async () => {
  stopData();
  setDesk(null);
  await db.delete();
});

const outcomeOf = (index: number) => (['approved', 'cut', 'returned', 'refused'] as const)[Math.floor(index / 6) % 4] ?? 'approved';
const isDecided = (index: number) => index % 3 === 0 && index % 6 !== 0;

async function keys(filter: ReviewFilter, limit = Infinity, text = '', category: number | null = null): Promise<readonly RecordId[]> {
  const read = await readReviewKeys({ year: 2026, filter, text, category }, limit);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('readReviewKeys', () => {
  it('gives every item once, pending or decided; one submitted again is pending', async () => {
    expect(await keys('all')).toEqual(ids);
    expect(await keys('decided')).toEqual(ids.filter((_, index) => isDecided(index)));
    expect(await keys('pending')).toEqual(ids.filter((_, index) => !isDecided(index)));
  });

  it('gives the first ones of the same list when few are asked for', async () => {
    for (const filter of ['all', 'pending', 'decided'] as const) expect(await keys(filter, 50)).toEqual((await keys(filter)).slice(0, 50));
    expect(await keys('decided', 199)).toHaveLength(199);
    expect(await keys('decided', 900)).toHaveLength(200);
  });

  it('tells the decided ones apart by their outcome; what was cut is approved', async () => {
    const of = (...outcomes: readonly string[]) => ids.filter((_, index) => isDecided(index) && outcomes.includes(outcomeOf(index)));
    expect(await keys('approved')).toEqual(of('approved', 'cut'));
    expect(await keys('returned', 10)).toEqual(of('returned').slice(0, 10));
    expect(await keys('refused')).toEqual(of('refused'));
  });

  it('gives one category only, with any filter and with words', async () => {
    const odd = new Set(ids.filter((_, index) => index % 2 === 1));
    expect(new Set(await keys('all', Infinity, '', 5))).toEqual(odd);
    expect(await keys('all', Infinity, '', 3)).toEqual([]);
    expect(new Set(await keys('decided', Infinity, '', 5))).toEqual(new Set(ids.filter((id, index) => isDecided(index) && odd.has(id))));
    expect(await keys('all', 50, '0008', 5)).toEqual([]);
    expect(await keys('all', 50, '0008', 1)).toEqual([ids[8]]);
  });

  it('joins words looked for with the filter', async () => {
    expect(await keys('decided', 50, 'nmmjn')).toEqual(ids.filter((_, index) => isDecided(index) && index % 2 === 1));
    expect(await keys('pending', 50, '养老 0007')).toEqual([]);
    expect(await keys('pending', 50, '养老 0008')).toEqual([ids[8]]);
  });
});

describe('readDecisionSubjects', () => {
  it('gives items in the order asked for, each with its own decisions, and leaves out what is not there', async () => {
    const asked = [ids[9], 'f'.repeat(36) as RecordId, ids[4]].filter((id) => id !== undefined);
    const subjects = await readDecisionSubjects(asked);
    expect(subjects.map(({ item, decisions }) => [item.id, decisions.length])).toEqual([[ids[9], 1], [ids[4], 0]]);
  });
});
