// The only reader of window.desk. It turns a broken connection into a Result too; it knows no business and keeps no state
// but the port itself, which tests replace by an in-memory one.

import { type Failure, failure, type Result } from '#shared/base/result';
import type { CallName, ReplyOf, RequestOf } from '#shared/ipc/contract';
import type { Desk } from '#shared/ipc/desk';
import type { EventName, EventOf } from '#shared/ipc/events';

declare global {
  interface Window {
    readonly desk?: Desk;
  }
}

let port: Desk | undefined;

/** Puts another port in place of window.desk: for tests. `null` goes back to the real one. */
export function setDesk(other: Desk | null): void {
  port = other ?? undefined;
}

/** One call to the main process. Every expected failure is a Result; it never rejects. */
export async function callDesk<N extends CallName>(
  name: N,
  request: RequestOf<N>,
): Promise<Result<ReplyOf<N>, Failure>> {
  const desk = current();
  if (!desk) return failure('desk.missing');
  try {
    // A union of methods cannot be called; for one name it is this method.
    const method = desk[name] as (request: RequestOf<N>) => Promise<Result<ReplyOf<N>, Failure>>;
    return await method(request);
  } catch {
    // The reason may quote what was sent, so it is not passed on.
    return failure('desk.unreachable', { call: name });
  }
}

/** Listens to what the main process says unasked; returns the unsubscribe. */
export function onEvent<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void {
  return current()?.on(name, listener) ?? (() => undefined);
}

function current(): Desk | undefined {
  return port ?? (typeof window === 'undefined' ? undefined : window.desk);
}
