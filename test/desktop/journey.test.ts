import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { todayInShanghai, yearOf } from '#shared/base/date';
import { formatYuan } from '#shared/base/money';
import { recordIdSchema, type RecordId } from '#shared/base/ids';
import type { PlanItem } from '#shared/domain/plan-item';
import { currentPlanYear } from '../../renderer/text/plan-year';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { createEvidence } from './support/journey-evidence';
import { enterAcceptance, enterContract } from './support/journey-contract';
import { admitByCard, chooseBundle, compareAndAdmit, exportCard, goToTab, open, opened, seal, type Sealed } from './support/journey-exchange';
import { journeyItems } from './support/journey-items';
import { acceptanceFacts, contractFacts, payableFen } from './support/journey-facts';
import { type Figures, figuresOfJournals, figuresOnHome, figuresOnSummary, provenanceOnSummary } from './support/journey-figures';
import { flipByte, readJournal, writePdf, writePem } from './support/journey-files';
import { COUNTY, LEAGUE, UNIT } from './support/journey-offices';
import { actOnAllDrafts, clearSearch, enterByKeyboard, expectStanding, writeDrafts } from './support/journey-plan';
import { approveRest, decideFirst } from './support/journey-review';
import { JourneyStation } from './support/journey-station';

const evidence = createEvidence();
let folder: string;
let stick: string;
let unit: JourneyStation;
let county: JourneyStation;
let league: JourneyStation;
const today = todayInShanghai(Date.now());
const year = currentPlanYear(Date.now());
const businessYear = yearOf(today);
let relayed: Sealed;
let items: readonly PlanItem[];
const fingerprints = { unit: '', county: '', league: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-journey-'));
  stick = await mkdtemp(join(tmpdir(), 'desk-stick-'));
});

afterAll(async () => {
  await Promise.all([unit, county, league].map((station) => station?.close()));
  await evidence.finish();
  for (const one of [folder, stick]) await rm(one, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe.sequential('the journey of three offices', () => {
  let failedAt: string | null = null;
  beforeEach(({ task }) => {
    expect(failedAt, 'an earlier step of the journey failed').toBeNull();
    onTestFailed(async () => {
      failedAt ??= task.name;
      for (const station of [unit, county, league]) await station?.shoot('出错时').catch(() => undefined);
    });
  });

  it('sets up a unit, its county and its league on their first screens, and signs in', async () => {
    unit = await JourneyStation.start(UNIT, join(folder, 'unit'), evidence);
    county = await JourneyStation.start(COUNTY, join(folder, 'county'), evidence);
    league = await JourneyStation.start(LEAGUE, join(folder, 'league'), evidence);
    for (const [name, station] of Object.entries({ unit, county, league })) {
      const sheet = await station.setUp();
      expect(sheet.recoveryCode.length).toBeGreaterThan(20);
      fingerprints[name as keyof typeof fingerprints] = sheet.fingerprint;
      await station.signIn(station.office.people[0]);
      await station.goTo('首页');
      await station.shoot('首页');
      evidence.note(`设置${station.office.name}，密钥指纹 ${sheet.fingerprint}`);
    }
    expect(new Set(Object.values(fingerprints)).size).toBe(3);
  });

  it('admits unit and county to each other after the fingerprint on one screen is read from the other', async () => {
    const [fromUnit, fromCounty, fromLeague] = [await exportCard(unit, stick), await exportCard(county, stick), await exportCard(league, stick)];
    await admitByCard(unit, fromCounty, COUNTY.name, fingerprints.county);
    await admitByCard(county, fromUnit, UNIT.name, fingerprints.unit);
    await admitByCard(county, fromLeague, LEAGUE.name, fingerprints.league);
  });

  it('takes two projects typed from the keyboard and 198 drafts', async () => {
    const { operators, stationId } = await unit.identity();
    const [preparedBy, reviewedBy] = operators.map((id) => recordIdSchema.parse(id)) as [RecordId, RecordId];
    const buyerId = (await readJournal(unit.dataFolder, stationId)).find((line) => line.table === 'buyers')!.id;
    items = journeyItems(1, 200, { today, year, buyerId: recordIdSchema.parse(buyerId), preparedBy, reviewedBy });
    for (const item of items.slice(0, 2)) await enterByKeyboard(unit, item, await writePdf(stick, `${item.number}-立项依据.pdf`, item.name));
    await writeDrafts(unit, items.slice(2));
    await unit.page.getByText('全年 200 项，其中草稿 200 项').waitFor();
    await expectStanding(unit, items[99]!.number, '草稿');
    await clearSearch(unit);
    await unit.shoot('二百项草稿');
    evidence.note(`编制 ${String(year)} 年项目 200 项，其中 2 项全程键盘录入并带附件`);
  });

  it('R067 lets the preparer hand over but not finalise; another operator makes all 200 official at once', async () => {
    await actOnAllDrafts(unit, 200, '送审');
    await expectStanding(unit, items[0]!.number, '待审核');
    await clearSearch(unit);
    await unit.signIn(UNIT.people[1]);
    await actOnAllDrafts(unit, 200, '定稿');
    await expectStanding(unit, items[0]!.number, '已定稿');
    await expectStanding(unit, items[199]!.number, '已定稿');
    await clearSearch(unit);
    await unit.shoot('二百项已定稿');
  });

  it('carries the plan to the county on the stick, and the receipt back', async () => {
    const bundle = await seal(unit, COUNTY.name, stick);
    expect(bundle.attachments).toBe(2);
    await expectStanding(unit, items[0]!.number, '已导出');
    expect(await open(county, bundle.path, UNIT.name)).toBe(bundle.lines);
    await county.goTo('计划审定');
    await county.page.getByText(`收到 200 项，申报 ${yuan(items.map(({ amountFen }) => amountFen))} 元；待审定 200 项`, { exact: false }).waitFor();
    const receipt = await seal(county, UNIT.name, stick);
    await open(unit, receipt.path, COUNTY.name);
    await expectStanding(unit, items[0]!.number, '已签收');
  });

  it('R067 decides four projects one by one and 196 at once, and the unit reads each outcome', async () => {
    await county.signIn(COUNTY.people[1]);
    const [approved, cut, returned, refused] = items as [PlanItem, PlanItem, PlanItem, PlanItem];
    const documentNumber = `喀财预〔${String(year - 1)}〕118号`;
    await decideFirst(county, approved, { outcome: 'approved', opinion: '', documentNumber });
    await decideFirst(county, cut, {
      outcome: 'cut', amountFen: cutFen(cut), opinion: '按上年实际完成量核减两成', documentNumber, fieldOpinion: ['单价（元）', '单价高于周边旗县，请重新询价'],
    });
    await decideFirst(county, returned, { outcome: 'returned', opinion: '请补充需求调查的样本说明后重新送审', documentNumber });
    await decideFirst(county, refused, { outcome: 'refused', opinion: '与已列项目重复，不予安排', documentNumber });
    await approveRest(county, 196, documentNumber);
    await county.shoot('全部审定');
    evidence.note('旗财政局逐项审定 4 项（同意、核减、退回、不予同意各一），批量同意 196 项');

    const answer = await seal(county, UNIT.name, stick);
    expect(await open(unit, answer.path, COUNTY.name)).toBeGreaterThanOrEqual(200);
    await expectStanding(unit, approved.number, '已批复（同意）');
    await expectStanding(unit, cut.number, '已批复（核减）');
    await expectStanding(unit, cut.number, formatYuan(cutFen(cut)));
    await expectStanding(unit, returned.number, '已批复（退回）');
    await expectStanding(unit, refused.number, '已批复（不予同意）');
    await expectStanding(unit, items[199]!.number, '已批复（同意）');
    await clearSearch(unit);
    await unit.shoot('批复结果');
  });

  it('lets the league open the first bundle of a county it does not know only after comparing its fingerprint', async () => {
    const bundle = await seal(county, LEAGUE.name, stick);
    await chooseBundle(league, bundle.path);
    await compareAndAdmit(league, COUNTY.name, fingerprints.county);
    expect(await opened(league, COUNTY.name)).toBe(bundle.lines);
    const expected = await journalFigures();
    expect(expected.items).toBe(200);
    await expectFigures(figuresOnSummary, league, expected);
    await league.shoot('汇总-第一包之后');
  });

  it('makes a contract from an approved project and has another operator accept it line by line', async () => {
    const project = items[1]!;
    const contract = contractFacts(project, cutFen(project), today);
    await enterContract(unit, project.name, contract);
    await unit.signIn(UNIT.people[0]);
    const acceptance = acceptanceFacts(contract, today);
    await enterAcceptance(unit, contract.name, acceptance, contract.lines.map(({ name }) => name));
    const figures = await journalFigures();
    expect([figures.contractFen, figures.payableFen]).toEqual([contract.amountFen, payableFen(contract, acceptance)]);
    await expectFigures(figuresOnHome, unit, figures);
    await unit.shoot('首页-验收之后');
    evidence.note(`合同 ${formatYuan(figures.contractFen)} 元，验收应付 ${formatYuan(figures.payableFen)} 元，经办与验收为两人`);
  });

  it('R095 adds up at the league to the fen what the unit recorded, after every bundle, on the unit\'s own signature', async () => {
    const toCounty = await seal(unit, COUNTY.name, stick);
    await open(county, toCounty.path, UNIT.name);
    relayed = await seal(county, LEAGUE.name, stick);
    await open(league, relayed.path, COUNTY.name);

    const expected = await journalFigures();
    await expectFigures(figuresOnSummary, league, expected);
    await expectFigures(figuresOnSummary, county, expected);
    evidence.note(`市财政局汇总与旗单位日志逐分相等：${String(expected.items)} 项，申报 ${formatYuan(expected.amountFen)} 元，审定 ${formatYuan(expected.approvedFen)} 元，合同 ${formatYuan(expected.contractFen)} 元，应付 ${formatYuan(expected.payableFen)} 元`);

    const { stationId } = await unit.identity();
    const [own, held] = [await readJournal(unit.dataFolder, stationId), await readJournal(league.dataFolder, stationId)];
    expect(held).toEqual(own.slice(0, held.length));
    const shown = await provenanceOnSummary(league, UNIT.name, year);
    expect(shown).toMatchObject({ fingerprint: fingerprints.unit, vouchers: `${COUNTY.name} ← ${LEAGUE.name}`, signedTo: held.at(-1)!.seq });
    await league.shoot('汇总-第二包之后');
  });

  it('verifies the relayed bundle with stock tools and with the checker, and refuses it with one bit turned over', async () => {
    const { publicKey } = await county.identity();
    const trusted = await writePem(stick, '旗财政局公钥.pem', publicKey);
    const flipped = await flipByte(relayed.path, join(stick, '翻转一位.gfb'));
    const checker = join(process.env['GOUFU_APP'] ?? 'out/app', 'verify.js');
    for (const [program, script] of [['sh', 'build/verify-bag.sh'], [process.execPath, checker]] as const) {
      expect(await exitCode(program, script, relayed.path, trusted), script).toBe(0);
      expect(await exitCode(program, script, flipped, trusted), script).not.toBe(0);
    }
    await evidence.keep(trusted, '核验用的公钥');
    evidence.note('转送包用系统自带 openssl、unzip 和检查程序核验通过');

    const before = await league.heads();
    await chooseBundle(league, flipped);
    await league.page.getByRole('alert').filter({ hasText: '没有存入任何内容，原有数据未受影响。' }).waitFor({ timeout: 60_000 });
    await league.shoot('拒收被改动的包');
    expect(await league.heads()).toEqual(before);
    evidence.note('翻转一位的数据包被拒收，没有存入任何内容');
  });

  it('rebuilds the league\'s tables from its journals when the browser\'s database is gone', async () => {
    const before = await journalFigures();
    await expectFigures(figuresOnSummary, league, before);
    const tables = await league.tables();
    expect(Object.values(tables).flat().length).toBeGreaterThan(400);
    await league.restart(() => rm(join(league.dataFolder, 'IndexedDB'), { recursive: true }));
    await league.signIn(LEAGUE.people[1]);
    await expectFigures(figuresOnSummary, league, before);
    expect(await league.tables()).toEqual(tables);
    await league.shoot('删除页面数据库后重建');
    evidence.note('删除页面数据库后重新启动，从日志重建，汇总数不变');
  });

  it('brings the league\'s answer home', async () => {
    const answer = await seal(league, COUNTY.name, stick);
    await open(county, answer.path, LEAGUE.name);
    await goToTab(county, '导出报送');
    await county.page.getByRole('row').filter({ hasText: basename(relayed.path) }).getByText(/已签收/).waitFor();
    await county.shoot('市局已签收');
  });
});

/** Four fifths, whole fen. */
function cutFen({ amountFen }: PlanItem): number {
  return Math.floor((amountFen * 4) / 5);
}

function yuan(amounts: readonly number[]): string {
  return formatYuan(amounts.reduce((sum, amount) => sum + amount, 0));
}

async function journalFigures(): Promise<Figures> {
  const [ofUnit, ofCounty] = [await unit.identity(), await county.identity()];
  return figuresOfJournals(await readJournal(unit.dataFolder, ofUnit.stationId), await readJournal(county.dataFolder, ofCounty.stationId), year, businessYear);
}

/** A page follows its tables a moment later; the whole set of figures must come to rest on these. */
async function expectFigures(read: typeof figuresOnSummary, station: JourneyStation, expected: Figures): Promise<void> {
  await expect.poll(() => read(station, year, businessYear), { timeout: 20_000 }).toEqual(expected);
}

async function exitCode(program: string, ...args: string[]): Promise<number | string> {
  return promisify(execFile)(program, args).then(() => 0, (error: { code: number | string }) => error.code);
}
