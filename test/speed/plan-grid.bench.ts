// The plan grid: from a key to the frame that shows it in a plan of 3,000 rows, on a processor slowed down, against a bare field in the
// same window; and pasting 1,000 × 12 cells into an empty year.

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, describe, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { parseLine } from '#shared/journal/line';
import { stationFolders } from '../../electron/station/folders';
import { createStationHost } from '../../electron/station/station-host';
import { draftFor } from '../../electron/training/drafts';
import { launchStation, type LaunchedStation } from '../desktop/support/launch';
import { PASSWORD, recordingLog } from '../electron/station/support';
import { signIn } from './support/big-station';
import { benchFolder, removeBenchFolders } from './support/folders';
import { keysToPaint, typeKeys } from './support/frames';
import { makersOf } from './support/items';
import { cpuMs } from './support/processes';
import { median, note, percentile, type Measured } from './support/report';
import { setUpStation, valueOf } from './support/stations';

const ROWS = Number(process.env['BENCH_GRID_ROWS'] ?? 3000);
const SLOWER = 6;
const KEYS = Number(process.env['BENCH_GRID_KEYS'] ?? 60);
/** Between two keys: a quick typist on a slow machine. */
const PAUSE_MS = 150;
const PASTED_ROWS = 1000;
const PASTES = Number(process.env['BENCH_GRID_PASTES'] ?? 3);
const YEAR = 2027;

const repeat = (keys: readonly string[]) => Array.from({ length: KEYS }, (_, index) => keys[index % keys.length] ?? '');
/** What is typed, the column it is typed in, and whether the cell is opened first. */
const TYPED = [
  { what: 'a letter in a text cell', column: 'name', keys: repeat([...'desk']) },
  { what: 'a digit in a quantity, sums following', column: 'quantity', keys: repeat([...'12345678', 'Escape']) },
  { what: 'an arrow to the next row', column: 'name', keys: repeat(['ArrowDown']) },
  { what: 'a letter and Enter, saving each row', column: 'content', keys: repeat(['a', 'Enter']) },
] as const;

const HEADINGS = ['项目编号', '项目名称', '目录项', '服务内容', '数量', '计量单位', '单价', '开始日期', '结束日期', '实施地点', '服务对象', '服务人数'];

async function makeStation(): Promise<string> {
  const { data } = await setUpStation('unit');
  const silent = { onLock: () => undefined, onGrowth: () => undefined, onRestored: () => Promise.resolve() };
  const host = createStationHost(stationFolders(data, 'real'), silent, recordingLog());
  valueOf(await host.signIn({ operatorId: (await host.state()).operators[0]?.id ?? ('' as never), password: PASSWORD }));
  const place = valueOf(host.workplace());
  let buyerId = '' as RecordId;
  for await (const { text } of place.journal.readLines('official', place.journal.owner, 1)) {
    const line = parseLine(text);
    if (line.ok && line.value.table === 'buyers') buyerId = line.value.id;
  }
  const { newId, planItem } = makersOf(place.journal.owner, place.by);
  const changes = Array.from({ length: ROWS }, (_, index) => {
    const item = { ...planItem(index), buyerId, year: YEAR, number: `${String(YEAR)}-${String(index + 1).padStart(4, '0')}` };
    return { op: 'put' as const, table: 'drafts', id: newId(), rev: 1, body: draftFor(item, index % 3 === 0) as never };
  });
  for (let from = 0; from < changes.length; from += 1000) valueOf(await place.journal.append('working', place.by, changes.slice(from, from + 1000)));
  await host.close();
  return data;
}

function block(year: number): string {
  const { planItem } = makersOf('2'.repeat(32) as never, '' as never);
  const rows = Array.from({ length: PASTED_ROWS }, (_, index) => {
    const { name, catalogueCode, content, quantityE4, unit, unitPriceFen, place, recipients } = planItem(index);
    return [`${String(year)}-${String(index + 1).padStart(4, '0')}`, name, catalogueCode, content, quantityE4 / 10_000, unit, (unitPriceFen / 100).toFixed(2), `${String(year)}-03-01`, `${String(year)}-12-31`, place, recipients.group, recipients.count];
  });
  return [HEADINGS, ...rows].map((row) => row.join('\t')).join('\r\n');
}

async function openYear(page: Page, year: number): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `/plan?year=${String(year)}`);
}

interface Pasted {
  readonly preview: number;
  readonly filled: number;
  readonly saved: number;
  /** Of all processes, from Ctrl+V until all is saved. */
  readonly cpuMs: number;
}

/** From Ctrl+V to the preview; from the answer to the last change in the grid (rows, marks and figures stand), and until the page says that all is saved. */
async function paste({ app, page }: LaunchedStation, year: number, slower: number): Promise<Pasted> {
  await app.evaluate(async ({ clipboard }, text) => { await clipboard.writeText(text); }, block(year));
  await openYear(page, year);
  await page.getByRole('button', { name: '编制第一个项目' }).click();
  await page.locator('[data-row="0"] [data-column="number"]').click();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.evaluate(() => {
    const found: Record<string, number> = {};
    const frameOf = (name: string) => {
      if (found[name] !== undefined) return;
      found[name] = -1;
      requestAnimationFrame(() => { setTimeout(() => { found[name] = performance.now(); }); });
    };
    addEventListener('keydown', ({ key, timeStamp }) => { if (key.toLowerCase() === 'v') found['pressed'] = timeStamp; }, true);
    addEventListener('click', ({ target, timeStamp }) => { if (target instanceof Element && target.closest('.ant-modal-footer') !== null) found['answered'] = timeStamp; }, true);
    new MutationObserver((changes) => {
      if (document.querySelector('.paste-counts') !== null) frameOf('preview');
      const inGrid = changes.some(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[role="grid"]') !== null);
      if (found['answered'] !== undefined && inGrid) found['changed'] = performance.now();
      if (found['answered'] !== undefined && document.querySelector('.saved-note')?.textContent.startsWith('已自动保存') === true) found['saved'] ??= performance.now();
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    Object.assign(globalThis, { benchPaste: found });
  });
  const before = cpuMs(app.process().pid ?? 0);
  await page.keyboard.press('Control+V');
  await page.waitForFunction(() => ((globalThis as unknown as { benchPaste: Record<string, number> }).benchPaste['preview'] ?? -1) > 0);
  await page.getByRole('dialog').getByRole('button', { name: '填入' }).click();
  const done = await page.waitForFunction(() => {
    const { benchPaste } = globalThis as unknown as { benchPaste: Record<string, number> };
    return performance.now() - Math.max(benchPaste['changed'] ?? Infinity, benchPaste['saved'] ?? Infinity) > 1500 ? benchPaste : null;
  }, undefined, { polling: 100 });
  const { pressed = 0, preview = 0, answered = 0, changed = 0, saved = 0 } = (await done.jsonValue()) as unknown as Record<string, number>;
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
  const spent = cpuMs(app.process().pid ?? 0) - before;
  await page.reload();
  return { preview: preview - pressed, filled: changed - answered, saved: saved - answered, cpuMs: spent };
}

describe('the plan grid', () => {
  afterAll(removeBenchFolders);

  it('is measured from the key to the frame, and from the paste to the last finding', async () => {
    const dataFolder = join(await benchFolder('grid'), 'data');
    await cp(await makeStation(), dataFolder, { recursive: true });
    const station = await launchStation({ dataFolder });
    const { page } = station;
    const typed: Measured[] = [];
    const pasted: (Pasted & { readonly slow: boolean })[] = [];
    try {
      await signIn(page);
      await page.locator('.sidebar').waitFor();
      await openYear(page, YEAR);
      await page.locator('[data-row="3"] [data-column="name"]').waitFor({ timeout: 60_000 });
      await page.waitForTimeout(2000);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const floor = await keysInBareField(page, () => typeKeys(session, repeat([...'desk']), PAUSE_MS));
      for (const { what, column, keys } of TYPED) {
        await page.keyboard.press('Control+Home');
        await page.locator(`[data-row="3"] [data-column="${column}"]`).click();
        await page.waitForTimeout(500);
        const spent = await keysToPaint(page, () => typeKeys(session, keys, PAUSE_MS));
        await page.keyboard.press('Escape');
        typed.push({
          name: `key to paint, ${ROWS.toLocaleString('en')} rows, processor ${String(SLOWER)} times slower: ${what}`,
          unit: 'ms',
          pairs: spent.map((one) => [one, median(floor)]),
          notes: [`p50 ${percentile(spent, 50).toFixed(1)}, p95 ${percentile(spent, 95).toFixed(1)}, worst ${Math.max(...spent).toFixed(1)} ms of ${String(spent.length)} keys, ${String(PAUSE_MS)} ms apart; bare field p50 ${median(floor).toFixed(1)}, p95 ${percentile(floor, 95).toFixed(1)} ms; the key’s own moment to the first task after its frame`],
        });
      }
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      for (let run = 0; run < PASTES + 1; run += 1) {
        const slow = run === PASTES;
        pasted.push({ ...(await paste(station, YEAR + 1 + run, slow ? SLOWER : 1)), slow });
      }
    } finally {
      await station.close();
    }
    const name = `pasting ${PASTED_ROWS.toLocaleString('en')} × ${String(HEADINGS.length)} cells`;
    const of = (figure: keyof Pasted, slow: boolean) => pasted.filter((one) => one.slow === slow).map((one) => [one[figure], null] as const);
    note('2-plan-grid', [
      ...typed,
      { name: `${name}, from Ctrl+V to the preview`, unit: 'ms', pairs: of('preview', false) },
      { name: `${name}, from the answer to the last change in the grid`, unit: 'ms', pairs: of('filled', false) },
      { name: `${name}, from the answer until all is saved`, unit: 'ms', pairs: of('saved', false) },
      { name: `${name}, CPU of all processes until saved`, unit: 'CPU ms', pairs: of('cpuMs', false) },
      { name: `${name}, processor ${String(SLOWER)} times slower, to the preview`, unit: 'ms', pairs: of('preview', true) },
      { name: `${name}, processor ${String(SLOWER)} times slower, to the last change`, unit: 'ms', pairs: of('filled', true) },
    ]);
  });
});

/** The floor: the same keys in a field that belongs to nothing, over the same page. */
async function keysInBareField(page: Page, press: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'bare-field';
    Object.assign(field.style, { position: 'fixed', left: '0', top: '0', zIndex: '9999' });
    document.body.append(field);
    field.focus();
  });
  const spent = await keysToPaint(page, press);
  await page.evaluate(() => { document.querySelector('#bare-field')?.remove(); });
  return spent;
}
