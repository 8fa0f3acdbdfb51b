import { beforeEach, describe, expect, it } from 'vitest';
import { failure, ok } from '#shared/base/result';
import { type CallName, ipcContract } from '#shared/ipc/contract';
import { DEFAULT_SETTINGS } from '#shared/ipc/setting-values';
import { CALL_NAMES, callChannel } from '../../../electron/ipc/channels';
import { type Handlers, serveCalls } from '../../../electron/ipc/serve';
import { JournalError } from '../../../electron/journal/journal-error';
import type { Log, LogFacts } from '../../../electron/lib/log';

interface Sender {
  readonly ours: boolean;
}

const us: Sender = { ours: true };
let listeners: Map<string, (event: Sender, ...args: unknown[]) => Promise<unknown>>;
let logged: { code: string; facts: LogFacts | undefined }[];

const log: Log = {
  info: (code, facts) => void logged.push({ code, facts }),
  warn: (code, facts) => void logged.push({ code, facts }),
  fault: (code, _error, facts) => {
    logged.push({ code, facts });
    return 'incident0001';
  },
};

function serve(handlers: Partial<Handlers>): void {
  const all = Object.fromEntries(CALL_NAMES.map((name) => [name, () => failure('test.not-set')])) as unknown as Handlers;
  serveCalls<Sender>({ ...all, ...handlers }, {
    ipc: { handle: (channel, listener) => void listeners.set(channel, listener) },
    isOurPage: (event) => event.ours,
    log,
  });
}

async function call(name: CallName, sender: Sender, ...args: unknown[]): Promise<unknown> {
  const listener = listeners.get(callChannel(name));
  expect(listener).toBeDefined();
  return listener?.(sender, ...args);
}

beforeEach(() => {
  listeners = new Map();
  logged = [];
});

describe('serveCalls', () => {
  it('registers every call of the contract and nothing else', () => {
    serve({});
    expect([...listeners.keys()].sort()).toEqual(Object.keys(ipcContract).map((name) => `desk:call:${name}`).sort());
  });

  it('parses, runs and wraps the value', async () => {
    serve({ readSettings: () => ok({ ...DEFAULT_SETTINGS, fontPercent: 115 }) });
    expect(await call('readSettings', us, {})).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, fontPercent: 115 } });
  });

  it('answers a foreign sender with an error value, runs nothing and logs it', async () => {
    let ran = false;
    serve({
      keepAlive: () => {
        ran = true;
        return ok({});
      },
    });
    expect(await call('keepAlive', { ours: false }, {})).toEqual({ ok: false, error: { code: 'app.refused-sender' } });
    expect(ran).toBe(false);
    expect(logged).toEqual([{ code: 'app.refused-sender', facts: { call: 'keepAlive' } }]);
  });

  it.each([[[]], [[{}, {}]], [[null]], [['x']], [[{ extra: 1 }]], [[new Map()]], [[undefined]]])('refuses the arguments %o', async (args) => {
    serve({ stationState: () => { throw new Error('must not run'); } });
    expect(await call('stationState', us, ...args)).toMatchObject({ ok: false, error: { code: 'app.bad-request' } });
  });

  it('names the offending field, never its value', async () => {
    serve({});
    const reply = await call('signIn', us, { operatorId: '涉密内容', password: 'x' });
    expect(reply).toEqual({ ok: false, error: { code: 'app.bad-request', evidence: { call: 'signIn', field: 'operatorId' } } });
    expect(JSON.stringify(logged)).not.toContain('涉密内容');
  });

  it('passes an expected failure through with its evidence', async () => {
    serve({ signOut: () => failure('session.not-signed-in', { seconds: 3 }) });
    expect(await call('signOut', us, {})).toEqual({ ok: false, error: { code: 'session.not-signed-in', evidence: { seconds: 3 } } });
  });

  it('turns a throw into app.unexpected with an incident id and no stack', async () => {
    serve({ signOut: () => Promise.reject(new Error('secret at /home/x')) });
    expect(await call('signOut', us, {})).toEqual({ ok: false, error: { code: 'app.unexpected', evidence: { incident: 'incident0001' } } });
  });

  it('answers with the journal\'s own code when a journal is found damaged', async () => {
    const failed = { code: 'journal.broken-chain', evidence: { seq: 3, reason: 'head' } } as const;
    serve({ signOut: () => Promise.reject(new JournalError(failed)) });
    expect(await call('signOut', us, {})).toEqual({ ok: false, error: failed });
  });

  it('does not let a reply out that breaks the contract', async () => {
    serve({ savePdf: () => ok({ fileName: 'a.pdf', path: '/home/x' }) });
    expect(await call('savePdf', us, { suggestedName: 'a' })).toMatchObject({ ok: false, error: { code: 'app.unexpected' } });
  });
});
