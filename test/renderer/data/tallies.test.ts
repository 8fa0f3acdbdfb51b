import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StationId } from '#shared/base/ids';
import { MAX_FEN } from '#shared/base/money';
import { readyCrypto } from '#shared/crypto/sm3';
import { createFakeDesk } from '../../../renderer/bridge/fake-desk';
import { db } from '../../../renderer/data/db';
import { readTotals, readTotalsBy, readTotalsOf, readYears } from '../../../renderer/data/tallies';
import { createProjection } from '../../../renderer/data/worker/projection';
import { acceptance, contract, decision, planItem, put } from './support/records';

const UNIT = '2'.repeat(32) as StationId;
const COUNTY = '3'.repeat(32) as StationId;

beforeAll(async () => {
  await readyCrypto();
  const fake = createFakeDesk();
  const [one, two, buyer, signed] = [fake.newId(UNIT), fake.newId(UNIT), fake.newId(UNIT), fake.newId(UNIT)];
  fake.receive(UNIT, one, [
    put('stations', fake.newId(UNIT), 1, { ...fake.station, stationId: UNIT, regionCode: '150121' }),
    put('planItems', one, 1, planItem(one, { buyerId: buyer, amountFen: 500, catalogueCode: '1.01' })),
  ]);
  const hash = fake.heads()[0]?.hash;
  fake.receive(UNIT, one, [
    put('planItems', two, 1, planItem(one, { buyerId: buyer, amountFen: 700, catalogueCode: '6.02' })),
    put('contracts', signed, 1, contract(one, { amountFen: 400 })),
    put('contracts', fake.newId(UNIT), 1, contract(fake.newId(COUNTY), { amountFen: 30 })),
    put('acceptances', fake.newId(UNIT), 1, acceptance(signed, { payableFen: 300, acceptedOn: '2027-01-09' })),
    put('planItems', fake.newId(UNIT), 1, planItem(one, { year: 2025, amountFen: MAX_FEN })),
    put('planItems', fake.newId(UNIT), 1, planItem(one, { year: 2025, amountFen: MAX_FEN })),
  ]);
  fake.receive(COUNTY, one, [put('decisions', fake.newId(COUNTY), 1, decision(one, 1, hash as never, { outcome: 'cut', amountFen: 450 }))]);
  await createProjection({ db, readJournal: fake.readJournal }).sync(fake.heads());
});
afterAll(() => db.delete());

describe('readTotals', () => {
  it('gives a year with its outcomes, categories and later links of the chain', async () => {
    const totals = await readTotals(2026);
    expect(totals.plan).toEqual({
      items: 2,
      amountFen: 1200,
      outcomes: { approved: 0, cut: 1, returned: 0, refused: 0 },
      pending: 1,
      approvedFen: 450,
    });
    expect(totals.byCategory[1]).toMatchObject({ items: 1, amountFen: 500, approvedFen: 450, pending: 0 });
    expect(totals.byCategory[6]).toMatchObject({ items: 1, amountFen: 700, pending: 1 });
    expect(totals.contracts).toEqual({ count: 2, amountFen: 430 });
    expect(totals.decisions.cut).toBe(1);
    expect((await readTotals(2027)).acceptances).toEqual({ count: 1, payableFen: 300 });
  });

  it('gives contracts and acceptances by the category of their plan item, and apart those whose plan item is not here', async () => {
    const { contractsByPlace } = await readTotals(2026);
    expect(contractsByPlace[1].contracts).toEqual({ count: 1, amountFen: 400 });
    expect(contractsByPlace[0].contracts).toEqual({ count: 1, amountFen: 30 });
    expect(contractsByPlace[6].contracts).toEqual({ count: 0, amountFen: 0 });
    expect((await readTotals(2027)).contractsByPlace[1].acceptances).toEqual({ count: 1, payableFen: 300 });
  });

  it('says when a sum leaves the largest amount', async () => {
    expect(await readTotals(2025)).toMatchObject({ beyondRange: true, plan: { amountFen: MAX_FEN } });
    expect((await readTotals(2026)).beyondRange).toBe(false);
  });

  it('gives zeros for a year without records', async () => {
    expect(await readTotals(2031)).toMatchObject({ plan: { items: 0, amountFen: 0, pending: 0 }, beyondRange: false });
  });
});

describe('readTotalsBy', () => {
  it('gives one row per region, office or buyer', async () => {
    const regions = await readTotalsBy('region', 2026);
    expect(regions.map(({ scopeId, plan }) => [scopeId, plan.items])).toEqual([['', 0], ['150121', 2]]);
    const [office] = await readTotalsBy('author', 2026);
    expect(office).toMatchObject({ scopeId: UNIT, contracts: { amountFen: 430 } });
    const buyers = await readTotalsBy('buyer', 2026);
    expect(buyers).toHaveLength(1);
    expect(await readTotalsOf('buyer', 2026, buyers[0]?.scopeId ?? '')).toEqual(buyers[0]);
  });
});

describe('readYears', () => {
  it('lists years with anything counted, newest first', async () => {
    expect(await readYears()).toEqual([2027, 2026, 2025]);
  });
});
