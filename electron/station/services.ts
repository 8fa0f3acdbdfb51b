// A station that stands open: its profile and its stores, put together once. Opening changes nothing of what it finds.

import { err, type Failure, failure, ok, type Result } from '#shared/base/result';
import { fingerprintOf, stationIdOf } from '#shared/crypto/keys';
import { readyCrypto } from '#shared/crypto/sm3';
import type { Station } from '#shared/domain/office';
import { createDirectory, type Directory } from '../bundle/directory';
import { openAttachmentStore } from '../attachments/attachment-store';
import { openJournalStore } from '../journal/journal-store';
import type { AttachmentStore, JournalStore } from '../journal/ports';
import { createOperatorStore, type OperatorStore } from '../vault/passwords';
import { createVault, type Vault } from '../vault/vault';
import { type StationFolders, vaultFolder } from './folders';
import { createOperatorList, type OperatorList } from './operator-list';
import { readProfile } from './profile-file';
import { contradictionIn, missingFile } from './soundness';

export interface StationServices {
  readonly folder: string;
  readonly profile: Station;
  readonly fingerprint: string;
  readonly vault: Vault;
  readonly passwords: OperatorStore;
  readonly operators: OperatorList;
  readonly journal: JournalStore;
  readonly attachments: AttachmentStore;
  readonly directory: Directory;
  close(): Promise<void>;
}

/** Opens a finished station. Anything that contradicts itself is 'station.damaged' or the store's own code; nothing is repaired silently. */
export async function openServices({ station: folder, environment }: StationFolders): Promise<Result<StationServices, Failure>> {
  await readyCrypto();
  const profile = await readProfile(folder);
  if (!profile.ok) return profile;
  const { stationId, publicKey } = profile.value;
  if (profile.value.environment !== environment) return failure('station.other-environment', { found: profile.value.environment });
  const spki = Buffer.from(publicKey, 'base64');
  if (stationIdOf(spki) !== stationId) return failure('station.damaged', { reason: 'key-differs' });
  const missing = await missingFile(folder, stationId);
  if (missing !== null) return err(missing);
  const journal = await openJournalStore({ directory: folder, owner: stationId });
  if (!journal.ok) return err(journal.error);
  const closing = async (error: unknown): Promise<never> => {
    await journal.value.close();
    throw error;
  };
  const operators = createOperatorList(journal.value);
  const contradiction = await contradictionIn(journal.value, profile.value, operators).catch(closing);
  if (contradiction !== null) {
    await journal.value.close();
    return err(contradiction);
  }
  // After the journals: their lock keeps a second process out of the attachments as well.
  const attachments = await openAttachmentStore({ directory: folder }).catch(closing);
  const vault = createVault({ directory: vaultFolder(folder) });
  return ok({
    folder,
    profile: profile.value,
    fingerprint: fingerprintOf(spki),
    vault,
    passwords: createOperatorStore({ directory: vaultFolder(folder) }),
    operators,
    journal: journal.value,
    attachments,
    directory: createDirectory(journal.value, profile.value),
    async close() {
      vault.lock();
      await journal.value.close();
    },
  });
}
