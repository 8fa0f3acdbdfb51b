// The page's only door: window.desk, one method per call of the contract and `on` for events. It decides nothing.

import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Failure, Result } from '#shared/base/result';
import type { Desk, DeskCalls } from '#shared/ipc/desk';
import { CALL_NAMES, callChannel, EVENT_NAMES, eventChannel } from './ipc/channels';

type Call = (request: unknown) => Promise<Result<unknown, Failure>>;

const BAD_REPLY: Result<unknown, Failure> = { ok: false, error: { code: 'app.bad-reply' } };

const calls = Object.fromEntries(
  CALL_NAMES.map((name): [string, Call] => [
    name,
    async (request) => {
      try {
        const reply: unknown = await ipcRenderer.invoke(callChannel(name), request);
        return isEnvelope(reply) ? reply : BAD_REPLY;
      } catch {
        // A request that cannot be cloned, or a main process that went away.
        return BAD_REPLY;
      }
    },
  ]),
) as unknown as DeskCalls;

/** Bundles may be offered before the desk is mounted; the newest offer waits for the first listener. */
let waitingOffer: unknown = null;
let someoneListens = false;
ipcRenderer.on(eventChannel('filesOffered'), (_event, payload: unknown) => {
  if (!someoneListens) waitingOffer = payload;
});

const on: Desk['on'] = (name, listener) => {
  if (!EVENT_NAMES.includes(name)) return () => undefined;
  const forward = (_event: IpcRendererEvent | null, payload: unknown) => {
    listener(payload as Parameters<typeof listener>[0]);
  };
  ipcRenderer.on(eventChannel(name), forward);
  if (name === 'filesOffered') {
    someoneListens = true;
    if (waitingOffer !== null) forward(null, waitingOffer);
    waitingOffer = null;
  }
  return () => {
    ipcRenderer.removeListener(eventChannel(name), forward);
    if (name === 'filesOffered') someoneListens = ipcRenderer.listenerCount(eventChannel(name)) > 1;
  };
};

contextBridge.exposeInMainWorld('desk', { ...calls, on } satisfies Desk);

/** Values are parsed by the page's bridge with the contract; here only the envelope's shape is looked at. */
function isEnvelope(reply: unknown): reply is Result<unknown, Failure> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  if (reply.ok === true) return 'value' in reply;
  return reply.ok === false && 'error' in reply && typeof reply.error === 'object' && reply.error !== null && 'code' in reply.error;
}
