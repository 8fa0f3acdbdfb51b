// Looks a backup through, every byte of it, and lays it beside what this machine has. It changes nothing.

import type { BackupManifest } from '#shared/backup/manifest';
import { readyCrypto } from '#shared/crypto/sm3';
import { stationIdOf } from '#shared/crypto/keys';
import type { Environment, Station } from '#shared/domain/office';
import type { Examination } from '#shared/ipc/backup';
import { canonicalJson } from '#shared/journal/canonical';
import { joinJournals, type JournalSink } from './join-journals';
import { refuse } from './on-medium';
import { isSame, type Present } from './present';
import { fileOf, meterOf, readBackedUp, readWhole } from './read-backup';
import { findSentBundles } from './sent-bundles';
import type { Shelf } from './shelf';

export interface ExamineTask {
  readonly shelf: Shelf;
  readonly manifest: BackupManifest;
  readonly present: Present;
  /** Whether the station here is whole and open. */
  readonly sound: boolean;
  readonly environment: Environment;
  /** Folders in which bundles may lie that were sealed here. */
  readonly bundleFolders: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly report: (done: number, total: number) => void;
}

const TO_NOWHERE: JournalSink = { line: () => undefined, end: () => Promise.resolve(), close: () => Promise.resolve() };

/** Refuses what cannot be restored here: a damaged backup, another office's, one of the other environment. */
export async function examine({ shelf, manifest, present, sound, environment, bundleFolders, signal, report }: ExamineTask): Promise<Examination> {
  await readyCrypto();
  await expectFitting(shelf, manifest, present, environment);
  const onBytes = meterOf(manifest, report, signal);
  const sent = await findSentBundles(bundleFolders, manifest.station, signal);
  const { counts } = await joinJournals({ shelf, manifest, present, sent, onBytes, sink: () => Promise.resolve(TO_NOWHERE) });
  let files = 0;
  for (const file of manifest.files) {
    if (file.path.startsWith('journals/')) continue;
    for await (const _piece of readBackedUp(shelf, file, onBytes));
    if (isSettled(file.path) && !(await isSame(present, file, () => { onBytes(0); }))) files += 1;
  }
  const { gained, dropped, fromBundles, unreadable } = counts;
  return {
    present: present.folder === null ? 'none' : sound ? 'sound' : 'damaged',
    ...counts,
    files,
    needless: sound && files === 0 && gained + dropped + fromBundles + unreadable === 0,
  };
}

/** Files that lie under a name of their own and are never written again. */
export function isSettled(path: string): boolean {
  return path.startsWith('attachments/') || path.startsWith('bundles/');
}

export async function expectFitting(shelf: Shelf, manifest: BackupManifest, present: Present, environment: Environment): Promise<void> {
  const { station } = manifest;
  if (station.environment !== environment) refuse('backup.other-environment', { found: station.environment });
  if (present.owner !== null && present.owner !== station.stationId) refuse('backup.other-office');
  if (stationIdOf(Buffer.from(station.publicKey, 'base64')) !== station.stationId) refuse('backup.damaged', { part: 'station', reason: 'key-differs' });
  const profile = fileOf(manifest, 'station.json');
  if (profile === null || !says(await readWhole(shelf, profile), station)) refuse('backup.damaged', { part: 'station', reason: 'profile-differs' });
}

/** The manifest's word of the station must be that of the profile, or a list could promise one office and restore another. */
function says(profile: Buffer, station: Station): boolean {
  try {
    const value: unknown = JSON.parse(profile.toString('utf8'));
    return canonicalJson(value) === canonicalJson({ format: 1, station });
  } catch {
    return false;
  }
}
