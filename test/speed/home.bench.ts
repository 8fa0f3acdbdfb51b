import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, describe, it } from 'vitest';
import { addDays, todayInShanghai, yearOf } from '#shared/base/date';
import type { Change } from '#shared/ipc/contract';
import { stationFolders } from '../../electron/station/folders';
import { createStationHost } from '../../electron/station/station-host';
import { launchStation } from '../desktop/support/launch';
import { PASSWORD, recordingLog } from '../electron/station/support';
import { acceptance, contract } from '../shared/domain/samples';
import { benchFolder, removeBenchFolders } from './support/folders';
import { makersOf } from './support/items';
import { median, note } from './support/report';
import { setUpStation, valueOf } from './support/stations';

const RECORDS = Number(process.env['BENCH_HOME_RECORDS'] ?? 100_000);
const RUNS = Number(process.env['BENCH_HOME_RUNS'] ?? 5);
/** Of these, contracts that are being performed, and acceptances under them: what the agenda reads. */
const CONTRACTS = Number(process.env['BENCH_HOME_CONTRACTS'] ?? 100);
const ACCEPTANCES = CONTRACTS / 2;
const LINES_PER_APPEND = 5000;

/** Moments of the page's clock: the password was sent, the desk stands, the home page holds its last figure. */
interface Opening {
  readonly sent: number;
  readonly desk: number;
  readonly home: number;
}

async function fill(data: string): Promise<void> {
  const silent = { onLock: () => undefined, onGrowth: () => undefined };
  const host = createStationHost(stationFolders(data, 'real'), silent, recordingLog());
  valueOf(await host.signIn({ operatorId: (await host.state()).operators[0]?.id ?? ('' as never), password: PASSWORD }));
  const place = valueOf(host.workplace());
  const { newId, planItem } = makersOf(place.journal.owner, place.by);
  const today = todayInShanghai(Date.now());
  const put = (table: string, id: string, body: object): Change => ({ op: 'put', table, id: id as never, rev: 1, body: body as never });

  const items = Array.from({ length: RECORDS - CONTRACTS - ACCEPTANCES }, newId);
  const contracts = Array.from({ length: CONTRACTS }, newId);
  const changes: Change[] = [
    ...items.map((id, index) => put('planItems', id, { ...planItem(index), year: yearOf(today) })),
    ...contracts.map((id, index) =>
      put('contracts', id, contract({ planItemId: items[index] ?? id, number: `HT-${String(index)}`, signedOn: addDays(today, -(index % 200)), startsOn: today, endsOn: addDays(today, index % 300), handledBy: place.by })),
    ),
    ...contracts.slice(0, ACCEPTANCES).map((contractId) => put('acceptances', newId(), acceptance({ contractId, acceptedOn: today, payableFen: 100, acceptedBy: place.by }))),
  ];
  for (let from = 0; from < changes.length; from += LINES_PER_APPEND) {
    valueOf(await place.journal.append('official', place.by, changes.slice(from, from + LINES_PER_APPEND)));
  }
  await host.close();
}

/** Signs in and waits until agenda and money stand there: both are drawn from what was read, never before. */
async function openHome(page: Page): Promise<Opening> {
  await page.evaluate(() => {
    const found: Record<string, number> = {};
    const look = (): void => {
      if (found['desk'] === undefined && document.querySelector('.sidebar') !== null) found['desk'] = performance.now();
      const home = document.querySelector('.agenda-group, .panel p.soft') !== null && document.querySelector('.money-table tfoot td, .panel .empty-state') !== null;
      if (!home || found['home'] !== undefined) return;
      found['home'] = -1;
      requestAnimationFrame(() => { setTimeout(() => { found['home'] = performance.now(); }); });
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    document.querySelector('form')?.addEventListener('submit', () => { found['sent'] = performance.now(); });
    Object.assign(globalThis, { opening: found });
  });
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
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
    const year = yearOf(todayInShanghai(Date.now()));
    const { data } = await setUpStation('unit');
    const empty = join(await benchFolder('empty'), 'data');
    await cp(data, empty, { recursive: true });
    await fill(data);
    // Once each uncounted: the tables are made from the journals.
    await once(data, year);
    await once(empty, year);
    const runs: { ours: Awaited<ReturnType<typeof once>>; floor: Awaited<ReturnType<typeof once>> }[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push({ ours: await once(data, year), floor: await once(empty, year) });
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
