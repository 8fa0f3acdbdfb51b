// The JavaScript a start loads, packed with gzip: until the sign-in screen takes the password, and until the home page stands.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, it } from 'vitest';
import { launchStation } from '../desktop/support/launch';
import { benchStations, homeStands, signIn } from './support/big-station';
import { copyApp } from './support/app';
import { removeBenchFolders } from './support/folders';
import { note } from './support/report';

interface Loaded {
  readonly path: string;
  /** A moment of the system's clock, in ms. */
  readonly at: number;
}

describe('the JavaScript that is loaded', () => {
  afterAll(removeBenchFolders);

  it('is weighed until sign-in and until home', async () => {
    const { empty } = await benchStations();
    const copy = await copyApp();
    process.env['GOUFU_APP'] = copy;
    const station = await launchStation({ dataFolder: empty });
    const { page } = station;
    try {
      await page.locator('input[type=password]').waitFor();
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      const loaded: Loaded[] = [];
      session.on('Network.requestWillBeSent', ({ request, wallTime }) => {
        const { pathname } = new URL(request.url);
        if (pathname.endsWith('.js') && !pathname.startsWith('/bench/')) loaded.push({ path: pathname, at: wallTime * 1000 });
      });
      await page.reload();
      await page.locator('input[type=password]').waitFor();
      await signIn(page);
      await homeStands(page);
      const usable = await page.evaluate(async () => {
        await new Promise((next) => { setTimeout(next, 1000); });
        return performance.timeOrigin + (performance.getEntriesByName('bench usable')[0]?.startTime ?? 0);
      });
      const weigh = async (files: readonly Loaded[]) => {
        const sizes = await Promise.all(files.map(async ({ path }) => gzipSync(await readFile(join(copy, 'renderer', path))).length));
        return sizes.reduce((sum, size) => sum + size, 0) / 1024;
      };
      const before = loaded.filter(({ at }) => at <= usable);
      note('10-loaded-code', [
        { name: 'JavaScript loaded before the sign-in screen is usable, gzip', unit: 'KB', pairs: [[await weigh(before), null]], notes: [`${String(before.length)} files`] },
        { name: 'JavaScript loaded before the home page stands, gzip', unit: 'KB', pairs: [[await weigh(loaded), null]], notes: [`${String(loaded.length)} files, those of sign-in among them; without workers`] },
      ]);
    } finally {
      await station.close();
    }
  });
});
