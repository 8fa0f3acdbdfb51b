// The shape of window.desk: one method per call of the contract and one `on` for events. The preload builds it.

import type { Failure, Result } from '../base/result';
import type { CallName, ReplyOf, RequestOf } from './contract';
import type { EventName, EventOf } from './events';

export type DeskCalls = { readonly [N in CallName]: (request: RequestOf<N>) => Promise<Result<ReplyOf<N>, Failure>> };

export type Desk = DeskCalls & {
  readonly on: <N extends EventName>(name: N, listener: (event: EventOf<N>) => void) => () => void;
};
