import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOffers } from '../../../electron/exchange/offers';
import { createTokenStore } from '../../../electron/lib/token';
import { freshFolder } from './support';

function offersOf(): { sent: { token: string; fileName: string }[]; state: { atWork: boolean }; files: ReturnType<typeof createTokenStore<string>>; offers: ReturnType<typeof createOffers> } {
  const sent: { token: string; fileName: string }[] = [];
  const state = { atWork: false };
  const files = createTokenStore<string>();
  const offers = createOffers({ files, isAtWork: () => state.atWork, send: (offer) => void sent.push(offer) });
  return { sent, state, files, offers };
}

describe('createOffers', () => {
  it('waits for an operator, then offers the newest bundle once', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'a.gfb'), 'a');
    await writeFile(join(folder, 'b.GFB'), 'bb');
    const { sent, state, files, offers } = offersOf();
    await offers.take(['--flag', join(folder, 'a.gfb')], folder);
    await offers.take(['b.GFB'], folder);
    offers.flush();
    expect(sent).toEqual([]);
    state.atWork = true;
    offers.flush();
    offers.flush();
    expect(sent).toEqual([{ token: expect.stringMatching(/^[0-9a-f]{32}$/) as string, fileName: 'b.GFB', sizeBytes: 2 }]);
    expect(files.redeem(sent[0]?.token ?? '')).toBe(join(folder, 'b.GFB'));
  });

  it('takes only existing files with the extension of a bundle', async () => {
    const folder = await freshFolder();
    await mkdir(join(folder, 'folder.gfb'));
    await writeFile(join(folder, 'x.exe'), '');
    const { sent, state, offers } = offersOf();
    state.atWork = true;
    for (const name of ['folder.gfb', 'x.exe', 'missing.gfb', '--x.gfb', '']) await offers.take([name], folder);
    expect(sent).toEqual([]);
  });
});
