// Memory of all processes: at sign-in, on the home page with many records, after some minutes of use, and at rest after it, against
// a bare window.

import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, it } from 'vitest';
import { PASSWORD } from '../electron/station/support';
import { bareApp } from './support/app';
import { benchStations, RECORDS } from './support/big-station';
import { copyRuntime, type Driven, drivenApp, launchDriven } from './support/driven';
import { benchFolder, removeBenchFolders } from './support/folders';
import { memoryMb } from './support/processes';
import { note } from './support/report';

const RUNS = Number(process.env['BENCH_MEMORY_RUNS'] ?? 2);
const USE_SECONDS = Number(process.env['BENCH_MEMORY_SECONDS'] ?? 45);
const SETTLE_MS = 3000;
/** A telephone call. */
const REST_SECONDS = 60;

type Figure = 'signIn' | 'home' | 'used' | 'rested';

async function bareMb(executable: string, app: string): Promise<number> {
  const bare = launchDriven(executable, app, await benchFolder('bare-data'));
  await pause(2 * SETTLE_MS);
  const found = memoryMb(bare.pid);
  await bare.close();
  return found;
}

async function signIn(page: Driven): Promise<void> {
  await page.run(`{
    const field = document.querySelector('input[type=password]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(PASSWORD)});
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }`);
  await page.run(`document.querySelector('form').requestSubmit()`);
}

/** Through every area of work, along the long list, and through the search: one round after another. */
async function use(page: Driven, year: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let rounds = 0;
  while (performance.now() < until) {
    for (const path of [`/review?year=${String(year)}&filter=all`, '/contracts', '/acceptances', `/plan?year=${String(year + 1)}`, '/summary', '/catalogue', '/exchange', '/clauses', '/station', `/home?year=${String(year)}`]) {
      await page.run(`location.hash = ${JSON.stringify(path)}`);
      await page.until(`document.querySelector('#page-title')`);
      await pause(300);
      await page.run(`(async () => {
        const list = document.querySelector('.grid-scroll');
        for (let step = 0; list !== null && step < 40; step += 1) {
          list.scrollTop += list.scrollHeight / 40;
          await new Promise((next) => { requestAnimationFrame(next); });
        }
      })()`);
    }
    await page.press('Control+K');
    await page.until(`document.querySelector('.search-dialog[open]')`);
    await page.type('hqjdkhtg');
    await pause(300);
    await page.run(`document.querySelector('.search-dialog').close()`);
    rounds += 1;
  }
  return rounds;
}

describe('memory of all processes', () => {
  afterAll(removeBenchFolders);

  it('is measured against a bare window', async () => {
    const { full, year } = await benchStations();
    const [executable, ours, bare] = [await copyRuntime(), await drivenApp(), await bareApp()];
    const found: Record<'bare' | Figure, number>[] = [];
    let rounds = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const bareFound = await bareMb(executable, bare);
      const data = join(await benchFolder('run'), 'data');
      await mkdir(data, { recursive: true });
      await cp(full, data, { recursive: true });
      const station = launchDriven(executable, ours, data);
      const settled = async () => {
        await pause(SETTLE_MS);
        return memoryMb(station.pid);
      };
      try {
        await station.until(`document.querySelector('input[type=password]')`);
        const atSignIn = await settled();
        await signIn(station);
        await station.until(`document.querySelector('.money-table tfoot td, .home-top ~ .panel .empty-state')`);
        const home = await settled();
        rounds = await use(station, year, USE_SECONDS);
        const used = await settled();
        await pause(REST_SECONDS * 1000);
        found.push({ bare: bareFound, signIn: atSignIn, home, used, rested: memoryMb(station.pid) });
      } finally {
        await station.close();
      }
    }
    const pairs = (figure: Figure) => found.map((one) => [one[figure], one.bare] as const);
    const name = `memory with ${RECORDS.toLocaleString('en')} records`;
    note('9-memory', [
      { name: `${name}, at sign-in`, unit: 'MB', pairs: pairs('signIn') },
      { name: `${name}, home page`, unit: 'MB', pairs: pairs('home') },
      {
        name: `${name}, after use`, unit: 'MB', pairs: pairs('used'),
        notes: [`proportional set sizes ${String(SETTLE_MS / 1000)} s after the last step; use: ${String(USE_SECONDS)} s through ten pages with the long list and the search, ${String(rounds)} rounds in the last run`],
      },
      { name: `${name}, after use and ${String(REST_SECONDS)} s of rest`, unit: 'MB', pairs: pairs('rested') },
    ]);
  });
});
