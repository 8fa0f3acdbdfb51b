// Restoring real stations: to equal states, over damage, against the wrong thing chosen, and cut short at every step.

import { randomInt } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { stationFolders } from '../../../electron/station/folders';
import { putTogether, type RestoreStep } from '../../../electron/backup/restore';
import { replaceStation } from '../../../electron/backup/replace';
import { readPresent } from '../../../electron/backup/present';
import { createShelf } from '../../../electron/backup/shelf';
import { findShelves } from '../../../electron/backup/find-shelves';
import { sm3Hex } from '#shared/crypto/sm3';
import { smallDisk } from '../bundle/support/small-disk';
import { freshFolder } from '../exchange/support';
import { codeOf, freshFolders, PASSPHRASE, PASSWORD, signInFirst, unitRequest, valueOf } from '../station/support';
import { attach, CHOICE, computerAt, failureOf, isThere, type Kept, keptStation, newest, PROOF, QUIET_JOB, restore, stationTree, treeOf, VERSION, write } from './support';

/** A station with a past, backed up, then gone on with; closed. */
async function pastStation(later = 7): Promise<Awaited<ReturnType<typeof keptStation>> & { before: Record<string, string> }> {
  const kept = await keptStation();
  await write(kept.at, 30);
  await write(kept.at, 10, 'official', 'planItems');
  await attach(kept.at, 1_200_000);
  valueOf(await kept.backups.make('asked', null));
  if (later > 0) await write(kept.at, later);
  await write(kept.at, 3, 'official', 'planItems');
  await attach(kept.at, 900);
  await kept.host.close();
  return { ...kept, before: await stationTree(kept.folders) };
}

const ownJournal = ({ folders, at }: Pick<Awaited<ReturnType<typeof keptStation>>, 'folders' | 'at'>, chain = '') =>
  join(folders.station, 'journals', `${at.journal.owner}${chain}.ndjson`);

async function expectAtWork(kept: Kept, drafts: number): Promise<void> {
  expect(await kept.host.state()).toMatchObject({ phase: 'locked', damage: null });
  await signInFirst(kept.host);
  const at = valueOf(kept.host.workplace());
  expect(codeOf(await at.vault.unlock(PASSPHRASE))).toBe('ok');
  expect(at.journal.head('working', at.journal.owner)?.seq).toBe(drafts);
}

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

describe('a restore that is refused', () => {
  it.each<[string, (shelf: string, manifest: string) => Promise<void>, string]>([
    ['a piece is gone', async (shelf) => rm(await neededPiece(shelf)), 'backup.damaged'],
    ['a piece is empty', async (shelf) => writeFile(await neededPiece(shelf), ''), 'backup.damaged'],
    ['a piece is torn', async (shelf) => truncate(await neededPiece(shelf), 5), 'backup.damaged'],
    ['a piece has one bit turned', async (shelf) => alter(await neededPiece(shelf), 3), 'backup.damaged'],
    ['the manifest is gone', async (_shelf, manifest) => rm(manifest), 'backup.missing'],
    ['the manifest is empty', async (_shelf, manifest) => writeFile(manifest, ''), 'backup.damaged'],
    ['the manifest is torn', async (_shelf, manifest) => truncate(manifest, 400), 'backup.damaged'],
    ['the manifest is by a newer application', (_shelf, manifest) => rewrite(manifest, (text) => text.replace('"version":"0.1.0"', '"version":"0.2.0"')), 'backup.newer'],
    ['the manifest names another office than the profile', (_shelf, manifest) => rewrite(manifest, (text) => text.replace('"name":"乌拉特旗民政局"', '"name":"乌拉特旗财政局"')), 'backup.damaged'],
    ['the manifest claims a longer journal', (_shelf, manifest) => rewrite(manifest, (text) => text.replace(/("hash":"[0-9a-f]{64}","seq":)(\d+)/, (_all, head: string, seq: string) => `${head}${String(Number(seq) + 1)}`)), 'backup.damaged'],
  ])('changes nothing when %s', async (_, damage, code) => {
    const kept = await pastStation();
    await rm(join(kept.folders.station, 'station.json'));
    const before = await treeOf(kept.folders.data);
    const broken = computerAt(kept.folders);
    const { token } = await newest(broken.backups);
    const [shelf = ''] = await findShelves(kept.folders.backups);
    const [name = ''] = await createShelf(shelf, VERSION).names();
    await damage(shelf, join(shelf, name));
    expect(failureOf(await broken.backups.examine(token, null, QUIET_JOB))).toContain(code);
    expect(failureOf(await broken.backups.restore(token, CHOICE, QUIET_JOB))).toContain(code);
    await broken.host.close();
    expect(await treeOf(kept.folders.data)).toEqual(before);
  });

  it('asks for the passphrase, slows guessing down, and takes the recovery sheet instead', async () => {
    const kept = await pastStation();
    await rm(join(kept.folders.station, 'station.json'));
    const broken = computerAt(kept.folders);
    const codes: string[] = [];
    const { token } = await newest(broken.backups);
    for (let time = 0; time < 6; time++) codes.push(codeOf(await broken.backups.prove(token, { passphrase: '不是这个口令不是' })));
    expect(codes.slice(0, 3)).toEqual(['backup.wrong-passphrase', 'backup.wrong-passphrase', 'backup.wrong-passphrase']);
    expect(codes).toContain('vault.try-later');
    const other = computerAt(kept.folders);
    expect(codeOf(await restore(other, null, { passphrase: '不是这个口令不是' }))).toBe('backup.wrong-passphrase');
    expect(await isThere(kept.folders.restoring)).toBe(false);
    expect(codeOf(await restore(other, null, { recoveryCode: kept.recoveryCode.slice(0, -1), newPassphrase: '一个新的口令足够长' }))).toMatch(/^recovery\./);
    const { recoveryCode } = kept;
    valueOf(await restore(other, null, { recoveryCode, newPassphrase: '一个新的口令足够长' }));
    await signInFirst(other.host);
    expect(codeOf(await valueOf(other.host.workplace()).vault.unlock('一个新的口令足够长'))).toBe('ok');
  });

  it('takes the passphrase of today where it was changed after the backup, and today’s passwords', async () => {
    const kept = await keptStation();
    valueOf(await kept.backups.make('asked', null));
    valueOf(await kept.at.vault.changePassphrase(PASSPHRASE, '换过的口令也足够长'));
    valueOf(await kept.at.passwords.set(kept.at.by, '换过的密码'.repeat(3)));
    await kept.host.close();
    await rm(join(kept.folders.station, 'station.json'));
    const broken = computerAt(kept.folders);
    valueOf(await restore(broken, null, { passphrase: '换过的口令也足够长' }));
    await signInFirst(broken.host, '换过的密码'.repeat(3));
    expect(codeOf(await valueOf(broken.host.workplace()).vault.unlock('换过的口令也足够长'))).toBe('ok');
  });

  it('leaves nobody without a password where this machine was set back to before he came', async () => {
    const kept = await keptStation();
    const operators = join(kept.folders.station, 'vault', 'operators.json');
    const before = await readFile(operators);
    const { id } = valueOf(await kept.host.addOperator({ name: '新来的', post: '科员', password: PASSWORD }));
    valueOf(await kept.backups.make('asked', null));
    await kept.host.close();
    await writeFile(operators, before);
    await rm(join(kept.folders.station, 'station.json'));
    const broken = computerAt(kept.folders);
    valueOf(await restore(broken));
    expect(codeOf(await broken.host.signIn({ operatorId: id, password: PASSWORD }))).toBe('ok');
  });

  it('knows another office’s backup, one for training, and one that is not there any more', async () => {
    const kept = await pastStation();
    const stranger = computerAt(await freshFolders());
    valueOf(await stranger.host.create(unitRequest));
    await signInFirst(stranger.host);
    expect(codeOf(await stranger.backups.examine((await newest(stranger.backups, kept.folders.backups)).token, null, QUIET_JOB))).toBe('backup.other-office');
    expect(codeOf(await restore(stranger, kept.folders.backups))).toBe('backup.other-office');
    expect((await stranger.host.state()).phase).toBe('locked');
    const training = computerAt(await freshFolders('training'));
    expect(codeOf(await restore(training, kept.folders.backups))).toBe('backup.other-environment');
    expect((await training.host.state()).phase).toBe('new');
    expect(codeOf(await stranger.backups.restore('0'.repeat(32), CHOICE, QUIET_JOB))).toBe('backup.missing');
  });

  it('stops when asked, and leaves everything as it stood', async () => {
    const kept = await pastStation();
    await rm(join(kept.folders.station, 'station.json'));
    const before = await treeOf(kept.folders.data);
    const broken = computerAt(kept.folders);
    const stop = new AbortController();
    const { token } = await newest(broken.backups);
    const stopped = await broken.backups.restore(token, CHOICE, { signal: stop.signal, onProgress: ({ step }) => { if (step === 'restoring') stop.abort(); } });
    expect(codeOf(stopped)).toBe('backup.cancelled');
    await broken.host.close();
    expect(await treeOf(kept.folders.data)).toEqual(before);
  });

  it('tells a full disk of its own, and leaves everything as it stood', async () => {
    const kept = await pastStation();
    const disk = await smallDisk(500_000);
    const other = computerAt(stationFolders(disk.folder, 'real'));
    expect(failureOf(await restore(other, kept.folders.backups))).toMatch(/^backup\.station-disk-full/);
    expect(await readdir(disk.folder)).toEqual([]);
    disk.resize(16_000_000);
    valueOf(await restore(other, kept.folders.backups));
    await other.host.close();
    await disk.drop();
  });
});

describe('a restore cut short', () => {
  it.each<RestoreStep>(['vault', 'journals', 'files', 'open', 'mark'])('at the step %s is none: the next start finds what stood here', async (step) => {
    const kept = await pastStation();
    await rm(join(kept.folders.station, 'station.json'));
    const before = await treeOf(kept.folders.data);
    // The power goes: nothing after this moment is done, not even clearing up.
    await expect(putTogether(await taskOf(kept, step))).rejects.toThrow('cut');
    await computerAt(kept.folders).host.state();
    expect(await treeOf(kept.folders.data)).toEqual(before);
  });

  it('between its two renames is finished by the next start', async () => {
    const kept = await pastStation();
    await rm(join(kept.folders.station, 'station.json'));
    await putTogether(await taskOf(kept, null));
    await mkdir(kept.folders.replaced);
    await rename(kept.folders.station, join(kept.folders.replaced, '20261130T000000000Z'));
    const again = computerAt(kept.folders);
    await expectAtWork(again, 37);
    expect(await isThere(kept.folders.restoring)).toBe(false);
  });

  it('before the first of them is none', async () => {
    const kept = await pastStation();
    await putTogether(await taskOf(kept, null));
    const again = computerAt(kept.folders);
    expect((await again.host.state()).phase).toBe('locked');
    await again.host.close();
    expect(await stationTree(kept.folders)).toEqual(kept.before);
    expect(await isThere(kept.folders.restoring)).toBe(false);
  });

  it('after the second stands', async () => {
    const kept = await pastStation();
    await rm(join(kept.folders.station, 'vault'), { recursive: true });
    await putTogether(await taskOf(kept, null));
    await replaceStation(kept.folders, new Date());
    await expectAtWork(computerAt(kept.folders), 37);
  });
});

async function taskOf({ folders }: Kept, cutAt: RestoreStep | null): Promise<Parameters<typeof putTogether>[0]> {
  const [path = ''] = await findShelves(folders.backups);
  const shelf = createShelf(path, VERSION);
  const [name = ''] = await shelf.names();
  return {
    folders, shelf, manifest: valueOf(await shelf.read(name)), present: await readPresent(folders.station), proof: PROOF, bundleFolders: [], now: new Date(), report: () => undefined,
    onStep: (step) => {
      if (step === cutAt) throw new Error('cut');
    },
  };
}

async function alter(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  const place = Math.min(at, bytes.length - 1);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

/** One that the restore cannot do without: attachments may lie here still. */
async function neededPiece(shelf: string): Promise<string> {
  const [name = ''] = await createShelf(shelf, VERSION).names();
  const needed = valueOf(await createShelf(shelf, VERSION).read(name)).files.filter(({ path }) => !path.startsWith('attachments/'));
  const piece = needed[randomInt(needed.length)]?.pieces[0] ?? '';
  return join(shelf, 'pieces', piece.slice(0, 2), piece);
}

/** Changes a manifest as somebody would who knows how it is sealed. */
async function rewrite(path: string, edit: (text: string) => string): Promise<void> {
  const [text = ''] = (await readFile(path, 'utf8')).split('\n');
  const edited = edit(text);
  expect(edited).not.toBe(text);
  await writeFile(path, `${edited}\n${sm3Hex(Buffer.from(edited))}\n`);
}

async function bySize(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const sized = await Promise.all(paths.map(async (path) => ({ path, size: (await readFile(join(folder, path))).length })));
  return sized.sort((a, b) => b.size - a.size).map(({ path }) => path);
}
