import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import type { PlanItem } from '#shared/domain/plan-item';
import { readyCrypto } from '#shared/crypto/sm3';
import { createFakeDesk, type FakeDesk } from '../../../../../renderer/bridge/fake-desk';
import { createDb, type DeskDb } from '../../../../../renderer/data/db';
import { type ProjectionPort, SEARCH_TABLES } from '../../../../../renderer/data/port';
import { createProjection } from '../../../../../renderer/data/worker/projection';
import { acceptance, contract, decision, draft, planItem, put, remove } from '../../support/records';
import { ask, rowsFound } from '../../support/searching';

const UNIT = '2'.repeat(32) as StationId;
const NAMES = ['居家养老上门服务', '银行代收服务', '5G网络维护', '农牧民技能培训'];

let fake: FakeDesk;
let db: DeskDb;
let projection: ProjectionPort;
let ids: RecordId[];

beforeAll(readyCrypto);
beforeEach(async () => {
  fake = createFakeDesk();
  db = createDb('search');
  projection = createProjection({ db, readJournal: fake.readJournal });
  ids = NAMES.map(() => fake.newId(UNIT));
  await take(...ids.map((id, i) => put('planItems', id, 1, planItem(id, { number: `2026-00${String(9 - i)}`, name: NAMES[i] ?? '' }))));
});
afterEach(() => db.delete());

async function take(...changes: Parameters<FakeDesk['receive']>[2][number][]): Promise<void> {
  fake.receive(UNIT, ids[0] ?? fake.newId(UNIT), changes);
  await projection.sync(fake.heads());
}

async function named(text: string, year = 2026): Promise<readonly string[]> {
  const rows = await rowsFound(db, projection, 'planItems', { text, year, order: 'listed' });
  return rows.map(({ body }) => (body as PlanItem).name);
}

describe('createSearch', () => {
  it('finds by characters, number, initials and whole syllables', async () => {
    expect(await named('养老')).toEqual(['居家养老上门服务']);
    expect(await named('2026-007')).toEqual(['5G网络维护']);
    expect(await named('YHDS')).toEqual(['银行代收服务']);
    expect(await named('yanglao')).toEqual(['居家养老上门服务']);
    expect(await named('5gwl')).toEqual(['5G网络维护']);
    expect(await named('５G网')).toEqual(['5G网络维护']);
    expect(await named('没有')).toEqual([]);
  });

  it('wants every word and lists in order of number', async () => {
    expect(await named('服务 银行')).toEqual(['银行代收服务']);
    expect(await named('服务')).toEqual(['银行代收服务', '居家养老上门服务']);
    expect((await named('')).slice(0, 2)).toEqual(['农牧民技能培训', '5G网络维护']);
    expect(await named('养老', 2025)).toEqual([]);
  });

  it('says how many there are beyond those it names', async () => {
    const { hits } = await ask(projection, { text: '服务', limit: 1 });
    expect(hits).toEqual([{ table: 'planItems', ids: [ids[1]], total: 2 }]);
  });

  it('puts a number that begins with the word first, then a name that does, the newest year first', async () => {
    const [old, fresh, byName, byNumber] = ids.map(() => fake.newId(UNIT)) as [RecordId, RecordId, RecordId, RecordId];
    await take(
      put('planItems', old, 1, planItem(old, { year: 2024, number: 'A-1', name: '社区养护' })),
      put('planItems', fresh, 1, planItem(fresh, { year: 2027, number: 'A-2', name: '社区养护' })),
      put('planItems', byName, 1, planItem(byName, { year: 2020, number: 'A-3', name: '养护社区' })),
      put('planItems', byNumber, 1, planItem(byNumber, { year: 2019, number: '养护-4', name: '某社区' })),
    );
    for (const text of ['养护', 'yanghu', 'yh']) {
      const rows = await rowsFound(db, projection, 'planItems', { text });
      expect(rows.map(({ id }) => id).filter((id) => !ids.includes(id)), text).toEqual([byNumber, byName, fresh, old]);
    }
  });

  it('finds an amount however it is written, and numbers that hold the same digits', async () => {
    const [wan, exact, digits] = ids.map(() => fake.newId(UNIT)) as [RecordId, RecordId, RecordId];
    await take(
      put('planItems', wan, 1, planItem(wan, { number: '1', amountFen: 1_300_000 })),
      put('planItems', exact, 1, planItem(exact, { number: '2', amountFen: 120_050 })),
      put('planItems', digits, 1, planItem(digits, { number: '13000', amountFen: 500 })),
    );
    const found = async (text: string) => (await rowsFound(db, projection, 'planItems', { text })).map(({ id }) => id);
    expect(await found('13000')).toEqual([digits, wan]);
    expect(await found('1.3万')).toEqual([wan]);
    expect(await found('１３，０００．００')).toEqual([wan]);
    expect(await found('1,200.50')).toEqual([exact]);
    expect(await found('1200.5 养老')).toEqual([exact]);
  });

  it('finds records of every table', async () => {
    const id = () => fake.newId(UNIT);
    const [item] = ids as [RecordId];
    const office = { stationId: UNIT, name: '察右后旗民政局', uscc: '11152628011570001X', regionCode: '150928' };
    await take(
      put('decisions', id(), 1, decision(item, 1, 'a'.repeat(64) as never)),
      put('contracts', id(), 1, contract(item, { number: 'HT-2026-9', name: '养老服务合同', supplier: { name: '安康社工中心', uscc: '52150000MJ00000001', type: 'P1' } })),
      put('acceptances', id(), 1, acceptance(item, { number: 'YS-3' })),
      put('buyers', id(), 1, { name: office.name, uscc: office.uscc }),
      put('stations', id(), 1, office),
      put('admissions', id(), 1, office),
      put('drafts', id(), 1, draft({ form: { number: '2026-031', name: '未完成的草案', quantity: '3', unitPrice: '100.50' } })),
      put('dispatches', id(), 1, { bundleId: 'B-20260302-7', fileName: '报送.gfb' }),
      put('receipts', id(), 1, { bundleId: 'B-20260302-8' }),
    );
    const tablesOf = async (text: string) =>
      (await ask(projection, { text, tables: SEARCH_TABLES })).hits.filter(({ total }) => total > 0).map(({ table }) => table);
    expect(await tablesOf('某财预')).toEqual(['decisions']);
    expect(await tablesOf('ankang')).toEqual(['contracts']);
    expect(await tablesOf('8000')).toEqual(['acceptances']);
    expect(await tablesOf('cyhq')).toEqual(['buyers', 'stations', 'admissions']);
    expect(await tablesOf('301.5')).toEqual(['drafts']);
    expect(await tablesOf('b-20260302')).toEqual(['dispatches', 'receipts']);
  });

  it('drops a draft once its record is official', async () => {
    const id = fake.newId(UNIT);
    await take(put('drafts', id, 1, draft({ form: { name: '社区矫正辅助' } })));
    const tablesOf = async () => (await ask(projection, { text: '矫正', tables: ['planItems', 'drafts'] })).hits.map(({ total }) => total);
    expect(await tablesOf()).toEqual([0, 1]);
    await take(put('planItems', id, 1, planItem(id, { name: '社区矫正辅助' })));
    expect(await tablesOf()).toEqual([1, 0]);
  });

  it('answers at once with what it has read, and says how much that is', async () => {
    const first = await ask(projection, { whole: false });
    expect(first).toEqual({ hits: [{ table: 'planItems', ids: [], total: 0 }], ready: first.ready });
    await ask(projection, { whole: true });
    expect(await ask(projection, { whole: false, limit: 0 })).toEqual({ hits: [{ table: 'planItems', ids: [], total: 4 }], ready: 1 });
  });

  it('knows nothing of the old rows after a rebuild', async () => {
    await named('养老');
    fake.receive(UNIT, ids[0] as RecordId, [put('planItems', ids[0] as RecordId, 2, planItem(ids[0] as RecordId, { name: '日间照料' }))]);
    await projection.sync(fake.heads(), true);
    expect(await named('养老')).toEqual([]);
    expect(await named('rjzl')).toEqual(['日间照料']);
  });

  it('finds every record by each of its keys, and after any changes what a fresh index finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyChange(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (rounds) => {
        const desk = createFakeDesk();
        const tables = createDb('search-property');
        const kept = createProjection({ db: tables, readJournal: desk.readJournal });
        const pool = Array.from({ length: 6 }, () => desk.newId(UNIT));
        const revs = new Map<RecordId, number>();
        for (const changes of rounds) {
          const lines = changes.map(({ at, body }) => {
            const id = pool[at] as RecordId;
            const rev = (revs.get(id) ?? 0) + 1;
            revs.set(id, rev);
            return body === null ? remove('planItems', id, rev) : put('planItems', id, rev, planItem(id, body));
          });
          desk.receive(UNIT, pool[0] as RecordId, lines);
          await kept.sync(desk.heads());
          const fresh = createProjection({ db: tables, readJournal: desk.readJournal });
          const rows = await tables.planItems.toArray();
          for (const text of ['', '服务', 'fw', '2026', 'yanglao 00', '12000']) {
            for (const order of ['best', 'listed'] as const) expect(await ask(kept, { text, order })).toEqual(await ask(fresh, { text, order }));
          }
          for (const { id, body } of rows) {
            for (const text of [body.number, body.name, formatYuan(body.amountFen), `${body.name} ${body.number}`]) {
              expect((await ask(kept, { text })).hits[0]?.ids).toContain(id);
            }
          }
        }
        await tables.delete();
      }),
      { numRuns: 25 },
    );
  });
});

function anyChange() {
  const body = fc.record({
    number: fc.constantFrom('2026-001', '2026-002', 'X-12000'),
    name: fc.constantFrom(...NAMES, '养老服务补贴'),
    year: fc.constantFrom(2025, 2026),
    amountFen: fc.constantFrom(1_200_000, 500),
  });
  return fc.record({ at: fc.nat({ max: 5 }), body: fc.option(body) });
}
