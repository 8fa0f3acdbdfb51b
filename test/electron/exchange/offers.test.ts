import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { EventOf } from '#shared/ipc/events';
import { createOffers } from '../../../electron/exchange/offers';
import { createTokenStore } from '../../../electron/lib/token';
import { freshFolder } from './support';

function offersOf(): { sent: EventOf<'filesOffered'>[]; state: { atWork: boolean }; files: ReturnType<typeof createTokenStore<string>>; offers: ReturnType<typeof createOffers> } {
  const sent: EventOf<'filesOffered'>[] = [];
  const state = { atWork: false };
  const files = createTokenStore<string>();
  const offers = createOffers({ files, isAtWork: () => state.atWork, send: (offer) => void sent.push(offer) });
  return { sent, state, files, offers };
}

describe('createOffers', () => {
  it('waits for an operator, then offers what was clicked last, once', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'a.gfb'), 'a');
    await writeFile(join(folder, 'b.GFB'), 'bb');
    const { sent, state, files, offers } = offersOf();
    await offers.take(['--flag', join(folder, 'a.gfb')], folder);
    await offers.take(['b.GFB'], folder);
    await offers.take(['--flag', 'app'], folder);
    offers.flush();
    expect(sent).toEqual([]);
    state.atWork = true;
    offers.flush();
    offers.flush();
    expect(sent).toEqual([{ files: [{ token: expect.stringMatching(/^[0-9a-f]{32}$/) as string, fileName: 'b.GFB', sizeBytes: 2 }], unreadable: [] }]);
    expect(files.redeem(sent[0]?.files[0]?.token ?? '')).toBe(join(folder, 'b.GFB'));
  });

  it('offers a whole selection, each file once, also under names with blanks, Chinese and percent signs, also as addresses', async () => {
    const folder = await freshFolder();
    const names = ['民政局 2026 年.gfb', '100% 完成.gfb', 'ᠮᠣᠩᠭᠣᠯ.gfb', 'a#b?c.gfb'];
    for (const name of names) await writeFile(join(folder, name), 'x');
    const { sent, state, files, offers } = offersOf();
    state.atWork = true;
    const addresses = names.map((name) => pathToFileURL(join(folder, name)).href);
    await offers.take([names[0] ?? '', ...addresses], folder);
    expect(sent[0]?.files.map(({ fileName }) => fileName)).toEqual(names);
    expect(sent[0]?.files.map(({ token }) => files.redeem(token))).toEqual(names.map((name) => join(folder, name)));
  });

  it('names what cannot be read: gone, a folder, an address of elsewhere', async () => {
    const folder = await freshFolder();
    await mkdir(join(folder, 'folder.gfb'));
    await writeFile(join(folder, 'good.gfb'), '');
    const { sent, state, offers } = offersOf();
    state.atWork = true;
    await offers.take(['folder.gfb', 'missing.gfb', 'good.gfb', 'file://server/share/x.gfb', 'file:///%zz.gfb'], folder);
    expect(sent).toEqual([{ files: [{ token: expect.any(String) as string, fileName: 'good.gfb', sizeBytes: 0 }], unreadable: ['folder.gfb', 'missing.gfb', 'x.gfb', '%zz.gfb'] }]);
  });

  it('takes nothing without the extension of a bundle, and no switch for a file', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'x.exe'), '');
    const { sent, state, offers } = offersOf();
    state.atWork = true;
    for (const name of ['x.exe', '--x.gfb', '', '.']) await offers.take([name], folder);
    expect(sent).toEqual([]);
  });

  it('offers no more than a page can show', async () => {
    const { sent, state, offers } = offersOf();
    state.atWork = true;
    await offers.take(Array.from({ length: 500 }, (_, index) => `${String(index)}.gfb`), '/nowhere');
    expect(sent[0]?.unreadable).toHaveLength(20);
  });
});
