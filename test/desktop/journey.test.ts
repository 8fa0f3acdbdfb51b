import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { todayInShanghai } from '#shared/base/date';
import { recordIdSchema, type RecordId } from '#shared/base/ids';
import type { PlanItem } from '#shared/domain/plan-item';
import { currentPlanYear } from '../../renderer/text/plan-year';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { createEvidence } from './support/journey-evidence';
import { admitByCard, exportCard } from './support/journey-exchange';
import { journeyItems } from './support/journey-items';
import { readJournal, writePdf } from './support/journey-files';
import { COUNTY, LEAGUE, UNIT } from './support/journey-offices';
import { actOnAllDrafts, clearSearch, enterByKeyboard, expectStanding, writeDrafts } from './support/journey-plan';
import { JourneyStation } from './support/journey-station';

const evidence = createEvidence();
let folder: string;
let stick: string;
let unit: JourneyStation;
let county: JourneyStation;
let league: JourneyStation;
const today = todayInShanghai(Date.now());
const year = currentPlanYear(Date.now());
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
});
