import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import type { Station } from '#shared/domain/office';
import { AREAS } from '../../../../renderer/app/routes';
import { readViews } from '../../../../renderer/app/search-palette/record-view';
import { createFakeDesk } from '../../../../renderer/bridge/fake-desk';
import { db } from '../../../../renderer/data/db';
import { createProjection } from '../../../../renderer/data/worker/projection';
import { acceptance, contract, decision, draft, planItem, put } from '../../data/support/records';

const OWN = '1'.repeat(32) as StationId;
const UNIT = '2'.repeat(32) as StationId;

let station: Station;
let own: RecordId;
let foreign: RecordId;
let unfinished: RecordId;
let decided: RecordId;
let agreed: RecordId;
let accepted: RecordId;

beforeAll(async () => {
  await readyCrypto();
  const fake = createFakeDesk();
  station = { ...fake.station, stationId: OWN, officeKind: 'county' };
  [own, unfinished, decided, agreed, accepted] = [fake.newId(OWN), fake.newId(OWN), fake.newId(OWN), fake.newId(OWN), fake.newId(OWN)];
  foreign = fake.newId(UNIT);
  fake.receive(UNIT, foreign, [put('planItems', foreign, 1, planItem(foreign, { name: '旗里的项目' }))]);
  const hash = fake.heads()[0]?.hash ?? ('' as never);
  fake.receive(OWN, own, [
    put('planItems', own, 1, planItem(own, { name: '自己的项目' })),
    put('decisions', decided, 1, decision(foreign, 1, hash, { outcome: 'cut', amountFen: 500 })),
    put('contracts', agreed, 1, contract(own, { number: 'HT-1', name: '合同' })),
    put('acceptances', accepted, 1, acceptance(agreed, { number: 'YS-1' })),
    put('drafts', own, 1, draft({ basedOnRev: 1, form: { name: '自己的项目' } })),
    put('drafts', unfinished, 1, draft({ form: { number: '2026-9', name: '', quantity: '2', unitPrice: '1.50' } })),
  ]);
  await createProjection({ db, readJournal: fake.readJournal }).sync(fake.heads());
});
afterAll(() => db.delete());

describe('readViews', () => {
  it('opens a record where this office works on it, with its standing and amount', async () => {
    const views = await readViews([{ table: 'planItems', id: own }, { table: 'planItems', id: foreign }, { table: 'decisions', id: decided }, { table: 'contracts', id: agreed }], station);
    expect(views.map(({ to, standing, amountFen }) => [to, standing?.word, amountFen])).toEqual([
      [`/plan/${own}`, 'finalised', 1_200_000],
      [`/review/${foreign}`, 'decided', 1_200_000],
      [`/review/${foreign}`, 'decided', 500],
      [`/contracts/${agreed}`, 'finalised', 900_000],
    ]);
  });

  it('shows a record once, official before its draft, and a draft by what is typed', async () => {
    const views = await readViews([{ table: 'drafts', id: own }, { table: 'planItems', id: own }, { table: 'drafts', id: unfinished }], station);
    expect(views.map(({ name, standing, amountFen }) => [name, standing?.word, amountFen])).toEqual([
      ['自己的项目', 'finalised', 1_200_000],
      ['未命名', 'draft', 300],
    ]);
  });

  it('finds the draft of a record that is not official yet, and leaves out what is gone', async () => {
    const views = await readViews([{ table: 'planItems', id: unfinished }, { table: 'contracts', id: foreign }], station);
    expect(views.map(({ to }) => to)).toEqual([`/plan/${unfinished}`]);
  });

  it.each(['unit', 'county', 'league', 'region'] as const)('opens contracts and acceptances at a %s, since every office has their pages', async (officeKind) => {
    expect(AREAS.filter(({ path }) => path === '/contracts' || path === '/acceptances').every(({ offices }) => offices.includes(officeKind))).toBe(true);
    const views = await readViews([{ table: 'contracts', id: agreed }, { table: 'acceptances', id: accepted }], { ...station, officeKind });
    expect(views.map(({ to, name }) => [to, name])).toEqual([[`/contracts/${agreed}`, '合同'], [`/acceptances/${accepted}`, '合同']]);
  });
});
