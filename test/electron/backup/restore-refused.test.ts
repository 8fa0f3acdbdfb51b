// Restoring against the wrong thing chosen, damaged backups and full disks, and cut short at every step: everything stands as it stood.

import { randomInt } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stationFolders } from '../../../electron/station/folders';
import { putTogether, type RestoreStep } from '../../../electron/backup/restore';
import { replaceStation } from '../../../electron/backup/replace';
import { readPresent } from '../../../electron/backup/present';
import { createShelf } from '../../../electron/backup/shelf';
import { findShelves } from '../../../electron/backup/find-shelves';
import { sm3Hex } from '#shared/crypto/sm3';
import { smallDisk } from '../bundle/support/small-disk';
import { codeOf, freshFolders, PASSPHRASE, PASSWORD, signInFirst, unitRequest, valueOf } from '../station/support';
import { alter, CHOICE, computerAt, expectAtWork, failureOf, isThere, type Kept, keptStation, newest, pastStation, PROOF, QUIET_JOB, restore, stationTree, treeOf, VERSION } from './support';

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
