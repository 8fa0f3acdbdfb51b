import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { createFakeDesk, type FakeDesk } from '../../../../renderer/bridge/fake-desk';
import { createDb, type DeskDb } from '../../../../renderer/data/db';
import type { ProjectionPort } from '../../../../renderer/data/port';
import { createProjection } from '../../../../renderer/data/worker/projection';
import { findItems, joinTexts, searchWords } from '../../../../renderer/data/worker/search-index';
import { planItem, put, remove } from '../support/records';

const UNIT = '2'.repeat(32) as never;
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

async function found(text: string, year = 2026, limit = 10): Promise<{ names: string[]; total: number }> {
  const result = await projection.search(year, text, limit);
  if (!result.ok) throw new Error(result.error.code);
  const rows = await db.planItems.bulkGet([...result.value.ids]);
  return { names: rows.map((row) => row?.body.name ?? ''), total: result.value.total };
}

describe('createSearch', () => {
  it('finds by characters, number and initials, read in the context of the word', async () => {
    expect((await found('养老')).names).toEqual(['居家养老上门服务']);
    expect((await found('2026-007')).names).toEqual(['5G网络维护']);
    expect((await found('YHDS')).names).toEqual(['银行代收服务']);
    expect((await found('5gwl')).names).toEqual(['5G网络维护']);
    expect((await found('5G网')).names).toEqual(['5G网络维护']);
    expect((await found('没有')).total).toBe(0);
  });

  it('wants every word and answers in order of number', async () => {
    expect((await found('服务 银行')).names).toEqual(['银行代收服务']);
    expect((await found('服务')).names).toEqual(['银行代收服务', '居家养老上门服务']);
    expect(await found('', 2026, 2)).toEqual({ names: ['农牧民技能培训', '5G网络维护'], total: 4 });
    expect((await found('养老', 2025)).total).toBe(0);
  });

  it('follows revisions, removals and items that change their year', async () => {
    await found('养老');
    await found('jjyl');
    const [elder, bank, net] = ids as [RecordId, RecordId, RecordId];
    await take(
      put('planItems', elder, 2, planItem(elder, { number: '2026-000', name: '社区养老服务' })),
      remove('planItems', bank, 2),
      put('planItems', net, 2, planItem(net, { year: 2027, name: '5G网络维护' })),
    );
    expect((await found('服务')).names).toEqual(['社区养老服务']);
    expect((await found('sqyl')).names).toEqual(['社区养老服务']);
    expect((await found('jjyl')).total).toBe(0);
    expect((await found('')).names).toEqual(['社区养老服务', '农牧民技能培训']);
    expect((await found('网络', 2027)).names).toEqual(['5G网络维护']);
  });
});

describe('findItems', () => {
  it('finds exactly the items that hold every word', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 6 }), { maxLength: 12 });
    const query = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 5 });
    fc.assert(
      fc.property(texts, query, (parts, typed) => {
        const hits: number[] = [];
        const words = searchWords(typed);
        findItems(joinTexts(parts), words, (index) => hits.push(index));
        expect(hits).toEqual(parts.flatMap((part, index) => (words.every((word) => part.includes(word)) ? [index] : [])));
      }),
      { numRuns: 2000 },
    );
  });
});
