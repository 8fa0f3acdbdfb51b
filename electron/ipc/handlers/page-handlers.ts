// Calls about the page and the application: version, settings, printing.

import { type Failure, ok, type Result } from '#shared/base/result';
import type { ReplyOf, SavedFile } from '#shared/ipc/contract';
import type { Log } from '../../lib/log';
import type { SettingsStore } from '../../settings';
import type { StationHost } from '../../station/station-host';
import type { Handlers } from '../serve';

type Topic = Pick<Handlers, 'appInfo' | 'savePdf' | 'printPage' | 'clearTables' | 'closeWindow' | 'readSettings' | 'writeSettings' | 'reportFault'>;

export interface PageServices {
  readonly info: ReplyOf<'appInfo'>;
  readonly settings: SettingsStore;
  readonly log: Log;
  savePdf(suggestedName: string): Promise<Result<SavedFile, Failure>>;
  printPage(landscape: boolean): Promise<Result<{ printed: boolean }, Failure>>;
  /** Removes the browser's database of our origin. */
  clearTables(): Promise<void>;
  /** The page's answer to a window that was to close. */
  windowMayGo(may: boolean): void;
}

export function pageHandlers({ info, settings, log, savePdf, printPage, clearTables, windowMayGo }: PageServices, host: StationHost): Topic {
  return {
    appInfo: () => ok(info),
    // Not bound to a session: the recovery sheet is printed before anybody has signed in.
    savePdf: ({ suggestedName }) => savePdf(suggestedName),
    printPage: ({ landscape }) => printPage(landscape),
    async clearTables() {
      const place = host.workplace();
      if (!place.ok) return place;
      await clearTables();
      return ok({});
    },
    reportFault({ area, kind, at }) {
      const places = Object.fromEntries(at.map((place, depth) => [`at${String(depth)}`, place]));
      return ok({ incident: log.fault('page.fault', null, { area, kind, ...places }) });
    },
    closeWindow({ may }) {
      windowMayGo(may);
      return ok({});
    },
    readSettings() {
      const { fontPercent, colorScheme, hardwareAcceleration, moneyUnit } = settings.read();
      return ok({ fontPercent, colorScheme, hardwareAcceleration, moneyUnit });
    },
    writeSettings(change) {
      const written = settings.write(change);
      return written.ok ? ok({}) : written;
    },
  };
}
