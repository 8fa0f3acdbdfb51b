import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { addPageModule, copyApp } from './support/app';
import { removeBenchFolders } from './support/folders';
import { makersOf } from './support/items';
import type { BenchPage } from './support/page';
import { watched } from './support/processes';
import { median, note } from './support/report';
import { setUpStation, startBench } from './support/stations';

const SAVES = Number(process.env['BENCH_SAVES'] ?? 200);
const WARM_UP = 20;
const DRAFTS = 10;

describe('a save', () => {
  beforeAll(async () => {
    const copy = await copyApp();
    await addPageModule(copy);
    process.env['GOUFU_APP'] = copy;
  });
  afterAll(removeBenchFolders);

  it('is measured against one bare transaction and one fsynced append', async () => {
    const { data } = await setUpStation('unit');
    const station = await startBench(data);
    try {
      const { page, app, dataFolder } = station;
      const state = await page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.state());
      const { planItem, newId } = makersOf(state.station?.stationId ?? ('' as never), state.signedInAs ?? ('' as never));
      const ids = Array.from({ length: DRAFTS }, newId);
      const parts: { ours: number; put: number; append: number }[] = [];
      const { usage } = await watched(station.pid, async () => {
        for (let index = 0; index < SAVES + WARM_UP; index += 1) {
          const id = ids[index % DRAFTS] ?? '';
          const form = planItem(index);
          const ours = await page.evaluate(([one, typed]) => (globalThis as unknown as { bench: BenchPage }).bench.save(one, typed), [id, form] as const);
          const put = await page.evaluate((one) => (globalThis as unknown as { bench: BenchPage }).bench.bareSave(one), id);
          const append = await app.evaluate(async (_electron, { path, text }) => {
            const { open } = process.getBuiltinModule('node:fs/promises');
            const file = await open(path, 'a');
            const started = performance.now();
            await file.write(text);
            await file.datasync();
            const spent = performance.now() - started;
            await file.close();
            return spent;
          }, { path: join(dataFolder, 'bare.ndjson'), text: `${JSON.stringify(form)}\n` });
          if (index >= WARM_UP) parts.push({ ours, put, append });
        }
      });
      const of = (part: 'ours' | 'put' | 'append') => median(parts.map((one) => one[part])).toFixed(2);
      note('4-saving', [
        {
          name: 'saving a draft',
          unit: 'ms',
          pairs: parts.map(({ ours, put, append }) => [ours, put + append]),
          peakMb: usage.peakMb,
          notes: [`floor: transaction ${of('put')} ms, append ${of('append')} ms; ours goes through two processes and a worker on the way`],
        },
      ]);
    } finally {
      await station.close();
    }
  });
});
