// The only reader of window.desk. It parses every reply with the contract and turns a broken connection into a Result too; it
// knows no business and keeps no state but the port itself, which tests replace by an in-memory one.

import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { CallName, ReplyOf, RequestOf } from '#shared/ipc/contract';
import type { Desk } from '#shared/ipc/desk';
import type { EventName, EventOf } from '#shared/ipc/events';
import { afterZod } from './after-zod';

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
    const reply = await method(request);
    if (!reply.ok) return reply;
    const parsed = (await contract()).ipcContract[name].reply.safeParse(reply.value);
    return parsed.success ? ok(parsed.data as ReplyOf<N>) : failure('app.bad-reply', { call: name });
  } catch {
    // The reason may quote what was sent, so it is not passed on.
    return failure('desk.unreachable', { call: name });
  }
}

/** Listens to what the main process says unasked; returns the unsubscribe. */
export function onEvent<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void {
  return current()?.on(name, listener) ?? (() => undefined);
}

/** Loaded beside the first screen, not before it: the schemas of every record hang on it. */
function contract() {
  return afterZod(() => import('#shared/ipc/contract'));
}

function current(): Desk | undefined {
  return port ?? (typeof window === 'undefined' ? undefined : window.desk);
}
