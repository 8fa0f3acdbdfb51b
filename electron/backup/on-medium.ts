// Work on the folder that holds backups, told apart from work on the station's own files: what the system answers there is an expected failure.

import type { ManifestFailure } from '#shared/backup/manifest';
import type { Failure } from '#shared/base/result';
import { systemCodeOf } from '../lib/atomic-file';
import { isDiskFull, Refusal } from '../lib/refusal';

export type BackupCode =
  | 'backup.cancelled'
  /** The backup folder: no room, no right to write, gone. Evidence: system. */
  | 'backup.disk-full'
  | 'backup.folder-not-writable'
  | 'backup.folder-lost'
  /** Another process is writing there. */
  | 'backup.in-use'
  /** What was written reads differently. */
  | 'backup.readback-differs'
  /** A file of the station cannot be read. Evidence: system. */
  | 'backup.source-unreadable'
  /** Not whole (evidence: part, reason), or by a newer application. */
  | ManifestFailure['code']
  | 'backup.missing'
  | 'backup.other-office'
  | 'backup.other-environment'
  | 'backup.wrong-passphrase'
  | 'backup.no-key'
  /** The station's own disk while restoring. Evidence: system. */
  | 'backup.station-disk'
  | 'backup.station-disk-full'
  /** What was put together does not open. Evidence: code. */
  | 'backup.not-sound';

export function refuse(code: BackupCode, evidence?: Failure['evidence']): never {
  throw new Refusal(evidence === undefined ? { code } : { code, evidence });
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) refuse('backup.cancelled');
}

const FORBIDDEN = new Set(['EROFS', 'EACCES', 'EPERM']);

/** Writes to and reads of the backup folder. */
export async function onMedium<T>(job: () => Promise<T>): Promise<T> {
  return job().catch((error: unknown) => {
    const system = systemOf(error);
    if (isDiskFull(system)) return refuse('backup.disk-full', { system });
    return refuse(FORBIDDEN.has(system) ? 'backup.folder-not-writable' : 'backup.folder-lost', { system });
  });
}

/** Reads of the station's own files. */
export async function onSource<T>(job: () => Promise<T>): Promise<T> {
  return job().catch((error: unknown) => refuse('backup.source-unreadable', { system: systemOf(error) }));
}

/** Writes to the station's own disk while a station is restored. */
export async function onStationDisk<T>(job: () => Promise<T>): Promise<T> {
  return job().catch((error: unknown) => {
    const system = systemOf(error);
    return refuse(isDiskFull(system) ? 'backup.station-disk-full' : 'backup.station-disk', { system });
  });
}

/** Anything but a refused system call is a fault of ours, or a refusal already, and goes on as it is. */
function systemOf(error: unknown): string {
  const system = systemCodeOf(error);
  if (system === '') throw error;
  return system;
}
