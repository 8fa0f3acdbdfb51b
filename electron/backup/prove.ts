// Who restores a station must be able to open its key: with the passphrase of the backup or of the machine, or with the recovery sheet.
// The key files that were opened are the restored station's.

import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Station } from '#shared/domain/office';
import type { KeyProof } from '#shared/ipc/backup';
import { Refusal } from '../lib/refusal';
import { vaultFolder } from '../station/folders';
import { createOperatorStore } from '../vault/passwords';
import { createVault } from '../vault/vault';
import { onStationDisk, refuse } from './on-medium';
import type { Present } from './present';

const KEYS = ['station-key.pem', 'station-key.recovery.pem', 'station-key.pub.pem'] as const;

/**
 * `folder` holds the backup's vault; on return it holds the one that opens. Refuses 'backup.wrong-passphrase', 'backup.no-key' where there is
 * no whole key to open, or what is wrong with a recovery code.
 */
export async function proveKey(folder: string, present: Present, station: Station, proof: KeyProof): Promise<void> {
  const fault = await faultOf(folder, station, proof);
  if (fault === null) return;
  if ('recoveryCode' in proof) throw new Refusal({ code: fault });
  // The passphrase may have been changed since the backup: then this machine's key files are the ones that open.
  if ((await takeKeysOf(present, folder)) && (await faultOf(folder, station, proof)) === null) return;
  refuse(fault === 'vault.wrong-passphrase' ? 'backup.wrong-passphrase' : 'backup.no-key', { reason: fault });
}

async function faultOf(folder: string, station: Station, proof: KeyProof): Promise<string | null> {
  const vault = createVault({ directory: vaultFolder(folder) });
  try {
    if ('recoveryCode' in proof) {
      const recovered = await vault.recover(proof.recoveryCode, proof.newPassphrase);
      if (!recovered.ok) return recovered.error.code;
    }
    const unlocked = await vault.unlock('recoveryCode' in proof ? proof.newPassphrase : proof.passphrase);
    if (!unlocked.ok) return unlocked.error.code;
    const spki = await vault.spki();
    return spki.ok && Buffer.from(spki.value).toString('base64') === station.publicKey ? null : 'vault.other-key';
  } finally {
    vault.lock();
  }
}

async function takeKeysOf({ folder: here, paths }: Present, folder: string): Promise<boolean> {
  if (here === null || !paths.has('vault/station-key.pem')) return false;
  await onStationDisk(async () => {
    for (const name of KEYS) {
      const to = join(vaultFolder(folder), name);
      if (paths.has(`vault/${name}`)) await copyFile(join(vaultFolder(here), name), to);
      else await rm(to, { force: true });
    }
  });
  return true;
}

/** Passwords set since the backup go on being valid, where this machine's list can be read and is not itself the older one: nobody may be left without. */
export async function keepPasswords({ folder: here }: Present, folder: string): Promise<void> {
  if (here === null) return;
  const [present, backedUp] = await Promise.all([here, folder].map((each) => createOperatorStore({ directory: vaultFolder(each) }).ids()));
  if (present?.ok !== true || backedUp?.ok !== true || backedUp.value.some((id) => !present.value.includes(id)) || present.value.length === 0) return;
  await onStationDisk(() => copyFile(join(vaultFolder(here), 'operators.json'), join(vaultFolder(folder), 'operators.json')));
}
