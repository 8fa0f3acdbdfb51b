// Media that fail while a bundle is written or read, and a process killed while it stores one.

import { execFileSync, spawn } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBundle } from '../../electron/bundle/open';
import { sealBundle } from '../../electron/bundle/seal';
import { createPair, openAt, type Pair, sealFor, submit } from '../electron/bundle/support/pair';
import { type SmallDisk, smallDisk } from '../electron/bundle/support/small-disk';
import { openOffice, planItem, removeTempFolders, snapshot, tempFolder } from '../electron/bundle/support/office';
import { buildProgram } from './support/program';

const disks: SmallDisk[] = [];
afterAll(async () => {
  for (const disk of disks) await disk.drop();
  await removeTempFolders();
});

async function disk(sizeBytes: number): Promise<SmallDisk> {
  const made = await smallDisk(sizeBytes);
  disks.push(made);
  return made;
}

async function pairWithAttachments(): Promise<Pair> {
  const pair = await createPair();
  await submit(pair.unit, 3 << 20);
  await submit(pair.unit, 3 << 20);
  return pair;
}

describe('sealBundle', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await pairWithAttachments();
  });
  const seal = (targetFolder: string, more: object = {}) =>
    sealBundle(pair.unit, { recipientId: pair.county.id, targetFolder, fromStart: true, ...more });

  it('says that the medium is full, leaves nothing on it and keeps no copy', async () => {
    for (const size of [4096, 1 << 20, 5 << 20]) {
      const { folder } = await disk(size);
      expect(await seal(folder)).toEqual({ ok: false, error: { code: 'bundle.disk-full', evidence: { place: 'target', system: 'ENOSPC' } } });
      expect(await readdir(folder)).toEqual([]);
    }
    expect(await readdir(join(pair.unit.folder, 'bundles'))).toEqual([]);
  });

  it('takes the bundle back from the medium when its own copy cannot be kept', async () => {
    const { unit, county } = await createPair();
    const stick = await tempFolder('stick');
    const sealed = await sealBundle(unit, {
      recipientId: county.id,
      targetFolder: stick,
      fromStart: true,
      onProgress: ({ step, done, total }) => {
        if (step === 'comparing' && done === total) execFileSync('sh', ['-c', `echo x > ${join(unit.folder, 'bundles', 'sent')}`]);
      },
    });
    expect(sealed).toMatchObject({ ok: false, error: { code: 'bundle.station-disk' } });
    expect(await readdir(stick)).toEqual([]);
  });

  it.each(['writing', 'comparing'])('says that the medium is gone when it is pulled while %s', async (step) => {
    const stick = join(await tempFolder('stick'), 'stick');
    await mkdir(stick);
    let pulled = false;
    const sealed = await seal(stick, {
      onProgress: (progress: { step: string; done: number; total: number }) => {
        if (progress.step !== step || pulled || progress.done <= progress.total / 2) return;
        pulled = true;
        execFileSync('rm', ['-rf', stick]);
      },
    });
    expect(pulled).toBe(true);
    expect(sealed).toEqual({ ok: false, error: { code: 'bundle.target-lost', evidence: { system: 'ENOENT' } } });
    expect(await readdir(join(pair.unit.folder, 'bundles'))).toEqual([]);
  });

  it('notices when the medium gives back other bytes than it was given', async () => {
    const stick = await tempFolder('stick');
    let spoilt = false;
    const sealed = await seal(stick, {
      onProgress: ({ step, done, total }: { step: string; done: number; total: number }) => {
        if (step !== 'comparing' && !(step === 'writing' && done === total)) return;
        if (spoilt) return;
        spoilt = true;
        execFileSync('sh', ['-c', `printf X | dd of="$(ls ${stick}/*.tmp)" bs=1 seek=5000000 conv=notrunc 2>/dev/null`]);
      },
    });
    expect(spoilt).toBe(true);
    expect(sealed).toEqual({ ok: false, error: { code: 'bundle.readback-differs' } });
    expect(await readdir(stick)).toEqual([]);
  });

  it('says that a folder cannot be written, or is not there', async () => {
    const stick = await disk(16 << 20);
    await stick.makeReadOnly();
    expect(await seal(stick.folder)).toMatchObject({ ok: false, error: { code: 'bundle.target-not-writable' } });
    expect(await seal(join(stick.folder, 'none'))).toMatchObject({ ok: false, error: { code: 'bundle.target-lost' } });
  });

  it('leaves nothing behind when it is cancelled at any step', async () => {
    const stick = await tempFolder('stick');
    const steps: string[] = [];
    for (let stopAt = 0; stopAt < 12; stopAt++) {
      const controller = new AbortController();
      let count = 0;
      const sealed = await seal(stick, {
        signal: controller.signal,
        onProgress: ({ step }: { step: string }) => {
          if (count++ === stopAt) {
            steps.push(step);
            controller.abort();
          }
        },
      });
      if (!sealed.ok) expect(sealed.error.code).toBe('bundle.cancelled');
      else await rm(join(stick, sealed.value.fileName));
      expect(await readdir(stick)).toEqual([]);
    }
    expect(new Set(steps)).toEqual(new Set(['packing', 'writing', 'comparing']));
  });

  it('refuses to send an attachment that was lost or changed on the disk', async () => {
    const { unit, county } = await pairWithAttachments();
    const shelf = join(unit.folder, 'attachments');
    const [file = ''] = Object.keys(await snapshot(shelf));
    const sealed = () => sealFor(unit, county).then(() => 'sealed', (error: unknown) => String(error));
    await chmod(join(shelf, file), 0o644);
    await writeFile(join(shelf, file), Buffer.alloc(3 << 20));
    expect(await sealed()).toContain('bundle.attachment-damaged');
    await rm(join(shelf, file));
    expect(await sealed()).toContain('bundle.attachment-missing');
  });
});

describe('openBundle', () => {
  it("says that the station's own disk is full, and goes on when there is room again", async () => {
    const { unit, county } = await pairWithAttachments();
    const { path } = await sealFor(unit, county);
    await county.close();
    for (const size of [4 << 20, 9 << 20]) {
      const { folder, resize } = await disk(size);
      await cp(county.folder, folder, { recursive: true });
      const small = await openOffice({ ...county, folder });
      expect(await openBundle(small, { path })).toMatchObject({ ok: false, error: { code: 'bundle.disk-full', evidence: { place: 'station' } } });
      expect(Object.keys(await snapshot(folder)).filter((name) => name.startsWith('bundles/'))).toEqual([]);
      resize(40 << 20);
      expect((await openAt(small, path)).nothingNew).toBe(false);
      await small.close();
    }
  });

  it('ends like an undisturbed opening after being killed at 12 places while it stores', async () => {
    const { unit, county } = await createPair();
    for (let i = 0; i < 4; i++) {
      await submit(unit, 200_000);
      await unit.putAll('planItems', Array.from({ length: 1200 }, () => planItem(unit)));
    }
    const { path } = await sealFor(unit, county);
    await county.close();
    const program = await buildProgram('electron/bundle/support/store-until-killed.ts');
    const identity = join(await tempFolder('identity'), 'identity.json');
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    const keys = { privateKey: hex(county.keys.privateKey), publicKey: hex(county.keys.publicKey) };

    const calm = await tempFolder('calm');
    await cp(county.folder, calm, { recursive: true });
    const undisturbed = await openOffice({ ...county, folder: calm });
    await openAt(undisturbed, path);
    await undisturbed.close();
    const expected = await snapshot(calm);

    const rough = await tempFolder('rough');
    let killed = 0;
    for (let round = 0; round < 12; round++) {
      if (round % 4 === 0) {
        await rm(rough, { recursive: true });
        await cp(county.folder, rough, { recursive: true });
      }
      await writeFile(identity, JSON.stringify({ folder: rough, keys, station: county.station, operator: county.operator }));
      if (await killWhileStoring(program, [identity, path], round)) killed += 1;
      const heads = Object.entries(await snapshot(join(rough, 'journals')));
      expect(heads.length).toBeGreaterThan(0);
      if (round % 4 !== 3) continue;
      const after = await openOffice({ ...county, folder: rough });
      await openAt(after, path);
      await after.close();
      expect(await snapshot(rough)).toEqual(expected);
    }
    expect(killed).toBeGreaterThan(5);
  }, 300_000);

  it('works on its own copy: a stick that changes meanwhile changes nothing', async () => {
    const { unit, county } = await createPair();
    await submit(unit);
    const { path } = await sealFor(unit, county);
    const stick = join(await tempFolder('stick'), 'a.gfb');
    await copyFile(path, stick);
    const opened = await openBundle(county, {
      path: stick,
      onProgress: ({ step }) => {
        if (step === 'checking') execFileSync('sh', ['-c', `: > ${stick}`]);
      },
    });
    expect(opened).toMatchObject({ ok: true, value: { attachments: 1 } });
  });
});

/** Kills the program some moments after its n-th word of storing; false when it was done before. */
async function killWhileStoring(program: string, args: readonly string[], round: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => { resolve(signal); }));
  let words = 0;
  const due = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString('utf8').split('stored').length - 1;
      if (words > round % 5) resolve();
    });
  });
  await Promise.race([due, ended]);
  await sleep((round * 3) % 20);
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}
