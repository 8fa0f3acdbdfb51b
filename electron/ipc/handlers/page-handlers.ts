// Calls about the page and the application: version, settings, printing.

import { type Failure, ok, type Result } from '#shared/base/result';
import type { ReplyOf } from '#shared/ipc/contract';
import type { SettingsStore } from '../../settings';
import type { Handlers } from '../serve';

type Topic = Pick<Handlers, 'appInfo' | 'savePdf' | 'readSettings' | 'writeSettings'>;

export interface PageServices {
  readonly info: ReplyOf<'appInfo'>;
  readonly settings: SettingsStore;
  savePdf(suggestedName: string): Promise<Result<{ saved: boolean }, Failure>>;
}

export function pageHandlers({ info, settings, savePdf }: PageServices): Topic {
  return {
    appInfo: () => ok(info),
    // Not bound to a session: the recovery sheet is printed before anybody has signed in.
    savePdf: ({ suggestedName }) => savePdf(suggestedName),
    readSettings: () => ok({ fontPercent: settings.read().fontPercent }),
    writeSettings({ fontPercent }) {
      settings.write({ fontPercent });
      return ok({});
    },
  };
}
