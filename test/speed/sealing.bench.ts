import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { answerDialog } from '../desktop/support/launch';
import { createOffice, pdf, removeTempFolders } from '../electron/bundle/support/office';
import { addPageModule, copyApp } from './support/app';
import { benchFolder, removeBenchFolders } from './support/folders';
import { makersOf } from './support/items';
import type { BenchPage } from './support/page';
import { memoryMb, watched } from './support/processes';
import { note } from './support/report';
import { setUpStation, startBench } from './support/stations';

const RUNS = Number(process.env['BENCH_SEAL_RUNS'] ?? 5);
const FILES = 50;
const FILE_BYTES = 2_000_000;

const run = promisify(execFile);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

describe('sealing 100 MB of attachments', () => {
  beforeAll(async () => {
    const copy = await copyApp();
    await addPageModule(copy);
    process.env['GOUFU_APP'] = copy;
  });
  afterAll(async () => {
    await removeTempFolders();
    await removeBenchFolders();
  });

  it('is measured against copying and hashing the same files', async () => {
    const recipient = await createOffice('county', '红旗县财政局');
    const { data } = await setUpStation('unit', { other: recipient.station, relation: 'superior' });
    const source = await benchFolder('files');
    const paths = Array.from({ length: FILES }, (_, index) => join(source, `证明材料-${String(index + 1)}.pdf`));
    for (const path of paths) await writeFile(path, pdf(FILE_BYTES));

    const station = await startBench(data);
    try {
      await answerDialog(station.app, { open: paths });
      const state = await station.page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.state());
      const owner = state.station?.stationId ?? ('' as never);
      const by = state.signedInAs ?? ('' as never);
      const { planItem, newId } = makersOf(owner, by);
      const body = { ...planItem(1), preparedBy: newId(), reviewedBy: by };
      await station.page.evaluate(([id, item]) => (globalThis as unknown as { bench: BenchPage }).bench.attach(id, item), [newId(), body] as const);

      const [stick, copies] = [await benchFolder('stick'), await benchFolder('copies')];
      await answerDialog(station.app, { open: [stick] });
      const restMb = memoryMb(station.pid);
      const pairs: [number, number][] = [];
      const wide: [number, number][] = [];
      let peakMb = 0;
      for (let round = 0; round < RUNS; round += 1) {
        const { result: ours, usage } = await watched(station.pid, () =>
          station.page.evaluate((id) => (globalThis as unknown as { bench: BenchPage }).bench.seal(id), recipient.id),
        );
        peakMb = Math.max(peakMb, usage.peakMb);
        await mkdir(copies, { recursive: true });
        const copied = await timed(() => run('cp', [...paths, copies]));
        const sm3 = await timed(() => run('openssl', ['dgst', '-sm3', ...paths]));
        const sha256 = await timed(() => run('sha256sum', paths));
        pairs.push([ours, copied + sm3]);
        wide.push([ours, copied + sm3 + sha256]);
        await rm(copies, { recursive: true, force: true });
        for (const name of await readdir(stick)) await rm(join(stick, name));
      }
      note('3-sealing', [
        {
          name: 'sealing 100 MB, against cp + openssl dgst -sm3',
          unit: 'ms',
          pairs,
          peakMb,
          notes: [`memory at rest before ${restMb.toFixed(0)} MB; ours also computes SHA-256, writes the bundle twice (own copy, medium), reads it back and compares, each with fsync`],
        },
        { name: 'sealing 100 MB, against cp + openssl dgst -sm3 + sha256sum', unit: 'ms', pairs: wide, peakMb },
      ]);
    } finally {
      await station.close();
    }
  });
});
