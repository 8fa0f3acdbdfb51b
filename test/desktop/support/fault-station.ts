// A station that is about to be mistreated: set up through its own door, entered at the window, killed, copied, read past the application.

import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { StationId } from '#shared/base/ids';
import { type ChainPoint, chainStart, verifyLine } from '#shared/journal/chain';
import type { JournalLine } from '#shared/journal/line';
import type { Chain } from '#shared/domain/registry';
import type { RequestOf, StationState } from '#shared/ipc/contract';
import { unitRequest } from '../../electron/station/support';
import { freshFolder, type LaunchedStation, launchStation } from './launch';

export interface MadeStation {
  readonly folder: string;
  readonly stationId: StationId;
  readonly recoveryCode: string;
}

/** The plan of the year and its heading, for goTo. */
export const PLAN = ['#/plan?year=2026', '年度计划'] as const;

/** From the plan to the form of a new project. */
export async function newProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(新建项目|编制第一个项目)$/ }).first().click();
  await page.getByRole('textbox', { name: '项目名称', exact: true }).waitFor();
}

/** Folders that outlive a single test: for stations that many tests copy. */
export function lastingFolders() {
  const made: string[] = [];
  return {
    async make(): Promise<string> {
      const folder = await mkdtemp(join(tmpdir(), 'desk-faults-'));
      made.push(folder);
      return folder;
    },
    async remove(): Promise<void> {
      for (const folder of made) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sets a station up in this folder, as the set-up screen does, and quits. */
export async function makeStation(folder: string, request: RequestOf<'createStation'> = unitRequest): Promise<MadeStation> {
  const station = await launchStation({ dataFolder: folder });
  const made = await station.page.evaluate(async (what) => window.desk?.createStation(what), request);
  await station.close();
  if (made?.ok !== true) throw new Error(`not set up: ${JSON.stringify(made)}`);
  return { folder, stationId: made.value.station.stationId, recoveryCode: made.value.recoveryCode };
}

/** A copy of a data folder, the browser's own files included, that goes with the running test. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await freshFolder('desk-faults-');
  await cp(folder, copy, { recursive: true, filter: (path) => !/Singleton|\.lock$/.test(path) });
  return copy;
}

export async function stateOf(page: Page): Promise<StationState> {
  const reply = await page.evaluate(async () => window.desk?.stationState({}));
  if (reply?.ok !== true) throw new Error(`no state: ${JSON.stringify(reply)}`);
  return reply.value;
}

/** Signs an operator in on the sign-in screen. What comes after it is for the caller to see. */
export async function signIn(page: Page, password = unitRequest.operators[0]?.password ?? ''): Promise<void> {
  const field = page.getByLabel('口令');
  await field.waitFor();
  await field.fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '锁定退出' }).waitFor({ timeout: 30_000 });
}

/** Opens an area and waits until the tables have caught up and its heading stands. */
export async function goTo(page: Page, hash: string, heading: string): Promise<void> {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.getByRole('heading', { name: heading }).first().waitFor({ timeout: 60_000 });
}

/** kill -9 for every process of the application at once; resolves when the first of them is gone. */
export async function killAll({ app }: LaunchedStation): Promise<void> {
  const main = app.process();
  const gone = new Promise((resolve) => main.once('exit', resolve));
  process.kill(-(main.pid ?? 0), 'SIGKILL');
  await gone;
}

/** The lines of one of the station's own journals as they lie on the disk; throws where the chain does not hold. */
export async function linesOnDisk(folder: string, chain: Chain, author: StationId): Promise<readonly JournalLine[]> {
  const text = await readFile(journalFile(folder, chain, author), 'utf8');
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line has no end');
  let at: ChainPoint = chainStart(author);
  return text.split('\n').slice(0, -1).map((line) => {
    const checked = verifyLine(at, line);
    if (!checked.ok) throw new Error(`${checked.error.code} at ${String(at.seq + 1)}`);
    at = checked.value;
    return checked.value.line;
  });
}

export function journalFile(folder: string, chain: Chain, author: StationId): string {
  return join(folder, 'station', 'journals', chain === 'official' ? `${author}.ndjson` : `${author}.working.ndjson`);
}

export type TableDigests = Readonly<Record<string, readonly [rows: number, digest: string]>>;

/** Number of rows and digest of every table, read past Dexie. Rejects when the database does not answer. */
export function digestTables(page: Page): Promise<TableDigests> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('goufu-desk');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      asked.onsuccess = () => { resolve(asked.result); };
      asked.onerror = () => { reject(new Error('not opened')); };
    });
    const tables: Record<string, [number, string]> = {};
    try {
      for (const name of database.objectStoreNames) {
        const read = database.transaction(name).objectStore(name).getAll();
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          read.onsuccess = () => { resolve(read.result); };
          read.onerror = () => { reject(new Error(`not read: ${String(read.error?.name)}`)); };
        });
        const text = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
        tables[name] = [rows.length, [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')];
      }
    } finally {
      database.close();
    }
    return tables;
  });
}

/** Digest of every file below a folder, lock files aside: equal means that no byte changed. */
export async function bytesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name);
    if (/lock/i.test(name) || (await stat(path)).isDirectory()) continue;
    found[name] = createHash('sha256').update(await readFile(path)).digest('hex');
  }
  return found;
}

/** What a person reads of a problem: its text once it stands on the screen, with all three parts and its number. */
export async function noticeWith(page: Page, code: string): Promise<string> {
  const notice = page.getByRole('alert').filter({ hasText: `编号：${code}` });
  await notice.first().waitFor({ timeout: 30_000 });
  return ((await notice.first().textContent()) ?? '').trim();
}
