import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, it } from 'vitest';
import { electronExecutable, stationEnvironment } from '../desktop/support/launch';
import { bareApp, copyApp } from './support/app';
import { benchFolder, removeBenchFolders } from './support/folders';
import { cpuMs, memoryMb } from './support/processes';
import { median, note } from './support/report';
import { setUpStation } from './support/stations';

const RUNS = Number(process.env['BENCH_START_RUNS'] ?? 9);
const REST_MS = 1500;

interface Start {
  readonly paintMs: number;
  readonly usableMs: number;
  readonly cpuMs: number;
  readonly memoryMb: number;
}

async function start(appFolder: string, dataFolder: string): Promise<Start> {
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), appFolder];
  const started = performance.timeOrigin + performance.now();
  const child = spawn(electronExecutable(), args, { env: stationEnvironment(dataFolder), stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((done) => child.once('close', () => { done(); }));
  try {
    const found = new Map<string, number>();
    for await (const line of createInterface({ input: child.stdout })) {
      const [word, what = '', at] = line.split(' ');
      if (word === 'bench') found.set(what, Number(at) - started);
      if (found.size === 2) break;
    }
    const spent = cpuMs(child.pid ?? 0);
    await pause(REST_MS);
    return { paintMs: found.get('paint') ?? Number.NaN, usableMs: found.get('usable') ?? Number.NaN, cpuMs: spent, memoryMb: memoryMb(child.pid ?? 0) };
  } finally {
    child.kill();
    await ended;
  }
}

describe('window start', () => {
  afterAll(removeBenchFolders);

  it('is measured against a bare window', async () => {
    const [ours, bare] = [await copyApp(), await bareApp()];
    const { data } = await setUpStation('county');
    const bareData = await benchFolder('bare-data');
    const own = join(await benchFolder('start'), 'data');
    await cp(data, own, { recursive: true });
    // Once each uncounted: the first start of a fresh folder writes Chromium's own files.
    await start(ours, own);
    await start(bare, bareData);
    const pairs: [Start, Start][] = [];
    for (let run = 0; run < RUNS; run += 1) pairs.push([await start(ours, own), await start(bare, bareData)]);
    const of = (figure: keyof Start) => pairs.map(([mine, floor]) => [mine[figure], floor[figure]] as const);
    const peakMb = Math.max(...pairs.map(([mine]) => mine.memoryMb));
    const memory = `memory at rest ${median(pairs.map(([mine]) => mine.memoryMb)).toFixed(0)} MB, bare ${median(pairs.map(([, floor]) => floor.memoryMb)).toFixed(0)} MB`;
    note('1-window-start', [
      { name: 'window start to first paint', unit: 'ms', pairs: of('paintMs'), peakMb },
      { name: 'window start to usable', unit: 'ms', pairs: of('usableMs'), peakMb, notes: [memory] },
      { name: 'window start, CPU of all processes', unit: 'CPU ms', pairs: of('cpuMs'), peakMb },
    ]);
  });
});
