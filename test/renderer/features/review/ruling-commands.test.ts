// Rulings begun, taken over, thrown away and made, over the real write path and the real tables.
import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assert } from '#shared/base/assert';
import type { RecordId, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../../renderer/bridge/desk';
import { createFakeDesk, type FakeDesk } from '../../../../renderer/bridge/fake-desk';
import { readViews } from '../../../../renderer/app/search-palette/record-view';
import { saveDraft } from '../../../../renderer/data/commit';
import { db, type RowOf } from '../../../../renderer/data/db';
import { draftFacts } from '../../../../renderer/data/draft-facts';
import { undo } from '../../../../renderer/data/history';
import { startData, stopData } from '../../../../renderer/data/start';
import { resetSyncState } from '../../../../renderer/data/sync-store';
import { createProjection } from '../../../../renderer/data/worker/projection';
import { carryRuling, decide, decideMany, decisionFor, dropRuling, type Ruling, takeOverRuling } from '../../../../renderer/features/review/commands';
import { readReviewSubject } from '../../../../renderer/features/review/queries';
import { blankRuling, rulingDraft } from '../../../../renderer/features/review/ruling-draft';
import { readItemRuling, readRulingDrafts } from '../../../../renderer/features/review/ruling-reads';
import { planItem, put } from '../../data/support/records';

const UNIT = '2'.repeat(32) as StationId;
const RULING = { outcome: 'approved', opinion: '', documentNumber: '某财预〔2026〕12号', decidedOn: '2026-03-10' } as const;

let fake: FakeDesk;
let own: StationId;
let me: RecordId;
let colleague: RecordId;
let itemId: RecordId;
let otherId: RecordId;
let person: RecordId;

async function follow(): Promise<void> {
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
}

beforeAll(readyCrypto);
beforeEach(async () => {
  resetSyncState();
  fake = createFakeDesk({ officeKind: 'county' });
  setDesk(fake.desk);
  own = fake.station.stationId;
  [me, colleague] = fake.operators.map(({ id }) => id) as [RecordId, RecordId];
  [itemId, otherId, person] = [fake.newId(UNIT), fake.newId(UNIT), fake.newId(UNIT)];
  fake.receive(UNIT, person, [put('planItems', itemId, 1, planItem(person, { number: '2026-017', name: '居家养老' })), put('planItems', otherId, 1, planItem(person))]);
  await follow();
});
afterEach(async () => {
  stopData();
  setDesk(null);
  await db.delete();
  await db.open();
});

async function item(id = itemId): Promise<RowOf<'planItems'>> {
  const row = await db.planItems.get(id);
  assert(row !== undefined, 'the item is here');
  return row;
}

async function begin(opinion = '请核减', by = me): Promise<RecordId> {
  const row = await item();
  const { freshId } = await readItemRuling(row, own);
  expect((await saveDraft(freshId, rulingDraft({ ...blankRuling(row, by), opinion }, 2026))).ok).toBe(true);
  return freshId;
}

const held = async () => readItemRuling(await item(), own);

describe('readItemRuling', () => {
  it('gives the same id again while nothing has been saved, and then the draft', async () => {
    const { freshId } = await held();
    expect((await held()).freshId).toBe(freshId);
    expect(await begin()).toBe(freshId);
    expect((await held()).draft).toMatchObject({ id: freshId, typed: { opinion: '请核减', decidedBy: me } });
  });

  it('takes a ruling up again under the id it has in the bin, so that there are never two', async () => {
    const id = await begin();
    await dropRuling(id);
    expect(await held()).toMatchObject({ draft: null, freshId: id });
    expect(await begin('另写')).toBe(id);
    expect(await db.bin.count()).toBe(0);
    expect((await readRulingDrafts()).map(({ typed }) => typed.opinion)).toEqual(['另写']);
  });

  it('knows the text the ruling was typed about after the item came anew', async () => {
    await begin();
    fake.receive(UNIT, person, [put('planItems', itemId, 2, planItem(person, { name: '改过的名称' }))]);
    await follow();
    const { draft, about } = await held();
    expect([draft?.typed.planItemRev, about?.name]).toEqual([1, '居家养老']);
  });
});

describe('takeOverRuling', () => {
  it('makes the ruling the other operator’s, who alone decides by it', async () => {
    const id = await begin();
    fake.signIn(colleague);
    const { draft } = await held();
    assert(draft !== null, 'the draft is here');
    await takeOverRuling(id, draft.typed, 2026, colleague);
    expect((await held()).draft?.typed).toMatchObject({ opinion: '请核减', decidedBy: colleague });
  });
});

describe('carryRuling', () => {
  it('lays the words under the present revision as unchecked, and is undone in one step', async () => {
    const id = await begin();
    fake.receive(UNIT, person, [put('planItems', itemId, 2, planItem(person))]);
    await follow();
    const { draft } = await held();
    assert(draft !== null, 'the draft is here');
    await carryRuling(id, draft.typed, await item(), me);
    expect((await held()).draft?.typed).toMatchObject({ planItemRev: 2, carriedFrom: 1, opinion: '请核减' });
    expect(await undo(`decisions/${id}`)).toMatchObject({ ok: true, value: { label: '带入上次送审的意见' } });
    expect((await held()).draft?.typed).toMatchObject({ planItemRev: 1, carriedFrom: 0 });
  });
});

describe('decide', () => {
  it('takes the draft away with the decision, and a later ruling on the item begins anew', async () => {
    const id = await begin();
    const subject = await readReviewSubject(itemId);
    assert(subject !== null, 'the item is here');
    const ruling = { ...RULING, outcome: 'returned', amountFen: 0, opinion: '请核减', fieldOpinions: [] } satisfies Ruling;
    expect((await decide(id, decisionFor(subject, ruling, me))).ok).toBe(true);
    const after = await held();
    expect([after.draft, await db.drafts.count(), (await db.decisions.get(id))?.body.opinion]).toEqual([null, 0, '请核减']);
    expect(after.freshId).not.toBe(id);
  });
});

describe('decideMany', () => {
  it('leaves out an item of which a ruling has been begun, and says so', async () => {
    await begin();
    const reply = await decideMany(own, [itemId, otherId], RULING, me);
    assert(reply.ok, 'nothing fails');
    expect(reply.value.decided).toBe(1);
    expect(reply.value.refused.map(({ subject, drafted }) => [subject.item.id, drafted])).toEqual([[itemId, true]]);
    expect((await readRulingDrafts()).length).toBe(1);
  });
});

describe('the draft of a ruling', () => {
  it('is named by its project wherever drafts are listed, and opens there', async () => {
    const id = await begin();
    const row = await db.drafts.get(id);
    assert(row !== undefined, 'the draft is here');
    expect(draftFacts(row.body)).toEqual({ number: '2026-017', name: '居家养老', amountFen: 1_200_000 });
    const [view] = await readViews([{ table: 'drafts', id }], fake.station);
    expect(view).toMatchObject({ group: 'decision', number: '2026-017', standing: { word: 'draft' }, to: `/review/${itemId}` });
  });
});
