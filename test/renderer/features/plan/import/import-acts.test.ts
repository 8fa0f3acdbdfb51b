// An import over the real write path and the real tables: what happened to a project since it was looked at is never written over.
import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { setDesk } from '../../../../../renderer/bridge/desk';
import { createFakeDesk, type FakeDesk } from '../../../../../renderer/bridge/fake-desk';
import { finalise, saveDraft } from '../../../../../renderer/data/commit';
import { db } from '../../../../../renderer/data/db';
import { binDrafts, undo } from '../../../../../renderer/data/history';
import { startData, stopData } from '../../../../../renderer/data/start';
import { resetSyncState } from '../../../../../renderer/data/sync-store';
import { createProjection } from '../../../../../renderer/data/worker/projection';
import { takeOverDraft } from '../../../../../renderer/features/plan/commands';
import { toDraft } from '../../../../../renderer/features/plan/drafts';
import { heldPlans } from '../../../../../renderer/features/plan/import/held-plans';
import { type Desk, importRows, reasonText, recordStops } from '../../../../../renderer/features/plan/import/import-acts';
import type { JudgedRow } from '../../../../../renderer/features/plan/import/judge-rows';
import { entryColumns } from '../../../../../renderer/features/plan/import/sheet-columns';
import { readPlanYear } from '../../../../../renderer/features/plan/queries';
import { completePlan } from '../support';
import { planItem } from '../../../data/support/records';
import { fileOf, judge } from './support';

const YEAR = 2026;
let fake: FakeDesk;
let desk: Desk;
let commits: number;
let me: RecordId;
let colleague: RecordId;

beforeAll(readyCrypto);
beforeEach(async () => {
  resetSyncState();
  fake = createFakeDesk();
  commits = 0;
  setDesk({ ...fake.desk, commit: (request) => ((commits += 1), fake.desk.commit(request)) });
  me = fake.signedInAs();
  colleague = fake.operators[1]?.id ?? me;
  desk = { own: fake.station.stationId, operator: me, nameOf: (id) => (id === colleague ? '乌云' : '本人'), year: YEAR, buyers: [{ id: buyer(), body: { name: '旗民政局' } }], columns: [] };
  desk = { ...desk, columns: entryColumns(desk.buyers) };
  await startData(() => createProjection({ db, readJournal: fake.readJournal }));
});
afterEach(async () => {
  stopData();
  setDesk(null);
  await db.delete();
  await db.open();
});

let buyerId: RecordId | null = null;
function buyer(): RecordId {
  return (buyerId ??= fake.newId());
}

const typed = (number: string, place = '旧地点') => completePlan({ year: YEAR, number, name: `项目${number}`, buyerId: buyer(), place });

async function draftOf(number: string): Promise<RecordId> {
  const id = fake.newId();
  await saveDraft(id, toDraft({ typed: typed(number), preparedBy: me, forReview: false }, 0));
  return id;
}

/** Rows that set a new place, judged against what is held now. */
async function looked(...numbers: readonly string[]): Promise<readonly JudgedRow[]> {
  const bytes = await fileOf(['编号', '项目名称', '实施地点'], numbers.map((number) => [number, `项目${number}`, '新地点']));
  const rows = await judge(bytes, heldPlans(await readPlanYear(desk.own, YEAR)), { operator: me, buyers: desk.buyers });
  expect(rows.map(({ outcome }) => outcome)).not.toContain('bad');
  return rows;
}

const placeOf = async (id: RecordId) => (await db.drafts.get(id))?.body.form['place'];

async function as(operator: RecordId, act: () => Promise<unknown>): Promise<void> {
  fake.signIn(operator);
  await act();
  fake.signIn(me);
}

async function imported(rows: readonly JudgedRow[]) {
  const result = await importRows(rows, desk);
  if (!result.ok) throw new Error(result.error.code);
  const { written, rows: judged } = result.value;
  return { written, why: judged.map((row) => (row.outcome === 'bad' ? reasonText(row.reasons) : row.outcome)) };
}

describe('importRows', () => {
  it('does not write over a draft that a colleague took over meanwhile, and writes the others as one step', async () => {
    const [theirs, mine] = [await draftOf('2026-001'), await draftOf('2026-002')];
    const rows = await looked('2026-001', '2026-002', '2026-003');
    await as(colleague, async () => takeOverDraft((await db.drafts.get(theirs))!, colleague));
    const before = commits;
    expect(await imported(rows)).toEqual({ written: 2, why: ['核对之后这个草稿改由乌云编制，没有写入；请由该经办人导入，或先在项目页接手。', 'changed', 'new'] });
    expect(commits).toBe(before + 1);
    expect([await placeOf(theirs), await placeOf(mine)]).toEqual(['旧地点', '新地点']);
    expect((await db.drafts.get(theirs))?.body.form['preparedBy']).toBe(colleague);
    expect(await undo('planItems/2026')).toMatchObject({ ok: true, value: { label: '导入 Excel 2 行', changed: 2 } });
  });

  it('sees a take-over that is still being written when the import begins', async () => {
    const theirs = await draftOf('2026-001');
    const rows = await looked('2026-001');
    const row = (await db.drafts.get(theirs))!;
    const [, result] = await Promise.all([saveDraft(theirs, toDraft({ typed: typed('2026-001'), preparedBy: colleague, forReview: false }, row.body.basedOnRev)), imported(rows)]);
    expect(result).toMatchObject({ written: 0 });
    expect(await placeOf(theirs)).toBe('旧地点');
  });

  it('leaves out what was finalised, thrown away, changed or numbered otherwise since it was looked at, each with its reason', async () => {
    const [done, gone, changed] = [await draftOf('2026-001'), await draftOf('2026-002'), await draftOf('2026-003')];
    const rows = await looked('2026-001', '2026-002', '2026-003', '2026-004');
    await finalise([{ table: 'planItems', id: done, body: planItem(me, { year: YEAR, number: '2026-001', buyerId: buyer() }), basedOnRev: 0 }]);
    await binDrafts([gone]);
    await saveDraft(changed, toDraft({ typed: typed('2026-003', '另一处'), preparedBy: me, forReview: false }, 0));
    await draftOf('2026-004');
    expect(await imported(rows)).toEqual({
      written: 0,
      why: [
        '核对之后这个项目已定稿，没有写入；请在项目页“修改后重新送审”。',
        '核对之后这个草稿已删除，没有写入；要用的，请先从回收站还原。',
        '核对之后这个草稿有改动，没有写入；请重新选择文件核对。',
        '核对之后有了编号为 2026-004 的项目，没有写入；请重新选择文件核对。',
      ],
    });
    expect(await placeOf(changed)).toBe('另一处');
    expect(await db.drafts.count()).toBe(2);
  });

  it('sees as the preview does that a new row’s name, or the number given to it, is another project’s by now', async () => {
    const other = fake.newId();
    const save = (number: string, name: string, forBuyer: RecordId) =>
      saveDraft(fake.newId(), toDraft({ typed: completePlan({ year: YEAR, number, name, buyerId: forBuyer }), preparedBy: me, forReview: false }, 0));
    const preview = async (...rows: readonly (readonly string[])[]) =>
      judge(await fileOf(['编号', '项目名称', '实施地点'], rows), heldPlans(await readPlanYear(desk.own, YEAR)), { operator: me, buyers: desk.buyers });
    const rows = await preview(['', '同名项目', '甲'], ['', '无名项目', '乙'], ['2026-050', '有编号项目', '丙'], ['', '末一项目', '丁']);
    expect(rows.map(({ outcome, number }) => `${outcome} ${number}`)).toEqual(['new 2026-051', 'new 2026-052', 'new 2026-050', 'new 2026-053']);

    await save('2026-060', '同名项目', buyer());
    await save('2026-052', '别家项目', other);
    // Another purchasing body's: its numbers and names are its own.
    await save('2026-050', '有编号项目', other);
    await save('2026-061', '末一项目', other);
    expect(await imported(rows)).toEqual({
      written: 2,
      why: ['核对之后有了名称为“同名项目”的项目，没有写入；请重新选择文件核对。', '核对之后自动编号 2026-052 给了别的项目，没有写入；请重新选择文件核对。', 'new', 'new'],
    });
  });

  it('writes nothing of one operator’s under another who signed in meanwhile', async () => {
    await draftOf('2026-001');
    const rows = await looked('2026-001');
    const before = commits;
    fake.signIn(colleague);
    expect(await importRows(rows, desk)).toMatchObject({ ok: false, error: { code: 'session.not-signed-in' } });
    expect(commits).toBe(before);
  });
});

describe('recordStops', () => {
  it('R048 tells of all stopped rows under one fsync, without what stood in them', async () => {
    const bytes = await fileOf(['编号', '项目名称', '服务内容'], Array.from({ length: 7 }, (_, at) => [`2026-00${String(at)}`, '项目', at % 2 === 0 ? '绝密级会议' : '培训']));
    const rows = await judge(bytes, [], { operator: me, buyers: desk.buyers });
    await recordStops(rows, desk.own);
    expect(commits).toBe(1);
    const incidents = await db.incidents.toArray();
    expect(incidents.map(({ body }) => body.subject.replace(/^\S+ \S+ /, '')).sort()).toEqual(['import row 2', 'import row 4', 'import row 6', 'import row 8']);
    expect(JSON.stringify(incidents)).not.toContain('绝密');
    await recordStops(rows.filter((row) => row.outcome !== 'bad'), desk.own);
    expect(commits).toBe(1);
  });
});
