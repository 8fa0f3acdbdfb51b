// What the three long lists show of their records, and what their spreadsheets hold.

import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../renderer/bridge/desk';
import { createFakeDesk } from '../../../renderer/bridge/fake-desk';
import { db } from '../../../renderer/data/db';
import { startData, stopData } from '../../../renderer/data/start';
import { createProjection } from '../../../renderer/data/worker/projection';
import { ACCEPTANCE_EXPORT, readAcceptanceExport } from '../../../renderer/features/acceptance/export';
import { readAcceptanceRows } from '../../../renderer/features/acceptance/queries';
import { CONTRACT_EXPORT, readContractExport } from '../../../renderer/features/contract/export';
import { readContractRows } from '../../../renderer/features/contract/queries';
import { readReviewExport, REVIEW_EXPORT } from '../../../renderer/features/review/export';
import { readReviewRows } from '../../../renderer/features/review/queries';
import { exportedRows } from '../excel/support/table';
import { decision, planItem, put } from '../data/support/records';
import { ACCEPTANCE, CONTRACT } from './print/support';

const UNIT = '2'.repeat(32) as StationId;
const COUNTY = '3'.repeat(32) as StationId;
const HEADS = { exportedSeq: 0, receivedSeq: 0 };

let items: readonly RecordId[];
let contract: RecordId;
let acceptance: RecordId;

/** Two projects of a unit as its county sees them, the first decided, contracted and accepted. */
beforeAll(async () => {
  await readyCrypto();
  const fake = createFakeDesk({ stationId: COUNTY, officeKind: 'county' });
  setDesk(fake.desk);
  const [buyer, person] = [fake.newId(UNIT), fake.newId(UNIT)];
  items = [fake.newId(UNIT), fake.newId(UNIT)];
  contract = fake.newId(UNIT);
  acceptance = fake.newId(UNIT);
  fake.receive(UNIT, person, [
    put('buyers', buyer, 1, { name: '某旗民政局' }),
    ...items.map((id, index) => put('planItems', id, 1, planItem(person, { number: `007-${String(index)}`, name: '=养老', year: 2026, buyerId: buyer, amountFen: 1_234_567, catalogueVersion: 'nmg-2014-80', catalogueCode: '1.07' }))),
    put('contracts', contract, 1, { ...CONTRACT, planItemId: items[0] }),
    put('acceptances', acceptance, 1, { ...ACCEPTANCE, contractId: contract }),
  ]);
  const start = () => startData(() => createProjection({ db, readJournal: fake.readJournal }));
  await start();
  const [first] = await db.planItems.bulkGet([...items]);
  if (first !== undefined) fake.receive(COUNTY, person, [put('decisions', fake.newId(COUNTY), 1, decision(first.id, 1, first.hash))]);
  await start();
});
afterAll(async () => {
  stopData();
  setDesk(null);
  await db.delete();
});

const GONE = 'f'.repeat(36) as RecordId;

describe('rows of the lists', () => {
  it('say of a project where it stands and what was approved, and leave out what is not there', async () => {
    const rows = await readReviewRows([...items, GONE]);
    expect(rows.map(({ buyer, number, catalogue, amountFen }) => [buyer, number, catalogue, amountFen])).toEqual([
      ['某旗民政局', '007-0', '养老服务', 1_234_567],
      ['某旗民政局', '007-1', '养老服务', 1_234_567],
    ]);
    expect(rows.map(({ approvedFen, standing }) => [approvedFen === null, standing.word])).toEqual([[false, 'decided'], [true, 'received']]);
  });

  it('say of a contract what is payable under it, and of an acceptance whose it is', async () => {
    expect(await readContractRows([contract, GONE], COUNTY)).toEqual([
      { id: contract, number: 'HT-2026-017', name: '特困老年人居家上门服务', supplier: '夕阳红养老服务中心', signedOn: '2026-04-20', amountFen: 10_272_000, payableFen: 4_906_000, standing: { word: 'received', editing: false } },
    ]);
    expect(await readAcceptanceRows([acceptance, GONE], COUNTY)).toEqual([
      { id: acceptance, number: 'HT-2026-017-1', contract: '特困老年人居家上门服务', acceptedOn: '2026-09-01', outcome: 'partly', deductionFen: 63_275, payableFen: 4_906_000, standing: { word: 'received', editing: false } },
    ]);
  });

  it('follow the office’s own journal and its drafts', async () => {
    const [row] = await readContractRows([contract], UNIT);
    expect(row?.standing).toEqual({ word: 'finalised', editing: false });
  });
});

describe('readReviewExport', () => {
  it('gives the projects a view shows, with what was decided, and texts that look like formulas as texts', async () => {
    const view = { year: 2026, filter: 'all', text: '', category: null } as const;
    const [headings, first, second, ...more] = await exportedRows(REVIEW_EXPORT, readReviewExport(view));
    expect(headings).toEqual(REVIEW_EXPORT.map(({ title }) => title));
    expect(first?.slice(0, 3)).toEqual(['某旗民政局', '007-0', '=养老']);
    expect(first?.[5]).toBe('12345.67');
    expect(first?.at(-1)).toMatch(/^已批复/);
    expect(second?.slice(6)).toEqual(['', '', '', '', '已签收']);
    expect(more).toEqual([]);
    expect(await exportedRows(REVIEW_EXPORT, readReviewExport({ ...view, filter: 'pending' }))).toEqual([headings, second]);
  });
});

describe('readContractExport', () => {
  it('gives a year’s contracts with project, credit code and what is payable so far', async () => {
    const rows = await exportedRows(CONTRACT_EXPORT, readContractExport({ year: 2026, category: null, author: null }, COUNTY, HEADS as never));
    expect(rows.slice(1)).toEqual([
      ['HT-2026-017', '特困老年人居家上门服务', '007-0 =养老', '夕阳红养老服务中心', '52150824MJ12345674', '2026-04-20', '102720', '49060', '已签收'],
    ]);
  });
});

describe('readAcceptanceExport', () => {
  it('gives a year’s acceptances with contract and supplier', async () => {
    const rows = await exportedRows(ACCEPTANCE_EXPORT, readAcceptanceExport({ year: 2026, category: null, author: null }, COUNTY, HEADS as never));
    expect(rows.slice(1)).toEqual([
      ['HT-2026-017-1', 'HT-2026-017', '特困老年人居家上门服务', '夕阳红养老服务中心', '2026-09-01', '部分合格', '632.75', '49060', '已签收'],
    ]);
  });
});
