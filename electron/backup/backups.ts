// The backups of this computer's station as the rest of the program uses them: made by hand and by themselves, listed, examined, restored.
// What a backup is, and how it is written and read, is the business of the files beside this one.

import { mkdir, stat } from 'node:fs/promises';
import type { BackupManifest, BackupReason } from '#shared/backup/manifest';
import { todayInShanghai } from '#shared/base/date';
import { type Failure, failure, type Result } from '#shared/base/result';
import type { BackupList, BackupState, BackupView, Examination, KeyProof, RestoreReport } from '#shared/ipc/backup';
import { sentFolder } from '../bundle/folders';
import type { Job } from '../exchange/jobs';
import { createTurns } from '../lib/in-turn';
import type { Log } from '../lib/log';
import { asResult } from '../lib/refusal';
import { createTokenStore } from '../lib/token';
import type { StationFolders } from '../station/folders';
import type { StationServices } from '../station/services';
import type { StationHost } from '../station/station-host';
import { createThrottle } from '../vault/throttle';
import { examine } from './examine';
import { findShelves } from './find-shelves';
import { type MadeBackup, makeBackup } from './make';
import { refuse } from './on-medium';
import { readPresent } from './present';
import { replaceStation } from './replace';
import { putTogether, tryKey } from './restore';
import { readMark } from './restored-mark';
import { createShelf, shelfFolder } from './shelf';

export interface BackupPlace {
  /** The folder the user chose, or null. */
  get(): string | null;
  set(folder: string): void;
}

export interface BackupsOptions {
  readonly folders: StationFolders;
  readonly host: StationHost;
  readonly place: BackupPlace;
  readonly version: string;
  readonly log: Log;
  readonly now?: () => Date;
}

export interface RestoreChoice {
  readonly proof: KeyProof;
  readonly bundles: string | null;
}

export interface Backups {
  state(): Promise<BackupState>;
  /** Makes one now; the folder is where backups are kept when `folder` is null. */
  make(reason: BackupReason, folder: string | null, watch?: Partial<Job>): Promise<Result<MadeBackup, Failure>>;
  /** The day's backup, when it has not been made yet and there is a station to back up. */
  makeDaily(): Promise<void>;
  /** What lies in the chosen folder, or where this computer keeps its backups. */
  list(folder: string | null): Promise<Result<BackupList, Failure>>;
  /** `bundles` is a folder in which bundles lie that were sealed here after the backup, or null. */
  examine(token: string, bundles: string | null, job: Job): Promise<Result<Examination, Failure>>;
  /** Whether the key of that backup opens; nobody has to leave for that. Slows guessing down. */
  prove(token: string, proof: KeyProof): Promise<Result<void, Failure>>;
  restore(token: string, choice: RestoreChoice, job: Job): Promise<Result<RestoreReport, Failure>>;
  /** Stops what is being made by itself, and waits until it has stopped. */
  stop(): Promise<void>;
}

/** What a wrong guess is answered with. */
const GUESSED = new Set(['backup.wrong-passphrase', 'recovery.wrong-code']);

/** Tokens are given for so many at a time. */
const MOST_LISTED = 60;

export function createBackups({ folders, host, place, version, log, now = () => new Date() }: BackupsOptions): Backups {
  const tokens = createTokenStore<{ readonly shelf: string; readonly name: string }>();
  const throttle = createThrottle();
  const inTurn = createTurns();
  let trouble: Failure | null = null;
  let stopping = new AbortController();

  const kept = () => place.get() ?? folders.backups;
  const bundleFolders = (chosen: string | null) => [sentFolder(folders.station), ...(chosen === null ? [] : [chosen])];

  async function makeOf(services: StationServices, reason: BackupReason, folder: string, { signal, onProgress }: Partial<Job>, spare?: string): Promise<Result<MadeBackup, Failure>> {
    // Only our own folder is made; one that the user chose and that is gone is a disk taken out.
    if (folder === folders.backups) await mkdir(folder, { recursive: true });
    const either = AbortSignal.any([stopping.signal, ...(signal === undefined ? [] : [signal])]);
    const made = await asResult(() =>
      makeBackup(services, {
        shelfFolder: shelfFolder(folder, services.profile.stationId),
        version,
        reason,
        now: now(),
        signal: either,
        spare,
        onUntidy: (error) => log.fault('backup.not-tidied', error),
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    );
    if (made.ok) log.info('backup.made', { reason, lines: made.value.manifest.counts.lines, files: made.value.manifest.files.length });
    else log.warn(made.error.code, { ...made.error.evidence, reason });
    return made;
  }

  async function read(token: string): Promise<{ readonly shelf: ReturnType<typeof createShelf>; readonly manifest: BackupManifest }> {
    const found = tokens.redeem(token);
    if (found === null) return refuse('backup.missing');
    const shelf = createShelf(found.shelf, version);
    if (!(await shelf.names()).includes(found.name)) return refuse('backup.missing');
    const manifest = await shelf.read(found.name);
    return manifest.ok ? { shelf, manifest: manifest.value } : refuse(manifest.error.code, manifest.error.evidence);
  }

  const backups: Backups = {
    async state() {
      const services = host.services();
      const folder = kept();
      const shelf = services === null ? null : createShelf(shelfFolder(folder, services.profile.stationId), version);
      const names = (await shelf?.names()) ?? [];
      let last: BackupState['last'] = null;
      for (const name of names) {
        const manifest = await shelf?.read(name);
        if (manifest?.ok !== true) continue;
        last = { madeAt: manifest.value.madeAt, reason: manifest.value.reason };
        break;
      }
      const mark = await readMark(folders.station);
      const { tablesCleared: _tablesCleared, ...restored } = mark === null || mark === 'damaged' ? { tablesCleared: true } : mark;
      return {
        folder,
        chosen: place.get() !== null,
        sameDisk: await isSameDisk(folders.data, folder),
        last,
        held: names.length,
        trouble,
        restored: 'at' in restored ? restored : null,
      };
    },

    make: (reason, folder, watch = {}) =>
      inTurn(async () => {
        const services = host.services();
        if (services === null) return failure('session.no-station');
        const made = await makeOf(services, reason, folder ?? kept(), watch);
        if (folder === null) trouble = made.ok || made.error.code === 'backup.cancelled' ? null : made.error;
        return made;
      }),

    async makeDaily() {
      const services = host.services();
      if (services === null) return;
      const { last } = await backups.state();
      if (last !== null && todayInShanghai(Date.parse(last.madeAt)) === todayInShanghai(now())) return;
      await backups.make('daily', null);
    },

    list: (folder) =>
      asResult(async () => {
        const owner = (await readPresent(folders.station)).owner;
        // Asked for a folder, everything there is shown; by ourselves only what belongs here.
        const places = folder === null ? [...new Set([kept(), folders.backups])] : [folder];
        const shelves = (await Promise.all(places.map(findShelves))).flat().filter((path) => folder !== null || owner === null || path.endsWith(owner));
        const views: BackupView[] = [];
        let unreadable = 0;
        for (const path of shelves) {
          for (const { name, manifest } of await createShelf(path, version).list()) {
            if (manifest.ok) views.push(viewOf(tokens.issue({ shelf: path, name }), manifest.value));
            else unreadable += 1;
          }
        }
        views.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
        return { folder: folder ?? kept(), backups: views.slice(0, MOST_LISTED), unreadable };
      }),

    // In turn with what is made by itself: that lets old ones go.
    examine: (token, bundles, { signal, onProgress }) =>
      inTurn(() =>
        asResult(async () => {
          const { shelf, manifest } = await read(token);
          const present = await readPresent(folders.station);
          const report = (done: number, total: number) => { onProgress({ step: 'comparing', unit: 'bytes', done, total }); };
          const { environment } = folders;
          return examine({ shelf, manifest, present, sound: host.services() !== null, environment, bundleFolders: bundleFolders(bundles), signal, report });
        }),
      ),

    async prove(token, proof) {
      const waitMs = throttle.begin('restore');
      if (waitMs > 0) return failure('vault.try-later', { waitMs });
      const proved = await inTurn(() =>
        asResult(async () => {
          await tryKey({ folders, ...(await read(token)), present: await readPresent(folders.station), proof });
        }),
      );
      if (proved.ok || !GUESSED.has(proved.error.code)) throttle.succeeded('restore');
      else log.warn(proved.error.code, { work: 'restore' });
      return proved;
    },

    async restore(token, choice, job) {
      await backups.stop();
      const done = await inTurn(() => restoreNow(token, choice, job));
      if (done.ok) log.info('backup.restored', { madeAt: done.value.madeAt, gained: done.value.gained, kept: done.value.kept, dropped: done.value.dropped });
      else log.warn(done.error.code, { ...done.error.evidence, work: 'restore' });
      return done;
    },

    async stop() {
      stopping.abort();
      await inTurn(() => Promise.resolve());
      stopping = new AbortController();
    },
  };

  async function restoreNow(token: string, { proof, bundles }: RestoreChoice, job: Job): Promise<Result<RestoreReport, Failure>> {
    const services = host.services();
    if (services !== null) {
      // What stands here can be had again by the same wizard. Where that fails (a journal damaged within, a full disk) its folder is still set aside.
      const copied = await makeOf(services, 'replaced', kept(), job, tokens.redeem(token)?.name);
      if (!copied.ok && copied.error.code === 'backup.cancelled') return copied;
    }
    return host.replace(() =>
      asResult(async () => {
        const { shelf, manifest } = await read(token);
        const present = await readPresent(folders.station);
        const report = (done: number, total: number) => { job.onProgress({ step: 'restoring', unit: 'bytes', done, total }); };
        const counts = await putTogether({ folders, shelf, manifest, present, proof, bundleFolders: bundleFolders(bundles), now: now(), signal: job.signal, report });
        const copyFolder = await replaceStation(folders, now());
        return { name: manifest.station.name, madeAt: manifest.madeAt, ...counts, counts: manifest.counts, copyFolder };
      }),
    );
  }

  return backups;
}

function viewOf(token: string, { madeAt, reason, station, counts, files }: BackupManifest): BackupView {
  const { name, officeKind, regionCode, environment } = station;
  return { token, madeAt, reason, name, officeKind, regionCode, environment, counts, sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}

async function isSameDisk(data: string, folder: string): Promise<boolean | null> {
  const [here, there] = await Promise.all([data, folder].map((path) => stat(path).catch(() => null)));
  return here === null || here === undefined || there === null || there === undefined ? null : here.dev === there.dev;
}
