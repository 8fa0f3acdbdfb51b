// What is done to the key files with a passphrase or a recovery code in hand: making, opening, re-wrapping. Each returns
// the open key to the vault, the only caller; nothing is remembered here.
import { randomBytes } from 'node:crypto';
import { systemCodeOf } from '../lib/atomic-file';
import { failure, ok, type Failure, type Result } from '#shared/base/result';
import { encodeSpki, parseSpki } from '#shared/crypto/keys';
import { createRecoveryCode, parseRecoveryCode, type RecoveryCodeFault } from '#shared/crypto/recovery-code';
import { generateKeyPair, publicKeyOf, type RandomSource, type Sm2KeyPair } from '#shared/crypto/sm2';
import { KEY_FILE, PUBLIC_FILE, RECOVERY_FILE, type KeyFiles } from './key-files';
import { unwrapKey, wrapKey } from './pbes2';
import { checkSecretLength } from './secret-text';

/** Carries the system's code (ENOSPC, EACCES, …) as `system`. A key that was there before is still there, whole. */
export type StorageFault = Failure<'vault.storage-failed'>;
/** `vault.damaged` carries `file`. */
export type OpenFault = Failure<'vault.wrong-passphrase' | 'vault.missing' | 'vault.damaged'>;
export type PassphraseFault = Failure<'vault.short-passphrase'>;
export type CreateFault = PassphraseFault | Failure<'vault.exists'> | StorageFault;
export type RecoverFault =
  | PassphraseFault
  | RecoveryCodeFault
  | Failure<'recovery.wrong-code' | 'recovery.missing' | 'recovery.damaged'>
  | StorageFault;

export interface CreatedKey extends Sm2KeyPair {
  readonly recoveryCode: string;
}

export const random: RandomSource = (length) => randomBytes(length);

/** The encrypted key is written last: only then does the vault exist, and a try cut short before leaves no half of it. */
export async function createKey(files: KeyFiles, passphrase: string): Promise<Result<CreatedKey, CreateFault>> {
  const long = checkSecretLength(passphrase, 'vault.short-passphrase');
  if (!long.ok) return long;
  return storing<CreatedKey, CreateFault>(async () => {
    if (await files.exists(KEY_FILE)) return failure('vault.exists');
    await files.setAside(RECOVERY_FILE);
    await files.setAside(PUBLIC_FILE);
    const pair = generateKeyPair(random);
    try {
      const recoveryCode = await writeRecovery(files, pair.privateKey);
      await files.write(PUBLIC_FILE, encodeSpki(pair.publicKey));
      await files.write(KEY_FILE, await wrapKey(pair.privateKey, passphrase));
      return ok({ ...pair, recoveryCode });
    } catch (error) {
      pair.privateKey.fill(0);
      for (const name of [KEY_FILE, PUBLIC_FILE, RECOVERY_FILE] as const) await files.remove(name).catch(() => undefined);
      throw error;
    }
  });
}

/** Opens the key. A missing public file is written anew; one that names another key means files of two stations mixed. */
export async function openKey(files: KeyFiles, passphrase: string): Promise<Result<Sm2KeyPair, OpenFault | StorageFault>> {
  return storing<Sm2KeyPair, OpenFault | StorageFault>(async () => {
    const der = await files.read(KEY_FILE);
    if (der === 'missing') return failure('vault.missing');
    if (der === 'damaged') return failure('vault.damaged', { file: KEY_FILE });
    const key = await unwrapKey(der, passphrase);
    if (!key.ok) {
      if (key.error.code === 'key.wrong-passphrase') return failure('vault.wrong-passphrase');
      return failure('vault.damaged', { file: KEY_FILE });
    }
    const publicKey = publicKeyOf(key.value);
    const written = await files.read(PUBLIC_FILE);
    if (written === 'missing') await files.write(PUBLIC_FILE, encodeSpki(publicKey));
    else if (written === 'damaged' || !sameBytes(written, encodeSpki(publicKey))) {
      key.value.fill(0);
      return failure('vault.damaged', { file: PUBLIC_FILE });
    }
    return ok({ privateKey: key.value, publicKey });
  });
}

/** Puts the open key under another passphrase. */
export async function rewrapKey(files: KeyFiles, pair: Sm2KeyPair, next: string): Promise<Result<void, PassphraseFault | StorageFault>> {
  const long = checkSecretLength(next, 'vault.short-passphrase');
  if (!long.ok) return long;
  return storing<void, StorageFault>(async () => ok(await files.write(KEY_FILE, await wrapKey(pair.privateKey, next))));
}

/** Writes the recovery file under a fresh code, which is returned and kept nowhere. */
export function renewRecovery(files: KeyFiles, pair: Sm2KeyPair): Promise<Result<string, StorageFault>> {
  return storing<string, StorageFault>(async () => ok(await writeRecovery(files, pair.privateKey)));
}

/** Puts the key under a new passphrase by the printed code, also when the key file or the public file is gone or damaged. */
export async function recoverKey(files: KeyFiles, typedCode: string, next: string): Promise<Result<void, RecoverFault>> {
  const code = parseRecoveryCode(typedCode);
  if (!code.ok) return code;
  const long = checkSecretLength(next, 'vault.short-passphrase');
  if (!long.ok) return long;
  return storing<void, RecoverFault>(async () => {
    const der = await files.read(RECOVERY_FILE);
    if (der === 'missing') return failure('recovery.missing');
    if (der === 'damaged') return failure('recovery.damaged');
    const key = await unwrapKey(der, code.value);
    if (!key.ok) return failure(key.error.code === 'key.wrong-passphrase' ? 'recovery.wrong-code' : 'recovery.damaged');
    try {
      await files.write(KEY_FILE, await wrapKey(key.value, next));
      await files.write(PUBLIC_FILE, encodeSpki(publicKeyOf(key.value)));
      return ok(undefined);
    } finally {
      key.value.fill(0);
    }
  });
}

/** The SPKI beside the key; it counts only while the key itself is there. Where the system refuses, `system` says why. */
export async function readSpki(files: KeyFiles): Promise<Result<Uint8Array, Failure<'vault.missing' | 'vault.damaged'>>> {
  try {
    if (!(await files.exists(KEY_FILE))) return failure('vault.missing');
    const der = await files.read(PUBLIC_FILE);
    const usable = typeof der !== 'string' && parseSpki(der) !== null;
    return usable ? ok(der) : failure('vault.damaged', { file: PUBLIC_FILE });
  } catch (error) {
    return failure('vault.damaged', { file: PUBLIC_FILE, system: systemCodeOf(error) });
  }
}

async function writeRecovery(files: KeyFiles, privateKey: Uint8Array): Promise<string> {
  const code = createRecoveryCode(random);
  await files.write(RECOVERY_FILE, await wrapKey(privateKey, code));
  return code;
}

async function storing<T, E>(job: () => Promise<Result<T, E>>): Promise<Result<T, E | StorageFault>> {
  try {
    return await job();
  } catch (error) {
    const system = systemCodeOf(error);
    if (system === '') throw error;
    return failure('vault.storage-failed', { system });
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
