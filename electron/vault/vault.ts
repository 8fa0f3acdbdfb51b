// The station's private key while it is in use: unlocked, signing, locked. The scalar never leaves this module; what
// comes out is signatures and the public key. Only the buffer held here can be wiped, not the copies the engine makes.
import { failure, ok, type Failure, type Result } from '#shared/base/result';
import { encodeSpki } from '#shared/crypto/keys';
import { STATION_KEY, type CryptoProvider, type KeyFault, type KeyHandle } from '#shared/crypto/provider';
import { messageDigest, signDigest, type Sm2KeyPair } from '#shared/crypto/sm2';
import { readyCrypto } from '#shared/crypto/sm3';
import { createTurns } from '../lib/in-turn';
import {
  createKey,
  openKey,
  random,
  readSpki,
  recoverKey,
  renewRecovery,
  rewrapKey,
  type CreateFault,
  type OpenFault,
  type PassphraseFault,
  type RecoverFault,
  type StorageFault,
} from './key-ceremonies';
import { createKeyFiles, KEY_FILE, RECOVERY_FILE } from './key-files';
import { createThrottle } from './throttle';

/** `recoverable`: the key file is gone but its recovery twin is there; offer the recovery sheet before a new key. */
export type VaultState = 'missing' | 'recoverable' | 'present';

/** `vault.try-later` carries `waitMs`; `vault.locked`: `lock` was called while the unlock was under way. */
export type UnlockFault = OpenFault | Failure<'vault.try-later' | 'vault.locked'> | StorageFault;
export type ChangeFault = OpenFault | Failure<'vault.try-later'> | PassphraseFault | StorageFault;

export interface Vault {
  /** Rejects when the folder cannot be read: only "no such file" means missing. */
  state(): Promise<VaultState>;
  /**
   * Makes the station's key and leaves the vault unlocked. The recovery code comes out here once and is kept nowhere:
   * print it, then forget it. Without it and the passphrase the key is lost.
   */
  create(passphrase: string): Promise<Result<{ readonly spki: Uint8Array; readonly recoveryCode: string }, CreateFault>>;
  unlock(passphrase: string): Promise<Result<void, UnlockFault>>;
  /** Wipes the scalar at once. */
  lock(): void;
  isUnlocked(): boolean;
  /** SPKI of the station's key, without unlocking. */
  spki(): Promise<Result<Uint8Array, KeyFault>>;
  /** The DER signature over the message. */
  sign(message: Uint8Array): Promise<Result<Uint8Array, KeyFault>>;
  /** The DER signature over a digest that already contains Z. */
  signDigest(digest: Uint8Array): Promise<Result<Uint8Array, KeyFault>>;
  changePassphrase(current: string, next: string): Promise<Result<void, ChangeFault>>;
  /** A fresh recovery code; sheets printed earlier no longer open this file. Needs the vault unlocked. */
  renewRecoveryCode(): Promise<Result<string, Failure<'vault.locked'> | StorageFault>>;
  /** Puts the key under a new passphrase by the printed code. Locks the vault; the sheet stays valid. */
  recover(typedCode: string, newPassphrase: string): Promise<Result<void, RecoverFault>>;
  /** The same key behind the interface that a certified module would implement. */
  readonly provider: CryptoProvider;
}

/** `now` is a monotonic clock in milliseconds, for the waits after wrong passphrases. */
export function createVault(options: { readonly directory: string; readonly now?: () => number }): Vault {
  const files = createKeyFiles(options.directory);
  const throttle = createThrottle(options.now);
  const inTurn = createTurns();
  let open: Sm2KeyPair | null = null;
  let timesLocked = 0;

  const lock = (): void => {
    timesLocked += 1;
    open?.privateKey.fill(0);
    open = null;
  };

  /** Opens the key for `use`, which then owns the scalar. */
  const withPassphrase = async <T, E>(
    passphrase: string,
    use: (pair: Sm2KeyPair) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | OpenFault | Failure<'vault.try-later'> | StorageFault>> => {
    const waitMs = throttle.begin('passphrase');
    if (waitMs > 0) return failure('vault.try-later', { waitMs });
    const pair = await openKey(files, passphrase);
    if (pair.ok || pair.error.code !== 'vault.wrong-passphrase') throttle.succeeded('passphrase');
    return pair.ok ? use(pair.value) : pair;
  };

  const spki = async (): Promise<Result<Uint8Array, KeyFault>> => (open === null ? readSpki(files) : ok(encodeSpki(open.publicKey)));

  const signWith = async (digestFor: (publicKey: Uint8Array) => Uint8Array): Promise<Result<Uint8Array, KeyFault>> => {
    await readyCrypto();
    if (open === null) return failure('vault.locked');
    return ok(signDigest(open.privateKey, digestFor(open.publicKey), random));
  };
  const sign: Vault['sign'] = (message) => signWith((publicKey) => messageDigest(publicKey, message));
  const signReady: Vault['signDigest'] = (digest) => signWith(() => digest);

  return {
    async state() {
      if (await files.exists(KEY_FILE)) return 'present';
      return (await files.exists(RECOVERY_FILE)) ? 'recoverable' : 'missing';
    },
    create: (passphrase) =>
      inTurn(async () => {
        const created = await createKey(files, passphrase);
        if (!created.ok) return created;
        const { privateKey, publicKey, recoveryCode } = created.value;
        lock();
        open = { privateKey, publicKey };
        return ok({ spki: encodeSpki(publicKey), recoveryCode });
      }),
    unlock(passphrase) {
      const before = timesLocked;
      return inTurn(() =>
        withPassphrase(passphrase, async (pair): Promise<Result<void, Failure<'vault.locked'>>> => {
          if (timesLocked !== before) {
            pair.privateKey.fill(0);
            return failure('vault.locked');
          }
          open?.privateKey.fill(0);
          open = pair;
          return ok(undefined);
        }),
      );
    },
    lock,
    isUnlocked: () => open !== null,
    spki,
    sign,
    signDigest: signReady,
    changePassphrase: (current, next) =>
      inTurn(() =>
        withPassphrase(current, async (pair) => {
          const changed = await rewrapKey(files, pair, next);
          pair.privateKey.fill(0);
          return changed;
        }),
      ),
    renewRecoveryCode: () =>
      inTurn(async () => {
        if (open === null) return failure('vault.locked');
        // A copy: a lock in the midst must not put a wiped key into the file.
        const copy = { ...open, privateKey: new Uint8Array(open.privateKey) };
        const renewed = await renewRecovery(files, copy);
        copy.privateKey.fill(0);
        return renewed;
      }),
    recover: (typedCode, newPassphrase) =>
      inTurn(async () => {
        const recovered = await recoverKey(files, typedCode, newPassphrase);
        if (recovered.ok) {
          lock();
          throttle.succeeded('passphrase');
        }
        return recovered;
      }),
    provider: {
      publicKey: (handle) => ifStation(handle, spki),
      sign: (handle, message) => ifStation(handle, () => sign(message)),
      signDigest: (handle, digest) => ifStation(handle, () => signReady(digest)),
    },
  };
}

async function ifStation<T>(handle: KeyHandle, use: () => Promise<Result<T, KeyFault>>): Promise<Result<T, KeyFault>> {
  return handle === STATION_KEY ? use() : failure('vault.unknown-key');
}
