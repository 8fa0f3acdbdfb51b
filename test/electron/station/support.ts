// Real folders and a real station for the tests of the main process; only the system's dialogs and the page are stand-ins.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { assert } from '#shared/base/assert';
import type { Failure, Result } from '#shared/base/result';
import type { Environment } from '#shared/domain/office';
import type { RequestOf } from '#shared/ipc/contract';
import type { Log, LogFacts } from '../../../electron/lib/log';
import { type StationFolders, stationFolders } from '../../../electron/station/folders';
import { createStationHost, type HostEvents, type StationHost } from '../../../electron/station/station-host';
import type { Workplace } from '../../../electron/station/workplace';

export const PASSWORD = '口令-2026-起草';
export const PASSPHRASE = '草原上有四匹白马和一口井';

export const unitRequest: RequestOf<'createStation'> = {
  name: '乌拉特旗民政局',
  officeKind: 'unit',
  regionCode: '150824',
  uscc: '11150824011612340Y',
  secrecyDeclared: true,
  buyer: {
    name: '乌拉特旗民政局',
    uscc: '11150824011612340Y',
    regionCode: '150824',
    buyerType: 'B1',
    civilServiceManaged: false,
    administrativeFunction: true,
    establishment: 'administrative',
    fundedByFinance: true,
    institutionClass: 'none',
    needStatement: '',
  },
  operators: [
    { name: '起草人', post: '科员', password: PASSWORD },
    { name: '复核人', post: '科长', password: `${PASSWORD}-2` },
  ],
  passphrase: PASSPHRASE,
};

export const countyRequest: RequestOf<'createStation'> = {
  ...unitRequest,
  name: '乌拉特旗财政局',
  officeKind: 'county',
  buyer: null,
};

export interface Recorded {
  readonly code: string;
  readonly facts: LogFacts | undefined;
}

export function recordingLog(): Log & { readonly lines: Recorded[] } {
  const lines: Recorded[] = [];
  return {
    lines,
    info: (code, facts) => void lines.push({ code, facts }),
    warn: (code, facts) => void lines.push({ code, facts }),
    fault: (code, error, facts) => {
      lines.push({ code: `${code}: ${String(error)}`, facts });
      return 'incident0001';
    },
  };
}

export async function freshFolders(environment: Environment = 'real'): Promise<StationFolders> {
  const data = await mkdtemp(join(tmpdir(), 'desk-station-'));
  const folders = stationFolders(data, environment);
  onTestFinished(async () => {
    for (const folder of [data, folders.backups]) await rm(folder, { recursive: true, force: true });
  });
  return folders;
}

export function hostOf(folders: StationFolders, events: Partial<HostEvents> = {}, idleMs?: number): StationHost {
  const silent: HostEvents = { onLock: () => undefined, onGrowth: () => undefined, onRestored: () => Promise.resolve() };
  const host = createStationHost(folders, { ...silent, ...events }, recordingLog(), idleMs);
  onTestFinished(() => host.close());
  return host;
}

/** A station set up with `request`, its first operator signed in. */
export async function stationAtWork(
  request: RequestOf<'createStation'> = unitRequest,
  events: Partial<HostEvents> = {},
): Promise<{ host: StationHost; folders: StationFolders; place: Workplace; recoveryCode: string }> {
  const folders = await freshFolders();
  const host = hostOf(folders, events);
  const { recoveryCode } = valueOf(await host.create(request));
  await signInFirst(host);
  return { host, folders, place: valueOf(host.workplace()), recoveryCode };
}

export async function signInFirst(host: StationHost, password = PASSWORD): Promise<void> {
  const [first] = (await host.state()).operators;
  assert(first !== undefined, 'a station has an operator');
  valueOf(await host.signIn({ operatorId: first.id, password }));
}

export function valueOf<T>(result: Result<T, Failure>): T {
  assert(result.ok, `expected success, got ${result.ok ? '' : JSON.stringify(result.error)}`);
  return result.value;
}

export function codeOf(result: Result<unknown, Failure>): string {
  return result.ok ? 'ok' : result.error.code;
}
