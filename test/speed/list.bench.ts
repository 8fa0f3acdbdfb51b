// A list of many records: until its first rows stand and until it is known whole, and scrolling through it, against a minimal
// virtual list laid over it in the same window.

import type { Page } from 'playwright';
import { afterAll, describe, it } from 'vitest';
import { assert } from '#shared/base/assert';
import { launchStation } from '../desktop/support/launch';
import { addPageModule, copyApp } from './support/app';
import type { BareListPage } from './support/bare-list';
import { benchStations, homeStands, RECORDS, signIn } from './support/big-station';
import { removeBenchFolders } from './support/folders';
import { scrollBy, type Scrolled } from './support/frames';
import { cpuMs } from './support/processes';
import { note, type Measured } from './support/report';

const RUNS = Number(process.env['BENCH_LIST_RUNS'] ?? 3);
const FRAMES = 300;
/** Three rows of a wheel's notch; a thumb that is drawn through the whole list in five seconds. */
const SPEEDS = [['wheel', 132], ['thumb', (RECORDS * 44) / FRAMES]] as const;

interface Scrolling extends Scrolled {
  readonly cpuPerFrame: number;
}

const overlay = {
  show: (page: Page) =>
    page.evaluate(async (count) => {
      const host = document.querySelector('.grid-scroll');
      const { benchList } = globalThis as unknown as { benchList: BareListPage };
      if (host === null) throw new Error('no list');
      const started = performance.now();
      Object.assign(globalThis, { hideBareList: benchList.showBareList(host, count) });
      while (document.querySelector('.bare-list > div > div') === null) await new Promise((next) => { requestAnimationFrame(next); });
      return performance.now() - started;
    }, RECORDS),
  hide: (page: Page) => page.evaluate(() => { (globalThis as unknown as { hideBareList: () => void }).hideBareList(); }),
};

/** Moves to the list from another page; milliseconds until rows stand there, and until the list knows how many it has. */
function openList(page: Page, year: number): Promise<{ rows: number; whole: number }> {
  return page.evaluate(async ({ hash, count }) => {
    const started = performance.now();
    location.hash = hash;
    let rows = 0;
    for (;;) {
      await new Promise((next) => { requestAnimationFrame(next); });
      const grid = document.querySelector('.grid-scroll');
      if (rows === 0 && (grid?.querySelector('.grid-row .grid-cell:nth-child(3)')?.textContent ?? '') !== '') rows = performance.now() - started;
      if (rows > 0 && Number(grid?.getAttribute('aria-rowcount')) > count) return { rows, whole: performance.now() - started };
    }
  }, { hash: `/review?year=${String(year)}&filter=all`, count: RECORDS * 0.99 });
}

describe('a long list', () => {
  afterAll(removeBenchFolders);

  it('is measured against a minimal virtual list in the same window', async () => {
    const { full, year } = await benchStations();
    const copy = await copyApp();
    await addPageModule(copy, 'bare-list.tsx');
    process.env['GOUFU_APP'] = copy;
    const station = await launchStation({ dataFolder: full });
    const { page } = station;
    const pid = station.app.process().pid;
    assert(pid !== undefined, 'the application runs');
    const opened: { rows: number; whole: number; floor: number }[] = [];
    const scrolled: Record<string, [ours: Scrolling, floor: Scrolling][]> = { wheel: [], thumb: [] };
    const scroll = async (selector: string, pixels: number): Promise<Scrolling> => {
      const before = cpuMs(pid);
      const frames = await scrollBy(page, selector, pixels, FRAMES);
      return { ...frames, cpuPerFrame: (cpuMs(pid) - before) / FRAMES };
    };
    try {
      await signIn(page);
      await homeStands(page);
      await page.addScriptTag({ url: '/bench/page/page.js', type: 'module' });
      await page.waitForFunction(() => 'benchList' in globalThis);
      await openList(page, year);
      for (let run = 0; run < RUNS; run += 1) {
        await page.evaluate(() => { location.hash = '/catalogue'; });
        await page.waitForTimeout(500);
        const { rows, whole } = await openList(page, year);
        await page.waitForTimeout(500);
        const floor = await overlay.show(page);
        await overlay.hide(page);
        opened.push({ rows, whole, floor });
        for (const [speed, pixels] of SPEEDS) {
          const ours = await scroll('.grid-scroll', pixels);
          await overlay.show(page);
          scrolled[speed]?.push([ours, await scroll('.bare-list', pixels)]);
          await overlay.hide(page);
        }
      }
    } finally {
      await station.close();
    }
    const name = `list of ${RECORDS.toLocaleString('en')}`;
    note('8-list', [
      { name: `${name}, from the menu to its first rows`, unit: 'ms', pairs: opened.map(({ rows, floor }) => [rows, floor]), notes: ['floor: a minimal virtual list over texts that are in memory'] },
      { name: `${name}, from the menu until it is known whole`, unit: 'ms', pairs: opened.map(({ whole }) => [whole, null]) },
      ...SPEEDS.flatMap(([speed, pixels]): readonly Measured[] => {
        const pairs = scrolled[speed] ?? [];
        const of = (figure: keyof Scrolling) => pairs.map(([ours, floor]) => [ours[figure], floor[figure]] as const);
        return [
          {
            name: `${name}, ${speed}: CPU of all processes per frame`, unit: 'CPU ms', pairs: of('cpuPerFrame'),
            notes: [`${pixels.toFixed(0)} pixels in each of ${String(FRAMES)} frames`],
          },
          { name: `${name}, ${speed}: frames of ${String(FRAMES)} whose work took over 16.7 ms`, unit: 'frames', pairs: of('long') },
          { name: `${name}, ${speed}: frames of ${String(FRAMES)} that came late`, unit: 'frames', pairs: of('late') },
        ];
      }),
    ]);
  });
});
