// Opening and recovering the station's key for the page: the vault's failures under the names the page knows.

import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Vault } from '../vault/vault';

const PAGE_CODES: Readonly<Record<string, string>> = {
  'vault.try-later': 'vault.too-many-tries',
  'recovery.wrong-code': 'vault.wrong-recovery-code',
  'recovery.wrong-length': 'vault.wrong-recovery-code',
  'recovery.bad-symbol': 'vault.wrong-recovery-code',
  'recovery.bad-group': 'vault.wrong-recovery-code',
};

export async function unlockKey(vault: Vault, passphrase: string): Promise<Result<Record<never, never>, Failure>> {
  return forPage(await vault.unlock(passphrase));
}

/** Afterwards the key is locked and opens with the new passphrase. */
export async function recoverKey(vault: Vault, recoveryCode: string, passphrase: string): Promise<Result<Record<never, never>, Failure>> {
  return forPage(await vault.recover(recoveryCode, passphrase));
}

function forPage(result: Result<void, Failure>): Result<Record<never, never>, Failure> {
  if (result.ok) return ok({});
  return failure(PAGE_CODES[result.error.code] ?? result.error.code, result.error.evidence);
}
