// Puts the handlers of all topics together over one station. It is the composition root of everything the page may call.

import type { Failure, Result } from '#shared/base/result';
import type { ReplyOf, SavedFile } from '#shared/ipc/contract';
import { type Backups, createBackups } from './backup/backups';
import { createExchange } from './exchange/exchange';
import type { LastFolder } from './exchange/cards';
import type { Dialogs } from './exchange/dialogs-port';
import { createJobs, type Jobs } from './exchange/jobs';
import { createOffers, type Offers } from './exchange/offers';
import { attachmentHandlers } from './ipc/handlers/attachment-handlers';
import { backupHandlers } from './ipc/handlers/backup-handlers';
import { columnMapHandlers } from './ipc/handlers/column-map-handlers';
import { exchangeHandlers } from './ipc/handlers/exchange-handlers';
import { fileHandlers } from './ipc/handlers/file-handlers';
import { journalHandlers } from './ipc/handlers/journal-handlers';
import { noticeHandlers } from './ipc/handlers/notice-handlers';
import { pageHandlers } from './ipc/handlers/page-handlers';
import { type TrainingPlace, trainingHandlers } from './ipc/handlers/training-handlers';
import { stationHandlers } from './ipc/handlers/station-handlers';
import type { SendEvent } from './ipc/send';
import type { Handlers } from './ipc/serve';
import type { Log } from './lib/log';
import { createTokenStore } from './lib/token';
import type { SettingsStore } from './settings';
import type { StationFolders } from './station/folders';
import { createStationHost, type StationHost } from './station/station-host';
import type { ShowNotice } from './system-notice';

export interface DeskOptions {
  readonly folders: StationFolders;
  readonly info: ReplyOf<'appInfo'>;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly dialogs: Dialogs;
  readonly send: SendEvent;
  readonly savePdf: (suggestedName: string) => Promise<Result<SavedFile, Failure>>;
  readonly printPage: (landscape: boolean) => Promise<Result<{ printed: boolean }, Failure>>;
  readonly showNotice: ShowNotice;
  readonly clearTables: () => Promise<void>;
  readonly windowMayGo: (may: boolean) => void;
  readonly training: TrainingPlace;
  readonly idleMs?: number;
}

export interface DeskServices {
  readonly handlers: Handlers;
  readonly host: StationHost;
  readonly offers: Offers;
  readonly jobs: Jobs;
  readonly backups: Backups;
}

export function createDesk({ folders, info, log, settings, dialogs, send, savePdf, printPage, showNotice, clearTables, windowMayGo, training, idleMs }: DeskOptions): DeskServices {
  const folderTokens = createTokenStore<string>();
  const fileTokens = createTokenStore<string>();
  const last: LastFolder = {
    get: () => settings.read().lastFolder,
    set: (lastFolder) => {
      settings.write({ lastFolder });
    },
  };
  const onGrowth = () => {
    send('journalGrew', {});
  };
  const jobs = createJobs((progress) => {
    send('jobProgress', progress);
  });
  const onLock = () => {
    jobs.cancelAll();
    folderTokens.clear();
    fileTokens.clear();
    send('sessionLocked', {});
  };
  const host = createStationHost(folders, { onLock, onGrowth, onRestored: clearTables }, log, idleMs);
  const place = {
    get: () => settings.read().backupFolder,
    set: (backupFolder: string) => {
      settings.write({ backupFolder });
    },
  };
  const backups = createBackups({ folders, host, place, version: info.version, log });
  const onSealed = () => {
    void backups.make('sealed', null).catch((error: unknown) => log.fault('backup.not-made', error));
  };
  const offers = createOffers({
    files: fileTokens,
    isAtWork: () => host.session.operator() !== null,
    send: (offer) => {
      send('filesOffered', offer);
    },
  });
  const exchange = createExchange({ host, dialogs, last, jobs, folders: folderTokens, files: fileTokens, log, onGrowth, onSealed });
  const handlers: Handlers = {
    ...pageHandlers({ info, settings, log, savePdf, printPage, clearTables, windowMayGo }, host),
    ...stationHandlers(host, () => {
      offers.flush();
    }),
    ...journalHandlers(host),
    ...attachmentHandlers(host, dialogs, last),
    ...fileHandlers(host, dialogs, last),
    ...columnMapHandlers(host, settings),
    ...noticeHandlers(host, settings, showNotice),
    ...trainingHandlers(training, host, log, send),
    ...backupHandlers({ backups, place, host, jobs, dialogs, folders: folderTokens }),
    ...exchangeHandlers({ host, exchange, jobs, dialogs, last }),
  };
  return { handlers, host, offers, jobs, backups };
}
