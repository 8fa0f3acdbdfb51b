// What a real office does to a computer, done to the running application: killed, its tables and its folder damaged. Nothing it called
// saved is lost, nothing is opened silently empty, and the person reads what happened.
import { appendFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import type { JournalLine } from '#shared/journal/line';
import { openJournalStore } from '../../electron/journal/journal-store';
import { PASSWORD } from '../electron/station/support';
import { draft, planItem, put } from '../renderer/data/support/records';
import {
  bytesOf, copyOf, digestTables, goTo, journalFile, killAll, lastingFolders, linesOnDisk, type MadeStation, makeStation, newProject,
  noticeWith, PLAN, signIn, type TableDigests,
} from './support/fault-station';
import { launchStation } from './support/launch';

const ITEMS = 4000;

const folders = lastingFolders();
let made: MadeStation;
/** A station with a long journal, its tables built. */
let long: MadeStation & { readonly tables: TableDigests };

beforeAll(async () => {
  await readyCrypto();
  made = await makeStation(await folders.make());
});
afterAll(folders.remove);

/** Types into the project's name and leaves the window, again and again; reports every number the form called saved. */
async function saveInALoop(start: number): Promise<void> {
  const report = (globalThis as unknown as { saved(n: number): Promise<void> }).saved;
  const input = document.querySelector<HTMLInputElement>('[data-field="name"] input');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const note = () => document.querySelector('.saved-note')?.textContent ?? '';
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((next) => setTimeout(next, 1));
  };
  for (let n = start; ; n++) {
    set?.call(input, `第${String(n)}次`);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => !note().startsWith('已自动保存'));
    dispatchEvent(new Event('blur'));
    await until(() => note().startsWith('已自动保存'));
    void report(n);
  }
}

describe('kill -9', () => {
  it('in the midst of saving loses no save that the form acknowledged, in eight kills', async () => {
    const folder = await copyOf(made.folder);
    let acknowledged = 0;
    for (let kills = 0; kills <= 8; kills++) {
      const station = await launchStation({ dataFolder: folder });
      const { page } = station;
      await signIn(page);
      await goTo(page, ...PLAN);
      const drafts = (await linesOnDisk(folder, 'working', made.stationId)).filter(({ table }) => table === 'drafts');
      const numbers = drafts.map((line) => Number(/^第(\d+)次$/.exec(nameIn(line))?.[1]));
      for (let n = 1; n <= acknowledged; n++) expect(numbers, `save ${String(n)}`).toContain(n);
      const newest = new Map(drafts.map(({ id, rev, seq }) => [id as string, [rev, seq] as const]));
      expect(new Map(await draftRows(page))).toEqual(newest);
      if (kills === 8) {
        await station.close();
        break;
      }
      await page.exposeFunction('saved', (n: number) => { acknowledged = Math.max(acknowledged, n); });
      await newProject(page);
      const before = acknowledged;
      // Ends with the page.
      page.evaluate(saveInALoop, Math.max(0, ...numbers) + 1).catch(() => undefined);
      await expect.poll(() => acknowledged, { timeout: 20_000, interval: 5 }).toBeGreaterThan(before);
      await new Promise((next) => setTimeout(next, Math.random() * 300));
      await killAll(station);
    }
    expect(acknowledged).toBeGreaterThanOrEqual(8);
  });

  it('in the midst of rebuilding a long journal is made good by the next start', async () => {
    const station = await makeStation(await folders.make());
    const store = await openJournalStore({ directory: join(station.folder, 'station'), owner: station.stationId });
    if (!store.ok) throw new Error(store.error.code);
    const ids = Array.from({ length: ITEMS }, () => createRecordId(station.stationId, (size) => crypto.getRandomValues(new Uint8Array(size))));
    const by = ids[0] ?? createRecordId(station.stationId, (size) => new Uint8Array(size));
    await store.value.append('official', by, ids.map((id, index) => put('planItems', id, 1, planItem(by, { number: `2026-${String(index)}`, amountFen: 100 + index }))));
    await store.value.append('working', by, ids.slice(0, 3).map((id) => put('drafts', id, 1, draft({ basedOnRev: 1 }))));
    await store.value.close();
    for (let kills = 0; kills < 3; kills++) {
      const victim = await launchStation({ dataFolder: station.folder });
      await victim.page.getByLabel('口令').fill(PASSWORD);
      await victim.page.keyboard.press('Enter');
      await victim.page.getByText(/正在从日志重新整理数据|已送审项目/).first().waitFor();
      await new Promise((next) => setTimeout(next, Math.random() * 400));
      await killAll(victim);
    }
    const tables = await openedTables(station.folder);
    expect(tables['planItems']?.[0]).toBe(ITEMS);
    expect(tables['drafts']?.[0]).toBe(3);
    // The same journals from the first line on, without an interruption.
    const fresh = await copyOf(station.folder);
    await rm(join(fresh, 'IndexedDB'), { recursive: true });
    expect(await openedTables(fresh)).toEqual(tables);
    long = { ...station, tables };
  });
});

/** The project's name as a draft's line has it. */
function nameIn(line: JournalLine): string {
  const form = line.op === 'put' ? (line.body['form'] as { readonly name?: unknown }) : {};
  return String(form.name);
}

/** Record, revision and sequence of every draft row. */
async function draftRows(page: Page): Promise<[string, readonly [number, number]][]> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('goufu-desk');
    await new Promise((resolve) => { asked.onsuccess = resolve; });
    const read = asked.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((resolve) => { read.onsuccess = resolve; });
    asked.result.close();
    return (read.result as { id: string; rev: number; seq: number }[]).map(({ id, rev, seq }): [string, readonly [number, number]] => [id, [rev, seq]]);
  });
}

async function openedTables(folder: string): Promise<TableDigests> {
  const station = await launchStation({ dataFolder: folder });
  await signIn(station.page);
  await goTo(station.page, ...PLAN);
  const tables = await digestTables(station.page);
  await station.close();
  return tables;
}

describe('the tables', () => {
  const database = (folder: string) => join(folder, 'IndexedDB', 'app_goufu_0.indexeddb.leveldb');
  const each = async (folder: string, kind: RegExp, harm: (path: string) => Promise<void>) => {
    const names = (await readdir(database(folder))).filter((name) => kind.test(name));
    expect(names.length, String(kind)).toBeGreaterThan(0);
    for (const name of names) await harm(join(database(folder), name));
  };
  const flip = async (path: string) => {
    const bytes = await readFile(path);
    for (let count = 0; count < 32; count++) {
      const at = Math.floor(Math.random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (count % 8));
    }
    await writeFile(path, bytes);
  };

  it.each<[string, (folder: string) => Promise<void>]>([
    ['their files are deleted', (folder) => rm(join(folder, 'IndexedDB'), { recursive: true })],
    ['a file is cut in half', (folder) => each(folder, /\.(ldb|log)$/, async (path) => truncate(path, Math.floor((await stat(path)).size / 2)))],
    ['bytes in a file are flipped', (folder) => each(folder, /\.(ldb|log)$/, flip)],
    ['the file that names the others is gone', (folder) => each(folder, /^MANIFEST/, (path) => rm(path))],
  ])('are as before after %s, at once or by the repair page, and never shown empty', async (_what, harm) => {
    const folder = await copyOf(long.folder);
    await harm(folder);
    const station = await launchStation({ dataFolder: folder });
    const { page } = station;
    await signIn(page);
    await page.evaluate((to) => { location.hash = to; }, PLAN[0]);
    const heading = page.getByRole('heading', { name: PLAN[1] });
    const repair = page.getByRole('button', { name: '从日志重新整理' });
    await heading.or(repair).first().waitFor({ timeout: 60_000 });
    if (await repair.isVisible()) {
      expect(await noticeWith(page, 'projection.storage')).toContain('日志中的数据没有改动');
      await repair.click();
    }
    await heading.waitFor({ timeout: 60_000 });
    // Every row is read: what is damaged further in comes to light here, and must be mended under the open screen.
    const look = () => digestTables(page).catch((error: unknown) => ({ error: String(error) }));
    await expect.poll(look, { timeout: 60_000, interval: 500 }).toEqual(long.tables);
    await heading.waitFor();
    await page.getByText('2026-10', { exact: true }).first().waitFor();
    expect(await page.getByText('2026 年还没有项目').count()).toBe(0);
    await station.close();
  });
});

describe('a damaged station folder', () => {
  const profile = (folder: string) => join(folder, 'station', 'station.json');
  const replaceIn = async (path: string, from: string, to: string) => {
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
  };
  const SAFE = '程序没有改动任何文件。';
  const NEXT = '从备份恢复';

  it.each<[string, (folder: string) => Promise<void>, string, string]>([
    ['a middle line of the official journal was altered', (folder) => replaceIn(journalFile(folder, 'official', made.stationId), '科员', '科长'), 'journal.broken-chain', SAFE],
    ['the official journal is gone', (folder) => rm(journalFile(folder, 'official', made.stationId)), 'journal.damaged', SAFE],
    ['the working journal is gone', (folder) => rm(journalFile(folder, 'working', made.stationId)), 'journal.damaged', SAFE],
    ['the profile makes the unit a finance office', (folder) => replaceIn(profile(folder), '"unit"', '"county"'), 'station.damaged', SAFE],
    ['the passwords are gone', (folder) => rm(join(folder, 'station', 'vault', 'operators.json')), 'operator.store-damaged', '业务数据未受影响。'],
  ])('says so when %s, keeps every byte and offers no fresh start', async (_what, harm, code, safety) => {
    const folder = await copyOf(made.folder);
    await harm(folder);
    const before = await bytesOf(join(folder, 'station'));
    const { page, close } = await launchStation({ dataFolder: folder });
    const notice = await noticeWith(page, code);
    expect(notice).toContain(safety);
    expect(notice).toContain(NEXT);
    // Restoring and help are all that is offered.
    expect(await page.getByRole('textbox').or(page.getByRole('button').filter({ hasNotText: /帮助|从备份恢复/ })).count()).toBe(0);
    expect(await page.getByRole('button', { name: '从备份恢复' }).count()).toBe(1);
    await close();
    expect(await bytesOf(join(folder, 'station'))).toEqual(before);
  });

  it('cuts a torn last line, which was never acknowledged, and opens with everything before it', async () => {
    const folder = await copyOf(long.folder);
    const path = journalFile(folder, 'official', long.stationId);
    const whole = await readFile(path);
    await appendFile(path, '{"at":"2026-03-02T01:20:11.123Z","auth');
    expect(await openedTables(folder)).toEqual(long.tables);
    expect((await readFile(path)).equals(whole)).toBe(true);
  });

  it('R083 never lets a journal that lost acknowledged lines empty the tables, nor rebuilds from one that was altered', async () => {
    const folder = await copyOf(long.folder);
    const path = journalFile(folder, 'working', long.stationId);
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, `${lines.slice(0, 2).join('\n')}\n`);
    const shorter = await launchStation({ dataFolder: folder });
    await signIn(shorter.page);
    const notice = await noticeWith(shorter.page, 'projection.journal-behind');
    for (const part of ['日志比页面数据少', '原样保留', NEXT]) expect(notice).toContain(part);
    expect(await digestTables(shorter.page)).toEqual(long.tables);
    await shorter.close();

    // A middle line altered: the tables hold the only good copy and are left alone; without them the damage is said.
    await writeFile(path, lines.join('\n').replace(/"basedOnRev":1/, '"basedOnRev":0'));
    const altered = await launchStation({ dataFolder: folder });
    await signIn(altered.page);
    await goTo(altered.page, ...PLAN);
    expect(await digestTables(altered.page)).toEqual(long.tables);
    await altered.close();
    await rm(join(folder, 'IndexedDB'), { recursive: true });
    const rebuilt = await launchStation({ dataFolder: folder });
    await signIn(rebuilt.page);
    const unread = await noticeWith(rebuilt.page, 'projection.read-failed');
    for (const part of ['日志没有读完', SAFE, NEXT]) expect(unread).toContain(part);
    await rebuilt.close();
  });
});
