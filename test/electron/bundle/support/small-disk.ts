// A medium of a chosen size: a mounted tmpfs where the tests may mount, else a folder whose file handles run out of room.

import { execFileSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { chmod, type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from './office';

export interface SmallDisk {
  readonly folder: string;
  resize(sizeBytes: number): void;
  makeReadOnly(): Promise<void>;
  drop(): Promise<void>;
}

export async function smallDisk(sizeBytes: number): Promise<SmallDisk> {
  const folder = await tempFolder('disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(sizeBytes)}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return limitedFolder(folder, sizeBytes);
  }
  return {
    folder,
    resize: (size) => void execFileSync('mount', ['-o', `remount,size=${String(size)}`, folder]),
    makeReadOnly: () => Promise.resolve(void execFileSync('mount', ['-o', 'remount,ro', folder])),
    drop: () => Promise.resolve(void execFileSync('umount', ['-l', folder])),
  };
}

type Write = (this: FileHandle, bytes: Buffer, ...rest: readonly unknown[]) => Promise<{ bytesWritten: number }>;

async function limitedFolder(folder: string, sizeBytes: number): Promise<SmallDisk> {
  const sample = await open(join(folder, 'sample'), 'w');
  const prototype = Object.getPrototypeOf(sample) as { write: Write };
  await sample.close();
  execFileSync('rm', [join(folder, 'sample')]);
  const real = prototype.write;
  let left = sizeBytes;
  prototype.write = async function (bytes, ...rest) {
    if (!readlinkSync(`/proc/self/fd/${String(this.fd)}`).startsWith(`${folder}/`)) return real.call(this, bytes, ...rest);
    if (bytes.length > left) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    left -= bytes.length;
    return real.call(this, bytes, ...rest);
  };
  return {
    folder,
    resize: (size) => void (left = size),
    makeReadOnly: () => chmod(folder, 0o555),
    async drop() {
      prototype.write = real;
      await chmod(folder, 0o755);
    },
  };
}
