// A disk of a chosen size that can be filled to the last byte: a mounted tmpfs where the tests may mount, else an application whose
// own writes are refused.

import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { freshFolder } from './launch';

export interface RoomyDisk {
  readonly folder: string;
  /** From now on nothing more can be written. */
  fill(app: ElectronApplication): Promise<void>;
  clear(app: ElectronApplication): Promise<void>;
  drop(): Promise<void>;
}

interface Refusing {
  real?: unknown;
}

export async function roomyDisk(): Promise<RoomyDisk> {
  const folder = await freshFolder('desk-disk-');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return refusingWrites(folder);
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      try {
        execFileSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'], { stdio: 'ignore' });
      } catch {
        // No space left: that is what was wanted.
      }
      return Promise.resolve();
    },
    clear: () => rm(ballast),
    drop: () => Promise.resolve(void execFileSync('umount', ['-l', folder])),
  };
}

/** An application whose own writes are refused as by a full disk, and go on being refused whatever is freed meanwhile. */
export async function refusingDisk(): Promise<RoomyDisk> {
  return refusingWrites(await freshFolder('desk-disk-'));
}

function refusingWrites(folder: string): RoomyDisk {
  return {
    folder,
    fill: (app) =>
      app.evaluate(async (_, path) => {
        const { open } = process.getBuiltinModule('node:fs/promises');
        const sample = await open(path, 'r');
        const prototype = Object.getPrototypeOf(sample) as { write: unknown };
        await sample.close();
        (globalThis as Refusing).real = prototype.write;
        prototype.write = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
      }, folder),
    clear: (app) =>
      app.evaluate(async (_, path) => {
        const { open } = process.getBuiltinModule('node:fs/promises');
        const sample = await open(path, 'r');
        (Object.getPrototypeOf(sample) as { write: unknown }).write = (globalThis as Refusing).real;
        await sample.close();
      }, folder),
    drop: () => Promise.resolve(),
  };
}
