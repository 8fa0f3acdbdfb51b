import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { assert } from '#shared/base/assert';
import { sealBundle } from '../../electron/bundle/seal';
import { answerDialog } from '../desktop/support/launch';
import { admissionOf, createOffice, type Office, removeTempFolders } from '../electron/bundle/support/office';
import { addPageModule, copyApp } from './support/app';
import { benchFolder, removeBenchFolders } from './support/folders';
import { makersOf } from './support/items';
import type { BenchPage, OpenTimes } from './support/page';
import { type Usage, watched } from './support/processes';
import { median, note, type Measured } from './support/report';
import { setUpStation, startBench, valueOf } from './support/stations';

/** Lines of the bundle → how often it is opened. */
const PLAN: readonly (readonly [lines: number, runs: number])[] = [
  [10_000, Number(process.env['BENCH_OPEN_RUNS_10K'] ?? 3)],
  [100_000, Number(process.env['BENCH_OPEN_RUNS_100K'] ?? 2)],
];
const LINES_PER_APPEND = 5000;

interface Run {
  readonly ours: OpenTimes;
  readonly usage: Usage;
  readonly floorMs: number;
  readonly floor: Usage;
}

let sender: Office;
let data: string;
let lines = 0;

/** Lets the sender's journal grow up to `count` plan items and seals all of it for the receiver. */
async function sealed(count: number, recipientId: string): Promise<{ path: string; sizeBytes: number }> {
  const { planItem, newId } = makersOf(sender.id, sender.operator, count);
  while (lines < count) {
    const changes = Array.from({ length: Math.min(LINES_PER_APPEND, count - lines) }, (_, index) => ({
      op: 'put' as const,
      table: 'planItems',
      id: newId(),
      rev: 1,
      body: planItem(lines + index) as never,
    }));
    valueOf(await sender.journals.append('official', sender.operator, changes));
    lines += changes.length;
  }
  const targetFolder = await benchFolder('stick');
  const report = valueOf(await sealBundle(sender, { recipientId: recipientId as never, targetFolder, fromStart: true }));
  return { path: join(targetFolder, report.fileName), sizeBytes: report.sizeBytes };
}

async function openOnce(path: string, count: number): Promise<Run> {
  const station = await startBench(data);
  try {
    await answerDialog(station.app, { open: [path] });
    const { result: ours, usage } = await watched(station.pid, () =>
      station.page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.open()),
    );
    assert(ours.rows === count, `every line has its row: ${String(ours.rows)}`);
    const { result: floorMs, usage: floor } = await watched(station.pid, () =>
      station.page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.bulkPut()),
    );
    return { ours, usage, floorMs, floor };
  } finally {
    await station.close();
    await rm(dirname(station.dataFolder), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function measuredOf(count: number, runs: readonly Run[], bytes: { journal: number; bundle: number }): readonly Measured[] {
  const name = `opening ${count.toLocaleString('en')} lines`;
  const of = (figure: (run: Run) => number) => median(runs.map(figure));
  const perSecond = (ms: number) => `${Math.round((count / ms) * 1000).toLocaleString('en')} lines/s`;
  return [
    {
      name,
      unit: 'ms',
      pairs: runs.map(({ ours, floorMs }) => [ours.totalMs, floorMs]),
      peakMb: Math.max(...runs.map(({ usage }) => usage.peakMb)),
      notes: [
        `${perSecond(of(({ ours }) => ours.totalMs))}; lines of ${String(Math.round(bytes.journal / count))} bytes, bundle ${(bytes.bundle / 1e6).toFixed(1)} MB; floor ${perSecond(of(({ floorMs }) => floorMs))}`,
        `copied and checked after ${of(({ ours }) => ours.checkedMs).toFixed(0)} ms (${perSecond(of(({ ours }) => ours.checkedMs))}), stored after ${of(({ ours }) => ours.mainMs).toFixed(0)} ms, rows readable after ${of(({ ours }) => ours.totalMs).toFixed(0)} ms`,
        `longest gap in the page ${of(({ ours }) => ours.longestGapMs).toFixed(0)} ms; peak memory while the floor ran ${of(({ floor }) => floor.peakMb).toFixed(0)} MB`,
      ],
    },
    { name: `${name}, CPU`, unit: 'CPU ms', pairs: runs.map(({ usage, floor }) => [usage.cpuMs, floor.cpuMs]) },
  ];
}

describe('opening a bundle', () => {
  beforeAll(async () => {
    const copy = await copyApp();
    await addPageModule(copy);
    process.env['GOUFU_APP'] = copy;
  });
  afterAll(async () => {
    await removeTempFolders();
    await removeBenchFolders();
  });

  it('is measured against the bare puts of the same rows', async () => {
    sender = await createOffice('unit', '红旗县民政局');
    const receiver = await setUpStation('county', { other: sender.station, relation: 'subordinate' });
    data = receiver.data;
    await sender.put('admissions', admissionOf(receiver.profile, 'superior', sender.operator));
    const measured: Measured[] = [];
    for (const [count, runs] of PLAN) {
      if (runs === 0) continue;
      const { path, sizeBytes } = await sealed(count, receiver.profile.stationId);
      const journal = sender.journals.head('official', sender.id)?.sizeBytes ?? Number.NaN;
      const done: Run[] = [];
      for (let run = 0; run < runs; run += 1) done.push(await openOnce(path, count));
      measured.push(...measuredOf(count, done, { journal, bundle: sizeBytes }));
    }
    note('2-opening', measured);
  });
});
