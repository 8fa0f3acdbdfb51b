// Backing up and restoring a station of 100 MB of attachments and 30,000 lines, in Node as the main process does it, against copying and
// hashing the same files.

import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, it } from 'vitest';
import { stationFolders } from '../../electron/station/folders';
import { attach, computerAt, keptStation, restore, treeOf, write } from '../electron/backup/support';
import { valueOf } from '../electron/station/support';
import { benchFolder, removeBenchFolders } from './support/folders';
import { note } from './support/report';

const RUNS = Number(process.env['BENCH_BACKUP_RUNS'] ?? 3);
const run = promisify(execFile);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

describe('backing up 100 MB', () => {
  afterAll(removeBenchFolders);

  it('is measured against cp and openssl dgst -sm3', async () => {
    const kept = await keptStation();
    for (let index = 0; index < 50; index++) await attach(kept.at, 2_000_000);
    for (let index = 0; index < 10; index++) await write(kept.at, 3000);
    const { station } = kept.folders;
    const paths = Object.keys(await treeOf(station)).map((path) => join(station, path));
    const first: [number, number][] = [];
    const again: [number, number][] = [];
    const back: [number, number][] = [];
    for (let round = 0; round < RUNS; round++) {
      const [stick, copies, fresh] = [await benchFolder('stick'), await benchFolder('copies'), await benchFolder('fresh')];
      const floor = async () => {
        await rm(copies, { recursive: true, force: true });
        await mkdir(copies);
        return (await timed(() => cp(station, join(copies, 'station'), { recursive: true }))) + (await timed(() => run('openssl', ['dgst', '-sm3', ...paths], { maxBuffer: 4_000_000 })));
      };
      kept.clock.now = new Date(kept.clock.now.getTime() + 60_000);
      first.push([await timed(async () => valueOf(await kept.backups.make('asked', stick))), await floor()]);
      await write(kept.at, 1);
      kept.clock.now = new Date(kept.clock.now.getTime() + 60_000);
      again.push([await timed(async () => valueOf(await kept.backups.make('asked', stick))), await floor()]);
      const other = computerAt(stationFolders(fresh, 'real'));
      back.push([await timed(async () => valueOf(await restore(other, stick))), await floor()]);
      await other.host.close();
      if ((await readdir(join(fresh, 'station', 'attachments'))).length === 0) throw new Error('nothing was restored');
    }
    note('3-backup', [
      { name: 'first backup of 100 MB, against cp + openssl dgst -sm3', unit: 'ms', pairs: first },
      { name: 'the next, with one line more', unit: 'ms', pairs: again },
      { name: 'restoring it on another computer', unit: 'ms', pairs: back },
    ]);
  });
});
