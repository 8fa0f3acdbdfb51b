// Calls about backups. Making and choosing are for whoever is signed in; restoring also where there is no station or it is damaged, which is
// when it is needed most, and there the key's passphrase is asked for.

import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Backups } from '../../backup/backups';
import type { Dialogs } from '../../exchange/dialogs-port';
import type { Job, Jobs } from '../../exchange/jobs';
import type { TokenStore } from '../../lib/token';
import type { StationHost } from '../../station/station-host';
import type { BackupPlace } from '../../backup/backups';
import type { Handlers } from '../serve';

type Topic = Pick<Handlers, 'backupState' | 'chooseBackupFolder' | 'makeBackup' | 'listBackups' | 'chooseSentBundles' | 'examineBackup' | 'restoreBackup'>;

export interface BackupServices {
  readonly backups: Backups;
  readonly place: BackupPlace;
  readonly host: StationHost;
  readonly jobs: Jobs;
  readonly dialogs: Dialogs;
  /** Folders chosen by chooseFolder. */
  readonly folders: TokenStore<string>;
}

export function backupHandlers({ backups, place, host, jobs, dialogs, folders }: BackupServices): Topic {
  const run = async <T>(jobId: string, work: (job: Job) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> =>
    (await jobs.run(jobId, ({ signal, onProgress }) =>
      work({
        signal,
        // Work counts as presence.
        onProgress: (progress) => {
          host.session.touch();
          onProgress(progress);
        },
      }),
    )) ?? failure('exchange.job-exists');

  const chosen = (token: string | null): Result<string | null, Failure> => {
    const path = token === null ? null : folders.redeem(token);
    return token !== null && path === null ? failure('exchange.bad-token') : ok(path);
  };

  return {
    async backupState() {
      const at = host.workplace();
      return at.ok ? ok(await backups.state()) : at;
    },
    async chooseBackupFolder() {
      const at = host.workplace();
      if (!at.ok) return at;
      const folder = await dialogs.openFolder({ folder: place.get() });
      if (folder !== null) place.set(folder);
      return ok(await backups.state());
    },
    async makeBackup({ jobId, folder }) {
      const at = host.workplace();
      if (!at.ok) return at;
      const path = chosen(folder);
      if (!path.ok) return path;
      const made = await run(jobId, (job) => backups.make('asked', path.value, job));
      if (!made.ok) return made;
      const { madeAt, counts, files } = made.value.manifest;
      return ok({ madeAt, folder: made.value.folder, counts, sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) });
    },
    async listBackups({ ask }) {
      const may = await mayRestore(host);
      if (!may.ok) return may;
      const folder = ask ? await dialogs.openFolder({ folder: place.get() }) : null;
      if (ask && folder === null) return ok({ list: null });
      const list = await backups.list(folder);
      return list.ok ? ok({ list: list.value }) : list;
    },
    async chooseSentBundles() {
      const may = await mayRestore(host);
      if (!may.ok) return may;
      const path = await dialogs.openFolder({ folder: null });
      return ok({ folder: path === null ? null : { token: folders.issue(path), label: path } });
    },
    async examineBackup({ jobId, backup, bundles }) {
      const may = await mayRestore(host);
      if (!may.ok) return may;
      const path = chosen(bundles);
      return path.ok ? run(jobId, (job) => backups.examine(backup, path.value, job)) : path;
    },
    async restoreBackup({ jobId, backup, bundles, proof }) {
      const may = await mayRestore(host);
      if (!may.ok) return may;
      // Tokens go with the session, and so do running jobs: both are seen to around its end.
      const path = chosen(bundles);
      if (!path.ok) return path;
      const proved = await run(jobId, async ({ signal }) => {
        const result = await backups.prove(backup, proof);
        return signal.aborted ? failure('backup.cancelled') : result;
      });
      if (!proved.ok) return proved;
      host.session.end('signed-out');
      return run(jobId, (job) => backups.restore(backup, { proof, bundles: path.value }, job));
    },
  };
}

/** Nobody restores over the head of a station that stands locked. */
async function mayRestore(host: StationHost): Promise<Result<null, Failure>> {
  return (await host.state()).phase === 'locked' ? failure('session.not-signed-in') : ok(null);
}
