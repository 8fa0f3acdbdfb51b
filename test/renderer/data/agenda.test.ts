import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import type { Contract } from '#shared/domain/contract';
import { watchRanges } from '#shared/domain/deadlines/watch';
import { MAX_NOTICED_DEADLINES, type Noticed, noticedSchema } from '#shared/ipc/notices';
import { setDesk } from '../../../renderer/bridge/desk';
import { createFakeDesk, type FakeDesk } from '../../../renderer/bridge/fake-desk';
import { openEntries, readAgenda } from '../../../renderer/data/agenda';
import { db, watchKey } from '../../../renderer/data/db';
import { readOutstanding, readSentBundles } from '../../../renderer/data/dispatches';
import { markDone, unmarkDone } from '../../../renderer/data/done-marks';
import { decisionsOf, readNewDecisions } from '../../../renderer/data/new-decisions';
import { readNews, splitReminders } from '../../../renderer/data/news';
import { startData, stopData, syncNow } from '../../../renderer/data/start';
import { createProjection } from '../../../renderer/data/worker/projection';
import { readAcceptanceKeys } from '../../../renderer/features/acceptance/queries';
import { readContractKeys } from '../../../renderer/features/contract/queries';
import { readAnswers, readExchangeState, readUndated } from '../../../renderer/features/home/queries';
import { acceptance, contract, decision, planItem, put } from './support/records';

const OWN = '1'.repeat(32) as StationId;
const UNIT = '2'.repeat(32) as StationId;
const COUNTY = '3'.repeat(32) as StationId;
const TODAY = '2026-05-04';

let fake: FakeDesk;
let operator: RecordId;
let item: RecordId;
const ids: Record<'running' | 'settled' | 'foreign' | 'draft' | 'accepted', RecordId> = {} as never;

const admission = (stationId: StationId, relation: 'superior' | 'subordinate') => ({ stationId, name: '某旗财政局', officeKind: 'county', regionCode: '150121', relation, state: 'admitted' });
const dispatch = (bundleId: string, seq: number) => ({ bundleId, bundleSm3: '5'.repeat(64), fileName: `${bundleId}.gfb`, sizeBytes: 1, recipientId: COUNTY, heads: [{ author: OWN, seq, hash: '5'.repeat(64) }] });
const full = (parts: Partial<Contract>): Partial<Contract> =>
  contract(item, {
    number: 'HT-1', name: '照料合同', supplier: { name: '某公司', uscc: '', type: 'P3' }, method: 'consultation', filingNumber: '', schedule: [], amountFen: 1000, ...parts,
  });

beforeAll(async () => {
  await readyCrypto();
  fake = createFakeDesk({ stationId: OWN });
  setDesk(fake.desk);
  operator = fake.signedInAs();
  item = fake.newId();
  for (const name of ['running', 'settled', 'draft', 'accepted'] as const) ids[name] = fake.newId();
  ids.foreign = fake.newId(UNIT);
  fake.receive(OWN, operator, [put('planItems', item, 1, planItem(operator, { amountFen: 900 }))]);
  const hash = fake.heads().find(({ author }) => author === OWN)?.hash as Sm3Hex;
  fake.receive(OWN, operator, [
    put('contracts', ids.running, 1, full({ signedOn: '2026-04-30', endsOn: '2026-12-31', schedule: [{ kind: 1, dueOn: '2026-05-20', amountFen: 400, condition: '' }] })),
    put('contracts', ids.settled, 1, full({ signedOn: '2024-01-10', endsOn: '2024-12-31' })),
    put('acceptances', ids.accepted, 1, acceptance(ids.settled, { acceptedOn: '2024-12-31', payableFen: 1000 })),
    put('admissions', fake.newId(), 1, admission(COUNTY, 'superior')),
  ]);
  fake.receive(UNIT, operator, [put('contracts', ids.foreign, 1, full({ signedOn: '2026-04-30', endsOn: '2026-12-31', amountFen: 70 }))]);
  fake.receive(COUNTY, operator, [
    put('decisions', fake.newId(COUNTY), 1, decision(item, 1, hash, { decidedOn: '2026-04-20', amountFen: 800 })),
    put('decisions', fake.newId(COUNTY), 1, decision(fake.newId(UNIT), 1, hash)),
  ]);
  await fake.desk.commit({
    chain: 'working',
    changes: [
      put('drafts', ids.draft, 1, { kind: 'contracts', year: 2026, basedOnRev: 0, form: { awardNoticeOn: '2026-04-10', name: '新合同' } }),
      put('dispatches', fake.newId(), 1, dispatch('b1', 1)),
      put('dispatches', fake.newId(), 1, dispatch('b2', 3)),
    ],
  });
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
});
afterAll(async () => {
  stopData();
  setDesk(null);
  await db.delete();
});

const kinds = async () => (await readAgenda(OWN, TODAY)).entries.map(({ deadline }) => deadline.kind);

describe('readAgenda', () => {
  it('gathers what is due from own contracts, drafts, approvals and bundles, earliest first', async () => {
    expect(await kinds()).toEqual(['receipt', 'receipt', 'contract-publish', 'contract-sign', 'budget-publish', 'contract-file', 'instalment']);
    const { entries } = await readAgenda(OWN, TODAY);
    expect(entries.map(({ deadline }) => deadline.dueOn)).toEqual([...entries.map(({ deadline }) => deadline.dueOn)].sort());
    const sign = entries.find(({ deadline }) => deadline.kind === 'contract-sign');
    expect(sign).toMatchObject({ subject: '新合同', to: `/contracts/${ids.draft}/edit`, deadline: { dueOn: '2026-05-10' } });
    expect(entries.find(({ deadline }) => deadline.kind === 'budget-publish')).toMatchObject({ subject: '某财预〔2026〕12号', deadline: { dueOn: '2026-05-10', amountFen: 800 } });
  });

  it('passes over a contract whose last word was said long ago, and those of other offices', async () => {
    const { entries } = await readAgenda(OWN, TODAY);
    const about = new Set(entries.map(({ deadline }) => deadline.recordId));
    expect(about.has(ids.running)).toBe(true);
    expect(about.has(ids.settled) || about.has(ids.foreign)).toBe(false);
  });

  it('keeps what was noted as settled apart until the note is taken back', async () => {
    const key = `contract-publish/${ids.running}`;
    expect((await markDone(OWN, operator, key)).ok).toBe(true);
    const marked = (await readAgenda(OWN, TODAY)).entries.find(({ deadline }) => deadline.key === key);
    expect(marked?.mark).not.toBeNull();
    expect(openEntries(await readAgenda(OWN, TODAY)).some(({ deadline }) => deadline.key === key)).toBe(false);
    expect((await unmarkDone(marked?.mark as RecordId)).ok).toBe(true);
    expect(openEntries(await readAgenda(OWN, TODAY)).some(({ deadline }) => deadline.key === key)).toBe(true);
  });
});

describe('readNewDecisions', () => {
  it('counts decisions on own items after the line that was told, and remembers every line seen', async () => {
    const first = await readNewDecisions(OWN, []);
    expect(first).toEqual({ count: 1, seen: [{ author: COUNTY, seq: 2 }] });
    expect(await readNewDecisions(OWN, first.seen)).toEqual({ count: 0, seen: first.seen });
    expect((await decisionsOf(COUNTY, 10)).map(({ seq }) => seq)).toEqual([2, 1]);
  });
});

describe('readNews', () => {
  it('R073 tells of a contract that is to be signed seven, three and one days before the thirtieth, once each, until it is settled', async () => {
    // The notice of the draft went out on 2026-04-10, so the last day is 2026-05-10.
    let noticed: Noticed = { decisions: [], deadlines: [] };
    const tell = async (today: string) => {
      const news = await readNews(OWN, today, noticed);
      noticed = { ...news.noticed, decisions: [...news.noticed.decisions] };
      return news.signings;
    };
    const days = ['2026-05-02', '2026-05-03', '2026-05-03', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09', '2026-05-10', '2026-05-11'];
    const told: number[] = [];
    for (const day of days) told.push(await tell(day));
    expect(told).toEqual([0, 1, 0, 0, 1, 0, 1, 0, 0]);
    // What is near no more is not remembered either.
    expect(noticed.deadlines.filter((key) => key.startsWith('contract-sign/'))).toEqual([]);
    noticed = { decisions: [], deadlines: [] };
    expect((await markDone(OWN, operator, `contract-sign/${ids.draft}`)).ok).toBe(true);
    expect(await tell('2026-05-09')).toBe(0);
  });
});

describe('readAnswers', () => {
  it('shows decisions of the superior on own items only', async () => {
    const answers = await readAnswers(OWN);
    expect(answers.map((answer) => [answer.item?.id, answer.decision.body.amountFen])).toEqual([[item, 800]]);
  });
});

describe('readUndated and readExchangeState', () => {
  it('count drafts and what has not left since the last bundle', async () => {
    expect(await readUndated(OWN, 2026)).toEqual({ drafts: { planItems: 0, decisions: 0, contracts: 1, acceptances: 0 }, pending: 0, returned: 0 });
    expect(await readExchangeState(OWN)).toMatchObject({ canSend: true, unsentLines: 2, lastOpened: null });
  });
});

describe('readContractKeys and readAcceptanceKeys', () => {
  const year = 2026;

  it('give a year, a category and an office, latest first', async () => {
    expect(new Set(await readContractKeys({ year, category: null, author: null }, Infinity))).toEqual(new Set([ids.running, ids.foreign]));
    expect(await readContractKeys({ year, category: null, author: OWN }, Infinity)).toEqual([ids.running]);
    expect(new Set(await readContractKeys({ year, category: 1, author: null }, Infinity))).toEqual(new Set([ids.running, ids.foreign]));
    expect(await readContractKeys({ year, category: 2, author: null }, Infinity)).toEqual([]);
    expect(await readContractKeys({ year: 2024, category: 1, author: OWN }, 1)).toEqual([ids.settled]);
    expect(await readAcceptanceKeys({ year: 2024, category: 1, author: OWN }, Infinity)).toEqual([ids.accepted]);
    expect(await readAcceptanceKeys({ year: 2024, category: 0, author: null }, Infinity)).toEqual([]);
    expect(await readAcceptanceKeys({ year, category: null, author: null }, Infinity)).toEqual([]);
  });
});

describe('readAgenda with many contracts', () => {
  it('lists what is due under every one of them, and reads none that has nothing to say', async () => {
    const due = Array.from({ length: 1200 }, () => fake.newId());
    const far = Array.from({ length: 20 }, () => fake.newId());
    fake.receive(OWN, operator, [
      ...due.map((id) => put('contracts', id, 1, full({ signedOn: '2025-01-10', endsOn: '2027-12-31', filingNumber: '备', schedule: [{ kind: 1, dueOn: '2026-05-06', amountFen: 1, condition: '' }] }))),
      ...far.map((id) => put('contracts', id, 1, full({ signedOn: '2025-01-10', endsOn: '2027-12-31', filingNumber: '备', schedule: [{ kind: 1, dueOn: '2027-05-06', amountFen: 1, condition: '' }] }))),
    ]);
    await syncNow();
    const about = (await readAgenda(OWN, TODAY)).entries.filter(({ deadline }) => deadline.kind === 'instalment' && deadline.dueOn === '2026-05-06').map(({ deadline }) => deadline.recordId);
    expect(new Set(about)).toEqual(new Set(due));
    const watched = async (today: string) => new Set((await Promise.all(watchRanges(today).map(([from, to]) => db.commitments.where('watch').between(watchKey(OWN, from), watchKey(OWN, to), true, true).primaryKeys()))).flat());
    const now = await watched(TODAY);
    expect(far.filter((id) => now.has(id))).toEqual([]);
    const then = await watched('2027-05-01');
    expect(far.every((id) => then.has(id))).toBe(true);
  });

  it('三(四)3 goes on asking after an acceptance that failed, until what came after it passed', async () => {
    const id = fake.newId();
    const [failed, passed] = [fake.newId(), fake.newId()];
    const asked = async () => (await readAgenda(OWN, TODAY)).entries.filter(({ to }) => to === `/contracts/${id}` || to === `/acceptances/${failed}`).map(({ deadline, to }) => [deadline.kind, to]);
    fake.receive(OWN, operator, [
      put('contracts', id, 1, full({ signedOn: '2024-01-10', endsOn: '2024-12-31', filingNumber: '备' })),
      put('acceptances', failed, 1, acceptance(id, { acceptedOn: '2025-01-05', outcome: 'failed', payableFen: 0 })),
    ]);
    await syncNow();
    expect(await asked()).toEqual([['acceptance-cure', `/acceptances/${failed}`]]);
    fake.receive(OWN, operator, [put('acceptances', passed, 1, acceptance(id, { acceptedOn: '2025-03-05', outcome: 'passed', payableFen: 10 }))]);
    await syncNow();
    expect(await asked()).toEqual([]);
  });
});

describe('readOutstanding', () => {
  it('takes a receipt for the bundle it names and for every earlier one its heads cover, from that recipient only', async () => {
    const names = async () => (await readOutstanding(OWN)).map(({ dispatch: sent }) => sent.body.bundleId);
    expect(await names()).toEqual(['b1', 'b2']);
    const receipt = (bundleId: string, seq: number) => ({ bundleId, bundleSm3: '5'.repeat(64), senderId: OWN, heads: [{ author: OWN, seq, hash: '5'.repeat(64) }] });
    const receivedAt = async () => (await readSentBundles(OWN)).map((sent) => sent.receivedAt);
    // Another office's word is no receipt, whichever bundle it names and whatever it holds.
    fake.receive(UNIT, operator, [put('receipts', fake.newId(UNIT), 1, receipt('b1', 9))]);
    await syncNow();
    expect(await names()).toEqual(['b1', 'b2']);
    expect(await receivedAt()).toEqual([null, null]);
    fake.receive(COUNTY, operator, [put('receipts', fake.newId(COUNTY), 1, receipt('later', 2))]);
    await syncNow();
    expect(await names()).toEqual(['b2']);
    const [later] = await db.receipts.where('body.bundleId').equals('later').toArray();
    expect(await receivedAt()).toEqual([later?.at, null]);
    fake.receive(COUNTY, operator, [put('receipts', fake.newId(COUNTY), 1, receipt('b2', 0))]);
    await syncNow();
    expect(await names()).toEqual([]);
  });
});

describe('splitReminders', () => {
  it('never remembers more than the bound, tells nothing twice, and tells the rest once there is room', () => {
    const near = Array.from({ length: MAX_NOTICED_DEADLINES + 1000 }, (_, at) => ({ reminder: `k/${String(at)}` }));
    const first = splitReminders(near, []);
    expect(first.due).toEqual(near.slice(0, MAX_NOTICED_DEADLINES));
    const remembered = [...first.kept, ...first.due.map(({ reminder }) => reminder)];
    expect(noticedSchema.safeParse({ decisions: [], deadlines: remembered }).success).toBe(true);
    expect(noticedSchema.safeParse({ decisions: [], deadlines: [...remembered, 'k/one-more'] }).success).toBe(false);

    expect(splitReminders(near, remembered)).toEqual({ kept: remembered, due: [] });

    const later = splitReminders(near.slice(600), remembered);
    expect(later.kept).toEqual(remembered.slice(600));
    expect(later.due).toEqual(near.slice(MAX_NOTICED_DEADLINES, MAX_NOTICED_DEADLINES + 600));
  });
});
