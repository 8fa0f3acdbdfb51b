// The vault's three PEM files on disk: the encrypted key, its recovery twin and the public key. It decrypts nothing.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileIfPresent, syncFolder, writeFileAtomic } from '../lib/atomic-file';
import { encodePem, parsePem, PEM_ENCRYPTED_PRIVATE_KEY, PEM_PUBLIC_KEY } from '#shared/crypto/keys';

export const KEY_FILE = 'station-key.pem';
export const RECOVERY_FILE = 'station-key.recovery.pem';
export const PUBLIC_FILE = 'station-key.pub.pem';
export type KeyFileName = typeof KEY_FILE | typeof RECOVERY_FILE | typeof PUBLIC_FILE;

const LABELS: Readonly<Record<KeyFileName, string>> = {
  [KEY_FILE]: PEM_ENCRYPTED_PRIVATE_KEY,
  [RECOVERY_FILE]: PEM_ENCRYPTED_PRIVATE_KEY,
  [PUBLIC_FILE]: PEM_PUBLIC_KEY,
};

export interface KeyFiles {
  /** The DER inside the file; 'missing' only when there is no such file, 'damaged' when it is no PEM of its kind. */
  read(name: KeyFileName): Promise<Uint8Array | 'missing' | 'damaged'>;
  exists(name: KeyFileName): Promise<boolean>;
  write(name: KeyFileName, der: Uint8Array): Promise<void>;
  remove(name: KeyFileName): Promise<void>;
  /** Renames the file out of the way, never overwriting or deleting it: it may be the last copy of a key. */
  setAside(name: KeyFileName): Promise<void>;
}

export function createKeyFiles(directory: string): KeyFiles {
  const pathOf = (name: string): string => join(directory, name);
  const files: KeyFiles = {
    async read(name) {
      const bytes = await readFileIfPresent(pathOf(name));
      if (bytes === null) return 'missing';
      return parsePem(LABELS[name], Buffer.from(bytes).toString('latin1')) ?? 'damaged';
    },
    async exists(name) {
      return (await readFileIfPresent(pathOf(name))) !== null;
    },
    write: (name, der) => writeFileAtomic(pathOf(name), encodePem(LABELS[name], der), { mode: name === PUBLIC_FILE ? 0o644 : 0o600 }),
    remove: (name) => rm(pathOf(name), { force: true }),
    async setAside(name) {
      if (!(await files.exists(name))) return;
      for (let number = 1; ; number++) {
        const free = name.replace(/\.pem$/, `.old-${String(number)}.pem`);
        if ((await readFileIfPresent(pathOf(free))) !== null) continue;
        await rename(pathOf(name), pathOf(free));
        return syncFolder(directory);
      }
    },
  };
  return files;
}
