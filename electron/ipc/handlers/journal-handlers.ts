// Calls that write records and ask where the journals stand.

import { ok } from '#shared/base/result';
import { commitChanges } from '../../station/commit';
import type { StationHost } from '../../station/station-host';
import type { Handlers } from '../serve';

type Topic = Pick<Handlers, 'commit' | 'journalHeads'>;

export function journalHandlers(host: StationHost): Topic {
  return {
    async commit(request) {
      const place = host.workplace();
      if (!place.ok) return place;
      host.session.touch();
      return commitChanges(place.value, place.value.by, request);
    },
    journalHeads() {
      const place = host.workplace();
      return place.ok ? ok([...place.value.journal.heads()]) : place;
    },
  };
}
