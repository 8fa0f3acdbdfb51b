// Fills the training profile: a county's two years, told by three stations that write, seal, carry and open as in life. It writes no table and
// no file of theirs itself; the same seed and day give the same business (keys and ids are new each time).

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BusinessDate, todayInShanghai } from '#shared/base/date';
import type { Failure, Result } from '#shared/base/result';
import { planYearOn } from '#shared/domain/plan-year';
import { asResult } from '../lib/refusal';
import type { Log } from '../lib/log';
import { decideAll, type Decided, type Setting, type UnitBusiness, unitBusiness } from './business';
import { openTrainingDesk, type TrainingDesk } from './desk';
import { TRAINING_OFFICES } from './offices';
import type { Submitted } from './followers';
import { seededChance } from './seeded';
import { alone, claimFolder, FILLING, publishFilling, STICK, type TrainingFolder } from './training-folder';

export const USUAL_ITEMS = 360;
/** Records of all kinds that a plan item brings along, itself included; measured, for asking by records. */
const RECORDS_PER_ITEM = 2.7;

/** Times that `say` speaks. */
export const FILL_STEPS = 7;

export interface FillOptions {
  readonly folder: TrainingFolder;
  /** Plan items of both units and both years, drafts included. */
  readonly items?: number;
  readonly today?: BusinessDate;
  readonly seed?: number;
  readonly log: Log;
  readonly say?: (step: string) => void;
}

export function itemsForRecords(records: number): number {
  return Math.max(20, Math.round(records / RECORDS_PER_ITEM));
}

/** 'training.not-empty' when something is there already, 'training.in-use' while it is being filled; else what the disk refused. Cut short, it leaves nothing that counts as filled, or what the next start of a training desk finishes. */
export function fillTraining({ folder, items = USUAL_ITEMS, today = todayInShanghai(new Date()), seed = 20_140_080, log, say = () => undefined }: FillOptions): Promise<Result<null, Failure>> {
  return asResult(() => alone(folder, async () => {
    await claimFolder(folder);
    const work = join(folder, FILLING);
    const stick = join(work, STICK);
    await mkdir(stick, { recursive: true });
    const desks: TrainingDesk[] = [];
    try {
      say('设立三个站点');
      for (const office of TRAINING_OFFICES) desks.push(await openTrainingDesk(work, office, log));
      await tell(desks, { stick, items, today, chance: seededChance(seed), say });
    } finally {
      for (const desk of desks) await desk.close();
    }
    say('放到各自的位置');
    await publishFilling(folder, { items, day: today, offices: TRAINING_OFFICES.map(({ seat, name }) => ({ seat, name })) });
    return null;
  }));
}

interface Story extends Setting {
  readonly stick: string;
  readonly items: number;
  readonly say: (step: string) => void;
}

async function tell(desks: readonly TrainingDesk[], story: Story): Promise<void> {
  const [unit1, unit2, county] = desks;
  if (unit1 === undefined || unit2 === undefined || county === undefined) throw new Error('invariant: three offices');
  const { today, items, stick, say } = story;
  const year = planYearOn(today);
  for (const desk of desks) await desk.sit(0);

  say('互相准入');
  const units: { readonly desk: TrainingDesk; readonly business: UnitBusiness; readonly total: number }[] = [];
  const larger = Math.round(items * 0.6);
  for (const [desk, total] of [[unit1, larger], [unit2, items - larger]] as const) {
    await desk.admit(county, 'superior', stick);
    await county.admit(desk, 'subordinate', stick);
    units.push({ desk, business: await unitBusiness(desk, story), total });
  }

  for (const { desk, business, total } of units) {
    const { name } = desk.office;
    let left = total;
    const part = (percent: number) => {
      const count = Math.round((total * percent) / 100);
      left -= count;
      return count;
    };

    say(`${name}：上一年度`);
    let decided = await exchangeForDecisions(await business.submit(year - 1, part(40)), desk, county, story);
    const again = await business.resubmit(returnedOf(decided).slice(0, -1));
    decided = [...decided, ...(await exchangeForDecisions(again, desk, county, story))];
    await business.perform(decided, { contracts: 88, acceptances: 85 });
    await carry(desk, county, stick);

    say(`${name}：本年度`);
    const thisYear = await exchangeForDecisions(await business.submit(year, part(30)), desk, county, story);
    await business.perform(thisYear, { contracts: 60, acceptances: 40 });
    const received = await business.submit(year, part(12));
    await carry(desk, county, stick);
    await carry(county, desk, stick);
    // These stay on the stick: a bundle for the unit with rulings, and one for the bureau with further items.
    await decideAll(county, received.slice(0, Math.ceil(received.length / 2)), story);
    await county.seal(desk, stick);
    await business.submit(year, part(7));
    await desk.sit(0);
    await desk.seal(county, stick);
    await business.submit(year, part(4));
    await business.draft(year, left);
  }
}

/** Up with the items, down with the rulings. */
async function exchangeForDecisions(submitted: readonly Submitted[], desk: TrainingDesk, county: TrainingDesk, story: Story): Promise<readonly Decided[]> {
  await carry(desk, county, story.stick);
  const decided = await decideAll(county, submitted, story);
  await carry(county, desk, story.stick);
  return decided;
}

async function carry(from: TrainingDesk, to: TrainingDesk, stick: string): Promise<void> {
  const path = await from.seal(to, stick);
  await to.open(path);
  await rm(path);
}

function returnedOf(decided: readonly Decided[]): readonly Decided[] {
  return decided.filter(({ decision }) => decision.outcome === 'returned');
}
