// Calls about the station itself: its state, set-up, sign-in, key and operators.

import { type Failure, ok, type Result } from '#shared/base/result';
import type { StationHost } from '../../station/station-host';
import type { Handlers } from '../serve';

type Topic = Pick<
  Handlers,
  'stationState' | 'createStation' | 'signIn' | 'signOut' | 'keepAlive' | 'unlockKey' | 'recoverKey' | 'addOperator'
>;

/** `onSignIn` is told after an operator has signed in. */
export function stationHandlers(host: StationHost, onSignIn: () => void): Topic {
  return {
    stationState: async () => ok(await host.state()),
    createStation: (request) => host.create(request),
    async signIn(request) {
      const signedIn = await host.signIn(request);
      if (signedIn.ok) onSignIn();
      return signedIn;
    },
    signOut() {
      host.session.end('signed-out');
      return ok({});
    },
    keepAlive() {
      host.session.touch();
      return ok({});
    },
    async unlockKey({ passphrase }) {
      const place = host.workplace();
      return place.ok ? done(await place.value.vault.unlock(passphrase)) : place;
    },
    async recoverKey({ recoveryCode, passphrase }) {
      const place = host.workplace();
      return place.ok ? done(await place.value.vault.recover(recoveryCode, passphrase)) : place;
    },
    addOperator: (request) => host.addOperator(request),
  };
}

function done(result: Result<void, Failure>): Result<Record<never, never>, Failure> {
  return result.ok ? ok({}) : result;
}
