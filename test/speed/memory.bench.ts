// Memory of all processes: at sign-in, on the home page with many records, and after some minutes of use, against a bare window.

import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterAll, describe, it } from 'vitest';
import { assert } from '#shared/base/assert';
import { electronExecutable, launchStation, stationEnvironment } from '../desktop/support/launch';
import { bareApp } from './support/app';
import { benchStations, homeStands, RECORDS, signIn } from './support/big-station';
import { benchFolder, removeBenchFolders } from './support/folders';
import { memoryMb } from './support/processes';
import { note } from './support/report';

const RUNS = Number(process.env['BENCH_MEMORY_RUNS'] ?? 2);
const USE_SECONDS = Number(process.env['BENCH_MEMORY_SECONDS'] ?? 45);
const REST_MS = 3000;

async function bareMb(): Promise<number> {
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), await bareApp()];
  const child = spawn(electronExecutable(), args, { env: stationEnvironment(await benchFolder('bare-data')), stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('close', () => { done(); }));
  await pause(2 * REST_MS);
  const found = memoryMb(child.pid ?? 0);
  child.kill();
  await ended;
  return found;
}

/** Through every area of work, along the long list, and through the search: one round after another. */
async function use(page: Page, year: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let rounds = 0;
  while (performance.now() < until) {
    for (const path of [`/review?year=${String(year)}&filter=all`, '/contracts', '/acceptances', `/plan?year=${String(year + 1)}`, '/summary', '/catalogue', '/exchange', '/clauses', '/station', `/home?year=${String(year)}`]) {
      await page.evaluate((hash) => { location.hash = hash; }, path);
      await page.locator('#page-title').first().waitFor();
      await pause(300);
      await page.evaluate(async () => {
        const list = document.querySelector('.grid-scroll');
        for (let step = 0; list !== null && step < 40; step += 1) {
          list.scrollTop += list.scrollHeight / 40;
          await new Promise((next) => { requestAnimationFrame(next); });
        }
      });
    }
    await page.keyboard.press('Control+K');
    await page.keyboard.type('hqjdkhtg', { delay: 40 });
    await pause(300);
    await page.keyboard.press('Escape');
    rounds += 1;
  }
  return rounds;
}

describe('memory of all processes', () => {
  afterAll(removeBenchFolders);

  it('is measured against a bare window', async () => {
    const { full, year } = await benchStations();
    const found: Record<'bare' | 'signIn' | 'home' | 'used', number>[] = [];
    let rounds = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const bare = await bareMb();
      const station = await launchStation({ dataFolder: full });
      const pid = station.app.process().pid;
      assert(pid !== undefined, 'the application runs');
      const { page } = station;
      const rest = async () => {
        await pause(REST_MS);
        return memoryMb(pid);
      };
      try {
        await page.locator('input[type=password]').waitFor();
        const atSignIn = await rest();
        await signIn(page);
        await homeStands(page);
        const home = await rest();
        rounds = await use(page, year, USE_SECONDS);
        found.push({ bare, signIn: atSignIn, home, used: await rest() });
      } finally {
        await station.close();
      }
    }
    const pairs = (figure: 'signIn' | 'home' | 'used') => found.map((one) => [one[figure], one.bare] as const);
    const name = `memory with ${RECORDS.toLocaleString('en')} records`;
    note('9-memory', [
      { name: `${name}, at sign-in`, unit: 'MB', pairs: pairs('signIn') },
      { name: `${name}, home page`, unit: 'MB', pairs: pairs('home') },
      {
        name: `${name}, after use`, unit: 'MB', pairs: pairs('used'),
        notes: [`proportional set sizes ${String(REST_MS / 1000)} s after the last step; use: ${String(USE_SECONDS)} s through ten pages with the long list and the search, ${String(rounds)} rounds in the last run`],
      },
    ]);
  });
});
