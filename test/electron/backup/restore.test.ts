// Restoring real stations: to equal states, over damage, beside what this machine has.

import { randomInt } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { stationFolders } from '../../../electron/station/folders';
import { freshFolder } from '../exchange/support';
import { freshFolders, PASSPHRASE, PASSWORD, signInFirst, valueOf } from '../station/support';
import { alter, attach, CHOICE, computerAt, expectAtWork, failureOf, isThere, keptStation, newest, pastStation, QUIET_JOB, restore, stationTree, write } from './support';

const ownJournal = ({ folders, at }: Pick<Awaited<ReturnType<typeof keptStation>>, 'folders' | 'at'>, chain = '') =>
  join(folders.station, 'journals', `${at.journal.owner}${chain}.ndjson`);

describe('restoring', () => {
  it('brings twenty random states back byte for byte on another computer', async () => {
    const kept = await keptStation();
    const acts = [
      () => write(kept.at, randomInt(1, 40)),
      () => write(kept.at, randomInt(1, 10), 'official', 'planItems'),
      async () => void (await attach(kept.at, randomInt(1, 2_500_000))),
      async () => void valueOf(await kept.host.addOperator({ name: `经办${String(randomInt(1000))}`, post: '科员', password: PASSWORD })),
      async () => void valueOf(await kept.at.vault.changePassphrase(PASSPHRASE, PASSPHRASE)),
    ];
    for (let state = 0; state < 20; state++) {
      for (let act = randomInt(1, 4); act > 0; act--) await acts[randomInt(acts.length)]?.();
      kept.clock.now = new Date(kept.clock.now.getTime() + 86_400_000);
      valueOf(await kept.backups.make('daily', null));
      const expected = await stationTree(kept.folders);
      const other = computerAt(await freshFolders());
      const report = valueOf(await restore(other, kept.folders.backups));
      expect(report).toMatchObject({ kept: 0, dropped: 0, unreadable: 0, copyFolder: null });
      await other.host.close();
      expect(await stationTree(other.folders)).toEqual(expected);
    }
  }, 240_000);

  it('takes away what the page had made of the station before, once', async () => {
    const kept = await pastStation();
    const cleared = vi.fn(() => Promise.resolve());
    const other = computerAt(await freshFolders(), cleared);
    valueOf(await restore(other, kept.folders.backups));
    expect(cleared).toHaveBeenCalledOnce();
    await other.host.close();
    const again = computerAt(other.folders, cleared);
    expect((await again.host.state()).phase).toBe('locked');
    expect(cleared).toHaveBeenCalledOnce();
    await signInFirst(again.host);
    expect((await again.backups.state()).restored).toMatchObject({ gained: 44, kept: 0 });
  });

  it('clears them at the next start when that failed', async () => {
    const kept = await pastStation();
    const other = computerAt(await freshFolders(), () => Promise.reject(new Error('no')));
    valueOf(await restore(other, kept.folders.backups));
    await other.host.close();
    const cleared = vi.fn(() => Promise.resolve());
    const again = computerAt(other.folders, cleared);
    expect((await again.host.state()).phase).toBe('locked');
    expect(cleared).toHaveBeenCalledOnce();
  });

  it.each<[string, (kept: Awaited<ReturnType<typeof pastStation>>) => Promise<void>, string, number]>([
    ['the profile is gone', ({ folders }) => rm(join(folders.station, 'station.json')), 'station.damaged', 37],
    ['the vault is gone', ({ folders }) => rm(join(folders.station, 'vault'), { recursive: true }), 'operator.store-damaged', 37],
    ['the official journal is gone', async (kept) => rm(ownJournal(kept)), 'journal.damaged', 37],
    ['a line of the official journal was altered', async (kept) => alter(ownJournal(kept), 1500), 'journal.broken-chain', 37],
    ['the working journal is gone', async (kept) => rm(ownJournal(kept, '.working')), 'journal.damaged', 30],
    ['the working journal was cut in the middle of a line', async (kept) => truncate(ownJournal(kept, '.working'), 700), 'ok', 30],
    ['both journals are of noughts', async (kept) => { for (const chain of ['', '.working']) await writeFile(ownJournal(kept, chain), Buffer.alloc(9000)); }, 'station.damaged', 30],
    ['a stray byte stands in the working journal', async (kept) => alter(ownJournal(kept, '.working'), 300), 'ok', 37],
  ])('loses nothing that can still be read when %s', async (_, damage, code, drafts) => {
    const kept = await pastStation();
    await damage(kept);
    const broken = computerAt(kept.folders);
    const state = await broken.host.state();
    expect(state.damage ?? 'ok').toBe(code);
    if (state.phase === 'locked') await signInFirst(broken.host);
    const report = valueOf(await restore(broken));
    expect(report.dropped).toBe(0);
    await expectAtWork(broken, drafts);
    // The damaged folder lies where the report says, as it was.
    expect(await isThere(join(kept.folders.replaced, report.copyFolder ?? '-'))).toBe(true);
  });

  it('leaves a sound station as it was when nothing is missing, and says beforehand that there is no need', async () => {
    const kept = await pastStation();
    const again = computerAt(kept.folders);
    await signInFirst(again.host);
    const examined = valueOf(await again.backups.examine((await newest(again.backups)).token, null, QUIET_JOB));
    expect(examined).toEqual({ present: 'sound', gained: 0, kept: 10, dropped: 0, fromBundles: 0, unreadable: 0, files: 0, needless: true });
    valueOf(await restore(again));
    await again.host.close();
    expect(await stationTree(kept.folders)).toEqual(kept.before);
  });

  it('brings back an attachment that is gone or spoilt, and says so beforehand', async () => {
    const kept = await pastStation();
    const attachments = Object.keys(kept.before).filter((path) => path.startsWith('attachments/'));
    const [large = '', small = ''] = await bySize(kept.folders.station, attachments);
    await alter(join(kept.folders.station, large), 1_100_000);
    const again = computerAt(kept.folders);
    expect(valueOf(await again.backups.examine((await newest(again.backups)).token, null, QUIET_JOB))).toMatchObject({ files: 1, needless: false });
    valueOf(await restore(again));
    await again.host.close();
    const after = await stationTree(kept.folders);
    expect(after[large]).toBe(kept.before[large]);
    // The one that was added after the backup is here still.
    expect(after[small]).toBe(kept.before[small]);
  });

  it('keeps what stood here: whole, in the list of backups and in a folder of its own, the three latest', async () => {
    const kept = await pastStation();
    // A twin that was started from an old copy and worked on.
    const again = computerAt(kept.folders);
    await signInFirst(again.host);
    const { token } = await newest(again.backups);
    const at = valueOf(again.host.workplace());
    await write(at, 1, 'official', 'planItems');
    for (let time = 0; time < 5; time++) {
      again.clock.now = new Date(again.clock.now.getTime() + 60_000);
      valueOf(await again.backups.restore(token, CHOICE, QUIET_JOB));
    }
    expect(await readdir(kept.folders.replaced)).toHaveLength(5);
    expect(valueOf(await again.backups.list(null)).backups.filter(({ reason }) => reason === 'replaced')).toHaveLength(3);
    await again.host.close();
    await computerAt(kept.folders).host.state();
    expect(await readdir(kept.folders.replaced)).toHaveLength(3);
  });

  it('does not let go, for the copy it makes, of the backup that is restored', async () => {
    const kept = await pastStation();
    const again = computerAt(kept.folders);
    await signInFirst(again.host);
    for (let time = 0; time < 4; time++) {
      again.clock.now = new Date(again.clock.now.getTime() + 60_000);
      const { backups } = valueOf(await again.backups.list(null));
      const oldestCopy = backups.filter(({ reason }) => reason === 'replaced').at(-1);
      expect(failureOf(await again.backups.restore((oldestCopy ?? backups[0])?.token ?? '', CHOICE, QUIET_JOB))).toBe('ok');
    }
  });

  it('puts the backup in the place of a twin’s lines, and can be taken back by the copy it made', async () => {
    const kept = await pastStation(0);
    const twin = stationFolders(join(await freshFolder(), 'twin'), 'real');
    await mkdir(twin.data);
    await cp(kept.folders.station, twin.station, { recursive: true });
    // The twin goes its own way from where both stood.
    const other = computerAt(twin);
    await signInFirst(other.host);
    await write(valueOf(other.host.workplace()), 4, 'official', 'planItems');
    const here = computerAt(kept.folders);
    await signInFirst(here.host);
    await write(valueOf(here.host.workplace()), 2, 'official', 'planItems');
    here.clock.now = new Date(here.clock.now.getTime() + 60_000);
    const stick = await freshFolder();
    valueOf(await here.backups.make('asked', stick));
    const examined = valueOf(await other.backups.examine((await newest(other.backups, stick)).token, null, QUIET_JOB));
    expect(examined).toMatchObject({ present: 'sound', gained: 2, dropped: 4, needless: false });
    const before = await stationTree(twin);
    expect(valueOf(await restore(other, stick))).toMatchObject({ gained: 2, dropped: 4 });
    other.clock.now = new Date(other.clock.now.getTime() + 120_000);
    const copy = valueOf(await other.backups.list(null)).backups.find(({ reason }) => reason === 'replaced');
    expect(valueOf(await other.backups.restore(copy?.token ?? '', CHOICE, QUIET_JOB))).toMatchObject({ gained: 4, dropped: 2 });
    await other.host.close();
    expect(await stationTree(twin)).toEqual(before);
  });
});

async function bySize(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const sized = await Promise.all(paths.map(async (path) => ({ path, size: (await readFile(join(folder, path))).length })));
  return sized.sort((a, b) => b.size - a.size).map(({ path }) => path);
}
