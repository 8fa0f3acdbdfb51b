// The home page after sign-in, with many records and with none: from the desk, and from the password, to its last figure.

import type { Page } from 'playwright';
import { afterAll, describe, it } from 'vitest';
import { launchStation } from '../desktop/support/launch';
import { benchStations, RECORDS, signIn } from './support/big-station';
import { removeBenchFolders } from './support/folders';
import { median, note } from './support/report';

const RUNS = Number(process.env['BENCH_HOME_RUNS'] ?? 5);

/** Moments of the page's clock: the password was sent, the desk stands, the home page holds its last figure. */
interface Opening {
  readonly sent: number;
  readonly desk: number;
  readonly home: number;
}

/** Signs in and waits until agenda and money stand there: both are drawn from what was read, never before. */
async function openHome(page: Page): Promise<Opening> {
  await page.evaluate(() => {
    const found: Record<string, number> = {};
    const look = (): void => {
      if (found['desk'] === undefined && document.querySelector('.sidebar') !== null) found['desk'] = performance.now();
      const agenda = document.querySelector('.agenda-group, .home-top > .panel .empty-state') !== null;
      const home = agenda && document.querySelector('.home-facts') !== null && document.querySelector('.money-table tfoot td, .home-top ~ .panel .empty-state') !== null;
      if (!home || found['home'] !== undefined) return;
      found['home'] = -1;
      requestAnimationFrame(() => { setTimeout(() => { found['home'] = performance.now(); }); });
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    document.querySelector('form')?.addEventListener('submit', () => { found['sent'] = performance.now(); });
    Object.assign(globalThis, { opening: found });
  });
  await signIn(page);
  const done = await page.waitForFunction(() => {
    const { opening } = globalThis as unknown as { opening: Record<string, number> };
    return (opening['home'] ?? -1) > 0 ? opening : null;
  }, undefined, { timeout: 600_000 });
  return (await done.jsonValue()) as unknown as Opening;
}

/** A start of the application on `folder`; the second sign-in of a start finds everything loaded, the first does not. */
async function once(folder: string, year: number): Promise<{ first: Opening; second: Opening }> {
  const station = await launchStation({ dataFolder: folder });
  try {
    const { page } = station;
    await page.evaluate((hash) => { location.hash = hash; }, `/home?year=${String(year)}`);
    await page.locator('input[type=password]').waitFor();
    const first = await openHome(page);
    await page.getByRole('button', { name: '锁定退出' }).click();
    await page.locator('input[type=password]').waitFor();
    return { first, second: await openHome(page) };
  } finally {
    await station.close();
  }
}

describe('the home page after sign-in', () => {
  afterAll(removeBenchFolders);

  it('is measured against the home page of a station without records', async () => {
    const { full, empty, year } = await benchStations();
    const runs: { ours: Awaited<ReturnType<typeof once>>; floor: Awaited<ReturnType<typeof once>> }[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push({ ours: await once(full, year), floor: await once(empty, year) });
    const pairs = (which: 'first' | 'second', from: 'sent' | 'desk') =>
      runs.map(({ ours, floor }) => [ours[which].home - ours[which][from], floor[which].home - floor[which][from]] as const);
    const name = `home with ${RECORDS.toLocaleString('en')} records`;
    note('7-home', [
      { name: `${name}, from the desk to its last figure, first sign-in`, unit: 'ms', pairs: pairs('first', 'desk') },
      { name: `${name}, from the desk to its last figure, later sign-in`, unit: 'ms', pairs: pairs('second', 'desk') },
      {
        name: `${name}, from the password, first sign-in`,
        unit: 'ms',
        pairs: pairs('first', 'sent'),
        notes: [`includes checking the password; of it from the desk ${median(pairs('first', 'desk').map(([ours]) => ours)).toFixed(0)} ms`],
      },
    ]);
  });
});
