// The one wrapper around every call: sender → size → request → run → reply → envelope. No handler is reachable without it.

import type { Failure, Result } from '#shared/base/result';
import { failure } from '#shared/base/result';
import { type CallName, ipcContract, type ReplyOf, type RequestOf } from '#shared/ipc/contract';
import { JournalError } from '../journal/journal-error';
import type { Log } from '../lib/log';
import { callChannel } from './channels';
import { isWithinLimits } from './payload';

type Awaitable<T> = T | Promise<T>;

export type Handlers = { readonly [N in CallName]: (request: RequestOf<N>) => Awaitable<Result<ReplyOf<N>, Failure>> };

/** What Electron's ipcMain offers us; the event is only ever given to `isOurPage`. */
export interface Invokable<Event> {
  handle(channel: string, listener: (event: Event, ...args: unknown[]) => Promise<unknown>): void;
}

export interface ServeOptions<Event> {
  readonly ipc: Invokable<Event>;
  /** True only for the main frame of our own window on our own origin. */
  readonly isOurPage: (event: Event) => boolean;
  readonly log: Log;
}

/** Registers every call of the contract. A refused, malformed or failing call answers with an error value; none hangs or throws. */
export function serveCalls<Event>(handlers: Handlers, options: ServeOptions<Event>): void {
  for (const name of Object.keys(ipcContract) as CallName[]) {
    options.ipc.handle(callChannel(name), async (event, ...args) => answer(name, handlers, options, event, args));
  }
}

async function answer<Event>(
  name: CallName,
  handlers: Handlers,
  { isOurPage, log }: ServeOptions<Event>,
  event: Event,
  args: readonly unknown[],
): Promise<Result<unknown, Failure>> {
  try {
    if (!isOurPage(event)) {
      log.warn('app.refused-sender', { call: name });
      return failure('app.refused-sender');
    }
    if (args.length !== 1 || !isWithinLimits(args[0])) {
      log.warn('app.bad-request', { call: name, reason: 'size' });
      return failure('app.bad-request', { call: name });
    }
    const request = ipcContract[name].request.safeParse(args[0]);
    if (!request.success) {
      const field = request.error.issues[0]?.path.map(String).join('.') ?? '';
      log.warn('app.bad-request', { call: name, field });
      return failure('app.bad-request', { call: name, field });
    }
    const run = handlers[name] as (request: unknown) => Awaitable<Result<unknown, Failure>>;
    const result = await run(request.data);
    if (!result.ok) return failure(result.error.code, result.error.evidence);
    return { ok: true, value: ipcContract[name].reply.parse(result.value) };
  } catch (error) {
    // A journal that is found damaged while it is read: the person is told that, not that the program is at fault.
    if (error instanceof JournalError) {
      log.warn(error.failure.code, { ...error.failure.evidence, call: name });
      return failure(error.failure.code, error.failure.evidence);
    }
    return failure('app.unexpected', { incident: log.fault('app.unexpected', error, { call: name }) });
  }
}
