// Exchange as the page asks for it: choosing, sealing, opening. What a bundle is and which checks it passes is the bundle folder's business.

import { basename, dirname } from 'node:path';
import { stat } from 'node:fs/promises';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { OpenReport, Provenance, ReplyOf, RequestOf, SealReport } from '#shared/ipc/contract';
import { openBundle } from '../bundle/open';
import type { BundleStation } from '../bundle/ports';
import { sealBundle } from '../bundle/seal';
import type { Log } from '../lib/log';
import type { TokenStore } from '../lib/token';
import type { StationHost } from '../station/station-host';
import type { Workplace } from '../station/workplace';
import type { LastFolder } from './cards';
import type { Dialogs } from './dialogs-port';
import type { Job, Jobs } from './jobs';
import { noteDispatch, noteReceipt, noteRefusal } from './notes';

export interface ExchangeOptions {
  readonly host: StationHost;
  readonly dialogs: Dialogs;
  readonly last: LastFolder;
  readonly jobs: Jobs;
  readonly folders: TokenStore<string>;
  readonly files: TokenStore<string>;
  readonly log: Log;
  /** A chain grew by what was noted here. */
  readonly onGrowth: () => void;
  /** A bundle is out of the house: what it holds can no longer be unsaid, so it must not be lost here. */
  readonly onSealed: () => void;
}

export interface Exchange {
  chooseFolder(): Promise<Result<ReplyOf<'chooseFolder'>, Failure>>;
  chooseBundle(): Promise<Result<ReplyOf<'chooseBundle'>, Failure>>;
  seal(request: RequestOf<'sealBundle'>): Promise<Result<SealReport, Failure>>;
  open(request: RequestOf<'openBundle'>): Promise<Result<OpenReport, Failure>>;
  provenance(request: RequestOf<'provenance'>): Promise<Result<Provenance, Failure>>;
}

export function createExchange({ host, dialogs, last, jobs, folders, files, log, onGrowth, onSealed }: ExchangeOptions): Exchange {
  /** Work counts as presence: the key must not lock under a running job. */
  const runJob = async <T>(jobId: string, work: (job: Job) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> => {
    const result = await jobs.run(jobId, ({ signal, onProgress }) =>
      work({
        signal,
        onProgress: (progress) => {
          host.session.touch();
          onProgress(progress);
        },
      }),
    );
    return result ?? failure('exchange.job-exists');
  };

  /** The file lies on the stick, the lines in the journal: a note that fails must not call that undone. */
  const keep = async (note: Promise<Result<unknown, Failure> | null>) => {
    try {
      const noted = await note;
      if (noted?.ok === false) log.warn('exchange.not-noted', { code: noted.error.code });
    } catch (error) {
      log.fault('exchange.not-noted', error);
    }
    onGrowth();
  };

  return {
    async chooseFolder() {
      const place = host.workplace();
      if (!place.ok) return place;
      const path = await dialogs.openFolder({ folder: last.get() });
      if (path === null) return ok({ folder: null });
      last.set(path);
      return ok({ folder: { token: folders.issue(path), label: basename(path) === '' ? path : basename(path) } });
    },

    async chooseBundle() {
      const place = host.workplace();
      if (!place.ok) return place;
      const [path] = await dialogs.openFiles({ kind: 'bundle', folder: last.get(), many: false });
      if (path === undefined) return ok({ file: null });
      const found = await stat(path).catch(() => null);
      if (found?.isFile() !== true) return failure('bundle.unreadable');
      last.set(dirname(path));
      return ok({ file: { token: files.issue(path), fileName: basename(path), sizeBytes: found.size } });
    },

    async seal({ jobId, recipientId, folder, fromStart }) {
      const place = host.workplace();
      if (!place.ok) return place;
      const path = folders.redeem(folder);
      if (path === null) return failure('exchange.bad-token');
      return runJob(jobId, async (job) => {
        const sealed = await sealBundle(bundleStation(place.value), { recipientId, targetFolder: path, fromStart, ...job });
        if (!sealed.ok) return sealed;
        await keep(noteDispatch(place.value, recipientId, sealed.value));
        onSealed();
        return sealed;
      });
    },

    async open({ jobId, file }) {
      const place = host.workplace();
      if (!place.ok) return place;
      const path = files.redeem(file);
      if (path === null) return failure('exchange.bad-token');
      return runJob(jobId, async (job) => {
        const opened = await openBundle(bundleStation(place.value), { path, ...job });
        await keep(opened.ok ? noteReceipt(place.value, opened.value) : noteRefusal(place.value, opened.error));
        return opened;
      });
    },

    async provenance({ author }) {
      const place = host.workplace();
      if (!place.ok) return place;
      const found = await place.value.directory.provenance(author);
      return found === null ? failure('provenance.unknown-author') : ok(found);
    },
  };
}

function bundleStation({ profile, folder, journal, attachments, directory, vault }: Workplace): BundleStation {
  return { station: profile, folder, journals: journal, attachments, directory, sign: (message) => vault.sign(message) };
}
