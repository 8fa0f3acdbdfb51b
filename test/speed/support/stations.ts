// Stations to measure with: made by the application's own code, in folders that a started application then works on.

import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '#shared/base/assert';
import type { Result } from '#shared/base/result';
import type { Admission, Station } from '#shared/domain/office';
import { commitChanges } from '../../../electron/station/commit';
import { stationFolders } from '../../../electron/station/folders';
import { createStationHost } from '../../../electron/station/station-host';
import { admissionOf } from '../../electron/bundle/support/office';
import { countyRequest, PASSPHRASE, PASSWORD, recordingLog, unitRequest } from '../../electron/station/support';
import { launchStation, type LaunchedStation } from '../../desktop/support/launch';
import { benchFolder } from './folders';
import type { BenchPage } from './page';

/** An application's data folder with a station in it that has admitted the other. */
export async function setUpStation(kind: 'unit' | 'county', admitted?: { other: Station; relation: Admission['relation'] }): Promise<{ data: string; profile: Station }> {
  const data = await benchFolder('data');
  const silent = { onLock: () => undefined, onGrowth: () => undefined, onRestored: () => Promise.resolve() };
  const host = createStationHost(stationFolders(data, 'real'), silent, recordingLog());
  // Offices that deal with each other lie in one county.
  const request = kind === 'unit' ? unitRequest : countyRequest;
  valueOf(await host.create({ ...request, regionCode: admitted?.other.regionCode ?? request.regionCode }));
  valueOf(await host.signIn({ operatorId: (await host.state()).operators[0]?.id ?? ('' as never), password: PASSWORD }));
  const place = valueOf(host.workplace());
  if (admitted) {
    const body = admissionOf(admitted.other, admitted.relation, place.by);
    const id = `${place.by.slice(0, -1)}${place.by.endsWith('0') ? '1' : '0'}` as typeof place.by;
    valueOf(await commitChanges(place, place.by, { chain: 'official', changes: [{ op: 'put', table: 'admissions', id, rev: 1, body }] }));
  }
  await host.close();
  return { data, profile: place.profile };
}

/** Starts the application on a copy of a data folder, signed in at the door, with the page module at hand. */
export async function startBench(data: string): Promise<LaunchedStation & { readonly pid: number }> {
  const folder = join(await benchFolder('run'), 'data');
  await mkdir(folder, { recursive: true });
  await cp(data, folder, { recursive: true });
  const station = await launchStation({ dataFolder: folder });
  await station.page.addScriptTag({ url: '/bench/page/page.js', type: 'module' });
  const ready = await station.page.evaluate(
    ([password, passphrase]) => (globalThis as unknown as { bench: BenchPage }).bench.begin(password, passphrase),
    [PASSWORD, PASSPHRASE] as const,
  );
  assert(ready === 'ready', `the station is at work: ${ready}`);
  const pid = station.app.process().pid;
  assert(pid !== undefined, 'the application runs');
  return { ...station, pid };
}

export function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  assert(result.ok, `expected success, got ${result.ok ? '' : JSON.stringify(result.error)}`);
  return result.value;
}
