// Calls of the exchange: cards, choosing, sealing, opening, and where figures come from.

import { ok } from '#shared/base/result';
import { type LastFolder, readCard, saveCard } from '../../exchange/cards';
import type { Dialogs } from '../../exchange/dialogs-port';
import type { Exchange } from '../../exchange/exchange';
import type { Jobs } from '../../exchange/jobs';
import type { StationHost } from '../../station/station-host';
import type { Handlers } from '../serve';

type Topic = Pick<
  Handlers,
  'saveCard' | 'readCard' | 'chooseFolder' | 'chooseBundle' | 'sealBundle' | 'openBundle' | 'cancelJob' | 'provenance'
>;

export interface ExchangeServices {
  readonly host: StationHost;
  readonly exchange: Exchange;
  readonly jobs: Jobs;
  readonly dialogs: Dialogs;
  readonly last: LastFolder;
}

export function exchangeHandlers({ host, exchange, jobs, dialogs, last }: ExchangeServices): Topic {
  return {
    async saveCard() {
      const place = host.workplace();
      return place.ok ? saveCard(place.value, dialogs, last) : place;
    },
    async readCard() {
      const place = host.workplace();
      return place.ok ? readCard(place.value, dialogs, last) : place;
    },
    chooseFolder: () => exchange.chooseFolder(),
    chooseBundle: () => exchange.chooseBundle(),
    sealBundle: (request) => exchange.seal(request),
    openBundle: (request) => exchange.open(request),
    cancelJob({ jobId }) {
      jobs.cancel(jobId);
      return ok({});
    },
    provenance: (request) => exchange.provenance(request),
  };
}
