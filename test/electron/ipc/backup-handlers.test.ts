import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { BackupList } from '#shared/ipc/backup';
import { admit, deskAtWork, freshFolder, jobId, newDesk, open, seal, type TestDesk } from '../exchange/support';
import { codeOf, countyRequest, PASSPHRASE, signInFirst, unitRequest, valueOf } from '../station/support';

const proof = { passphrase: PASSPHRASE };

async function list(desk: TestDesk, folder: string | null = null): Promise<BackupList> {
  desk.answers.folder = folder;
  const { list: found } = valueOf(await desk.handlers.listBackups({ ask: folder !== null }));
  if (found === null) throw new Error('no folder was chosen');
  return found;
}

/** A disk with one backup, apart from where they are kept. */
async function backedUpOn(desk: TestDesk): Promise<string> {
  const disk = await freshFolder();
  desk.answers.folder = disk;
  const { folder } = valueOf(await desk.handlers.chooseFolder({}));
  valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: folder?.token ?? null }));
  return disk;
}

describe('backupHandlers', () => {
  it('tells how backups stand, makes one, and keeps them where the user says from then on', async () => {
    const desk = await deskAtWork(unitRequest);
    expect(valueOf(await desk.handlers.backupState({}))).toMatchObject({ folder: desk.folders.backups, chosen: false, last: null, held: 0 });
    valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: null }));
    const disk = await freshFolder();
    desk.answers.folder = disk;
    expect(valueOf(await desk.handlers.chooseBackupFolder({}))).toMatchObject({ folder: disk, chosen: true, last: null, held: 0 });
    valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: null }));
    expect(valueOf(await desk.handlers.backupState({}))).toMatchObject({ folder: disk, last: { reason: 'asked' }, held: 1 });
    // What was made before the choice is offered as well.
    expect((await list(desk)).backups).toHaveLength(2);
    desk.answers.folder = null;
    expect(valueOf(await desk.handlers.chooseBackupFolder({}))).toMatchObject({ folder: disk });
  });

  it('backs up to a stick without making that the place for all', async () => {
    const desk = await deskAtWork(unitRequest);
    expect((await list(desk, await backedUpOn(desk))).backups).toHaveLength(1);
    expect(valueOf(await desk.handlers.backupState({}))).toMatchObject({ chosen: false, held: 0 });
    expect(codeOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: '0'.repeat(32) }))).toBe('exchange.bad-token');
  });

  it('backs up by itself after a bundle was exported', async () => {
    const [unit, county] = [await deskAtWork(unitRequest), await deskAtWork(countyRequest)];
    await admit(county, unit, 'superior');
    valueOf(await seal(unit, county, await freshFolder()));
    await vi.waitFor(async () => {
      expect(valueOf(await unit.handlers.backupState({})).last?.reason).toBe('sealed');
    });
  });

  it('reports how far it is', async () => {
    const desk = await deskAtWork(unitRequest);
    const id = jobId();
    valueOf(await desk.handlers.makeBackup({ jobId: id, folder: null }));
    const told = desk.events.filter(({ name, payload }) => name === 'jobProgress' && (payload as { jobId: string }).jobId === id).map(({ payload }) => payload);
    expect(told.at(-1)).toMatchObject({ step: 'backing-up', unit: 'bytes' });
  });

  it('restores on a new computer from a folder that is asked for, and the station stands locked after it', async () => {
    const desk = await deskAtWork(unitRequest);
    valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: null }));
    const other = await newDesk();
    other.answers.folder = null;
    expect(valueOf(await other.handlers.listBackups({ ask: true })).list).toBeNull();
    expect((await list(other)).backups).toEqual([]);
    const { backups } = await list(other, desk.folders.backups);
    const backup = backups[0]?.token ?? '';
    expect(valueOf(await other.handlers.examineBackup({ jobId: jobId(), backup, bundles: null }))).toMatchObject({ present: 'none', needless: false, dropped: 0 });
    expect(codeOf(await other.handlers.restoreBackup({ jobId: jobId(), backup, bundles: null, proof: { passphrase: '不是这个口令不是' } }))).toBe('backup.wrong-passphrase');
    expect(valueOf(await other.handlers.stationState({})).phase).toBe('new');
    valueOf(await other.handlers.restoreBackup({ jobId: jobId(), backup, bundles: null, proof }));
    expect(valueOf(await other.handlers.stationState({}))).toMatchObject({ phase: 'locked', station: { name: unitRequest.name } });
    expect(other.log.lines.map(({ code }) => code)).toContain('backup.restored');
  });

  it('takes what was exported after the backup from the stick, so that the superior goes on receiving', async () => {
    const [unit, county] = [await deskAtWork(unitRequest), await deskAtWork(countyRequest)];
    await admit(county, unit, 'superior');
    await admit(unit, county, 'subordinate');
    const disk = await backedUpOn(unit);
    const [stick, later] = [await freshFolder(), await freshFolder()];
    const names: string[] = [];
    for (const name of ['后来的经办', '再后来的经办']) {
      valueOf(await unit.handlers.addOperator({ name, post: '科员', password: 'x'.repeat(12) }));
      const { fileName } = valueOf(await seal(unit, county, stick));
      names.push(fileName);
      valueOf(await open(county, join(stick, fileName)));
    }
    const head = unit.place().journal.head('official', unit.place().journal.owner);
    // The computer is gone, and with it what was sealed there; another one takes its place, once without and once with the stick.
    const restored = async (bundles: string | null) => {
      const desk = await newDesk();
      const oldest = (await list(desk, disk)).backups.at(-1)?.token ?? '';
      desk.answers.folder = bundles;
      const chosen = bundles === null ? null : (valueOf(await desk.handlers.chooseSentBundles({})).folder?.token ?? null);
      const examined = valueOf(await desk.handlers.examineBackup({ jobId: jobId(), backup: oldest, bundles: chosen }));
      valueOf(await desk.handlers.restoreBackup({ jobId: jobId(), backup: oldest, bundles: chosen, proof }));
      await signInFirst(desk.host);
      valueOf(await desk.handlers.unlockKey({ passphrase: PASSPHRASE }));
      return { desk, examined };
    };
    const without = await restored(null);
    expect(without.examined.fromBundles).toBe(0);
    valueOf(await without.desk.handlers.addOperator({ name: '岔路上的经办', post: '科员', password: 'x'.repeat(12) }));
    const forked = valueOf(await seal(without.desk, county, later, true));
    expect(codeOf(await open(county, join(later, forked.fileName)))).toBe('bundle.fork');
    const whole = await restored(stick);
    expect(whole.examined.fromBundles).toBe(2);
    expect(whole.desk.place().journal.head('official', whole.desk.place().journal.owner)).toMatchObject({ seq: head?.seq, hash: head?.hash });
    valueOf(await whole.desk.handlers.addOperator({ name: '新来的经办', post: '科员', password: 'x'.repeat(12) }));
    const next = valueOf(await seal(whole.desk, county, stick));
    expect(names).not.toContain(next.fileName);
    expect(codeOf(await open(county, join(stick, next.fileName)))).toBe('ok');
  }, 60_000);

  it('believes no bundle that was altered on the stick, nor one of another office', async () => {
    const [unit, county] = [await deskAtWork(unitRequest), await deskAtWork(countyRequest)];
    await admit(county, unit, 'superior');
    const [disk, stick] = [await backedUpOn(unit), await freshFolder()];
    const { fileName } = valueOf(await seal(unit, county, stick));
    const bytes = await readFile(join(stick, fileName));
    for (const at of [100, bytes.length >> 1, bytes.length - 400]) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      await writeFile(join(stick, fileName), altered);
      const desk = await newDesk();
      const backup = (await list(desk, disk)).backups.at(-1)?.token ?? '';
      desk.answers.folder = stick;
      const bundles = valueOf(await desk.handlers.chooseSentBundles({})).folder?.token ?? null;
      expect(valueOf(await desk.handlers.examineBackup({ jobId: jobId(), backup, bundles })).fromBundles).toBe(0);
    }
  });

  it('signs out whoever restores over a station that stands open', async () => {
    const desk = await deskAtWork(unitRequest);
    valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: null }));
    const backup = (await list(desk)).backups[0]?.token ?? '';
    // A passphrase mistyped costs nobody his place.
    expect(codeOf(await desk.handlers.restoreBackup({ jobId: jobId(), backup, bundles: null, proof: { passphrase: '不是这个口令不是' } }))).toBe('backup.wrong-passphrase');
    expect(valueOf(await desk.handlers.stationState({})).phase).toBe('ready');
    valueOf(await desk.handlers.restoreBackup({ jobId: jobId(), backup, bundles: null, proof }));
    expect(desk.events.map(({ name }) => name)).toContain('sessionLocked');
    expect(valueOf(await desk.handlers.stationState({})).phase).toBe('locked');
    expect(await readdir(desk.folders.replaced)).toHaveLength(1);
  });

  it('does nothing for nobody: a station that stands locked is left alone', async () => {
    const desk = await deskAtWork(unitRequest);
    valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: null }));
    const backup = (await list(desk)).backups[0]?.token ?? '';
    desk.host.session.end('signed-out');
    const answers = [
      await desk.handlers.backupState({}), await desk.handlers.chooseBackupFolder({}), await desk.handlers.makeBackup({ jobId: jobId(), folder: null }),
      await desk.handlers.listBackups({ ask: false }), await desk.handlers.examineBackup({ jobId: jobId(), backup, bundles: null }),
      await desk.handlers.restoreBackup({ jobId: jobId(), backup, bundles: null, proof }),
    ];
    expect(answers.map(codeOf)).toEqual(Array(6).fill('session.not-signed-in'));
  });

  it('restores where the station is damaged, and nobody can sign in', async () => {
    const desk = await deskAtWork(unitRequest);
    valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: null }));
    await desk.host.close();
    await rm(join(desk.folders.station, 'station.json'));
    const again = await newDesk('real', desk.folders);
    expect(valueOf(await again.handlers.stationState({})).phase).toBe('damaged');
    const backup = (await list(again)).backups[0]?.token ?? '';
    valueOf(await again.handlers.restoreBackup({ jobId: jobId(), backup, bundles: null, proof }));
    expect(valueOf(await again.handlers.stationState({})).phase).toBe('locked');
  });
});
