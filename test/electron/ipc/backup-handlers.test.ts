import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { BackupList } from '#shared/ipc/backup';
import { admit, deskAtWork, freshFolder, jobId, newDesk, seal, type TestDesk } from '../exchange/support';
import { codeOf, countyRequest, PASSPHRASE, unitRequest, valueOf } from '../station/support';

const proof = { passphrase: PASSPHRASE };

async function list(desk: TestDesk, folder: string | null = null): Promise<BackupList> {
  desk.answers.folder = folder;
  const { list: found } = valueOf(await desk.handlers.listBackups({ ask: folder !== null }));
  if (found === null) throw new Error('no folder was chosen');
  return found;
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
    desk.answers.folder = await freshFolder();
    const { folder } = valueOf(await desk.handlers.chooseFolder({}));
    const made = valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: folder?.token ?? '' }));
    expect(made.folder.startsWith(desk.answers.folder)).toBe(true);
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
    expect(valueOf(await other.handlers.examineBackup({ jobId: jobId(), backup }))).toMatchObject({ present: 'none', needless: false, dropped: 0 });
    expect(codeOf(await other.handlers.restoreBackup({ jobId: jobId(), backup, proof: { passphrase: '不是这个口令不是' } }))).toBe('backup.wrong-passphrase');
    expect(valueOf(await other.handlers.stationState({})).phase).toBe('new');
    valueOf(await other.handlers.restoreBackup({ jobId: jobId(), backup, proof }));
    expect(valueOf(await other.handlers.stationState({}))).toMatchObject({ phase: 'locked', station: { name: unitRequest.name } });
    expect(other.log.lines.map(({ code }) => code)).toContain('backup.restored');
  });

  it('signs out whoever restores over a station that stands open', async () => {
    const desk = await deskAtWork(unitRequest);
    valueOf(await desk.handlers.makeBackup({ jobId: jobId(), folder: null }));
    const backup = (await list(desk)).backups[0]?.token ?? '';
    valueOf(await desk.handlers.restoreBackup({ jobId: jobId(), backup, proof }));
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
      await desk.handlers.listBackups({ ask: false }), await desk.handlers.examineBackup({ jobId: jobId(), backup }),
      await desk.handlers.restoreBackup({ jobId: jobId(), backup, proof }),
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
    valueOf(await again.handlers.restoreBackup({ jobId: jobId(), backup, proof }));
    expect(valueOf(await again.handlers.stationState({})).phase).toBe('locked');
  });
});
