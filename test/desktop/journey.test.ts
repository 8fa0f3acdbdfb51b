import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvidence } from './support/journey-evidence';
import { admitByCard, exportCard } from './support/journey-exchange';
import { COUNTY, LEAGUE, UNIT } from './support/journey-offices';
import { JourneyStation } from './support/journey-station';

const evidence = createEvidence();
let folder: string;
let stick: string;
let unit: JourneyStation;
let county: JourneyStation;
let league: JourneyStation;
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
});
