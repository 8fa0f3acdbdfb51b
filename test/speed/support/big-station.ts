// The two stations that pages are measured on: a county bureau with many records, and the same bureau without any. Made once a run,
// with their tables already built, and worked on in place by one benchmark after the other.

import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { addDays, todayInShanghai, yearOf } from '#shared/base/date';
import type { Change } from '#shared/ipc/contract';
import { stationFolders } from '../../../electron/station/folders';
import { createStationHost } from '../../../electron/station/station-host';
import { launchStation } from '../../desktop/support/launch';
import { PASSWORD, recordingLog } from '../../electron/station/support';
import { acceptance, contract } from '../../shared/domain/samples';
import { makersOf } from './items';
import { STATIONS_FOLDER } from './report';
import { setUpStation, valueOf } from './stations';

export const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
/** Of these, contracts that are being performed, and acceptances under them: what the agenda reads. */
const CONTRACTS = Number(process.env['BENCH_CONTRACTS'] ?? 100);
const ACCEPTANCES = CONTRACTS / 2;
const LINES_PER_APPEND = 5000;

export interface BenchStations {
  /** Data folders. */
  readonly full: string;
  readonly empty: string;
  /** The year the records belong to. */
  readonly year: number;
}

export async function benchStations(): Promise<BenchStations> {
  const folder = resolve(STATIONS_FOLDER);
  const [full, empty] = [join(folder, `records-${String(RECORDS)}`), join(folder, 'empty')];
  const year = yearOf(todayInShanghai(Date.now()));
  if (!existsSync(full)) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const { data } = await setUpStation('county');
    const making = join(folder, 'making');
    await cp(data, making, { recursive: true });
    await cp(data, empty, { recursive: true });
    await fill(making, year);
    for (const one of [making, empty]) {
      const station = await launchStation({ dataFolder: one });
      await signIn(station.page);
      await homeStands(station.page);
      await station.close();
    }
    await cp(making, full, { recursive: true });
    await rm(making, { recursive: true, force: true });
  }
  return { full, empty, year };
}

/** Gives the password in the form that is open. */
export async function signIn(page: Page): Promise<void> {
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
}

/** The tables have caught up, and the home page holds its figures. */
export async function homeStands(page: Page): Promise<void> {
  await page.locator('.money-table tfoot td, .home-top ~ .panel .empty-state').first().waitFor({ timeout: 300_000 });
}

async function fill(data: string, year: number): Promise<void> {
  const silent = { onLock: () => undefined, onGrowth: () => undefined, onRestored: () => Promise.resolve() };
  const host = createStationHost(stationFolders(data, 'real'), silent, recordingLog());
  valueOf(await host.signIn({ operatorId: (await host.state()).operators[0]?.id ?? ('' as never), password: PASSWORD }));
  const place = valueOf(host.workplace());
  const { newId, planItem } = makersOf(place.journal.owner, place.by);
  const today = todayInShanghai(Date.now());
  const put = (table: string, id: string, body: object): Change => ({ op: 'put', table, id: id as never, rev: 1, body: body as never });

  const items = Array.from({ length: RECORDS - CONTRACTS - ACCEPTANCES }, newId);
  const contracts = Array.from({ length: CONTRACTS }, newId);
  const changes: Change[] = [
    ...items.map((id, index) => put('planItems', id, { ...planItem(index), year })),
    ...contracts.map((id, index) =>
      put('contracts', id, contract({ planItemId: items[index] ?? id, number: `HT-${String(index)}`, signedOn: addDays(today, -(index % 200)), startsOn: today, endsOn: addDays(today, index % 300), handledBy: place.by })),
    ),
    ...contracts.slice(0, ACCEPTANCES).map((contractId) => put('acceptances', newId(), acceptance({ contractId, acceptedOn: today, payableFen: 100, acceptedBy: place.by }))),
  ];
  for (let from = 0; from < changes.length; from += LINES_PER_APPEND) {
    valueOf(await place.journal.append('official', place.by, changes.slice(from, from + LINES_PER_APPEND)));
  }
  await host.close();
}
