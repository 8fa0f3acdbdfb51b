// Where a station's files lie below the data folder. Only the modules that own a folder write into it.

import { join } from 'node:path';
import type { Environment } from '#shared/domain/office';

export interface StationFolders {
  /** The data folder itself: the station, settings, logs and the browser's own files. */
  readonly data: string;
  readonly station: string;
  /** A station being set up; it becomes `station` by one rename, so half of one never counts. */
  readonly unfinished: string;
  /** A station being put together from a backup; it too becomes `station` by one rename. */
  readonly restoring: string;
  /** What stood in `station` before it was replaced, newest last, each in a folder of its own. */
  readonly replaced: string;
  /** Where backups go until the user has chosen another disk. */
  readonly backups: string;
  readonly logs: string;
  /** What a station in this folder must be. */
  readonly environment: Environment;
}

export function stationFolders(data: string, environment: Environment): StationFolders {
  return {
    data,
    environment,
    station: join(data, 'station'),
    unfinished: join(data, 'station.unfinished'),
    restoring: join(data, 'station.restoring'),
    replaced: join(data, 'station.replaced'),
    // Beside the data folder, so that whoever removes that has the backups still; training keeps to its own folder.
    backups: environment === 'real' ? `${data}-backup` : join(data, 'backup'),
    logs: join(data, 'logs'),
  };
}

export function vaultFolder(station: string): string {
  return join(station, 'vault');
}
