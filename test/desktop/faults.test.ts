// What a real office does to a computer, done to the running application: nothing it called saved is lost, nothing wrong is
// accepted, nothing is opened silently empty, and the person reads what happened.
import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId } from '#shared/base/ids';
import { parsePem, PEM_ENCRYPTED_PRIVATE_KEY } from '#shared/crypto/keys';
import { readyCrypto } from '#shared/crypto/sm3';
import type { JournalLine } from '#shared/journal/line';
import { openJournalStore } from '../../electron/journal/journal-store';
import { unwrapKey } from '../../electron/vault/pbes2';
import { removeTempFolders } from '../electron/bundle/support/office';
import { countyRequest, PASSPHRASE, PASSWORD, unitRequest } from '../electron/station/support';
import { draft, planItem, put } from '../renderer/data/support/records';
import { acknowledge, admitOnPage, changed, sealTo, sealToAnother, SENDER_NAME, unitUnder } from './support/fault-bundles';
import {
  bytesOf, copyOf, digestTables, goTo, journalFile, killAll, linesOnDisk, type MadeStation, makeStation, noticeWith, signIn, stateOf,
  type TableDigests,
} from './support/fault-station';
import { roomyDisk } from './support/fault-disk';
import { answerDialog, freshFolder, launchStation } from './support/launch';

const ITEMS = 4000;
const PLAN = ['#/plan?year=2026', '年度计划'] as const;

/** Folders that outlive a single test. */
const stations: string[] = [];
let made: MadeStation;
/** A station with a long journal, its tables built. */
let long: MadeStation & { readonly tables: TableDigests };

beforeAll(async () => {
  await readyCrypto();
  made = await makeStation(await lastingFolder());
});
afterAll(async () => {
  await removeTempFolders();
  for (const station of stations) await rm(station, { recursive: true, force: true });
});

async function lastingFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-faults-'));
  stations.push(folder);
  return folder;
}

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

async function newProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(新建项目|编制第一个项目)$/ }).first().click();
  await page.getByRole('textbox', { name: '项目名称', exact: true }).waitFor();
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
    const station = await makeStation(await lastingFolder());
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

describe('wrong words', () => {
  it('a wrong password, passphrase or code is said and slowed down; the recovery code ends the old passphrase', async () => {
    const folder = await copyOf(made.folder);
    const station = await launchStation({ dataFolder: folder });
    const { page } = station;
    const field = page.getByLabel('口令');
    for (let tries = 0; tries < 3; tries++) {
      await field.fill(`错的口令-${String(tries)}`);
      await page.keyboard.press('Enter');
      await page.getByText(/口令不正确。.*请重新输入.*编号：operator\.wrong-password/).waitFor();
      await expect.poll(() => field.inputValue()).toBe('');
    }
    await field.fill('错的口令-又');
    await page.keyboard.press('Enter');
    await page.getByText(/口令连续输错，请等 \d+ 秒再试。.*编号：operator\.try-later/).waitFor();
    await page.getByLabel('经办人').selectOption({ index: 1 });
    await signIn(page, unitRequest.operators[1]?.password);

    // The key file is gone: the sheet in the safe opens the key again, and only with the right code.
    await rm(join(folder, 'station', 'vault', 'station-key.pem'));
    await goTo(page, '#/exchange/directory', '报送与接收');
    const dialog = page.getByRole('dialog', { name: '输入密钥口令' });
    const tryPassphrase = async (passphrase: string) => {
      await dialog.getByLabel('密钥口令').fill(passphrase);
      await page.keyboard.press('Enter');
    };
    await page.getByRole('button', { name: '导出名片' }).click();
    await tryPassphrase(PASSPHRASE);
    expect(await noticeWith(page, 'vault.missing')).toMatch(/没有找到本单位的密钥文件。业务数据未受影响。.*恢复码/);
    await dialog.getByRole('button', { name: '取消' }).click();

    await goTo(page, '#/station', '本单位');
    await page.getByRole('button', { name: /用恢复码恢复/ }).click();
    const recovery = page.getByRole('dialog', { name: '用恢复码恢复密钥' });
    const groups = made.recoveryCode.split('-');
    const third = groups[2] ?? '';
    const wrong = [...groups.slice(0, 2), `${third.startsWith('A') ? 'B' : 'A'}${third.slice(1)}`, ...groups.slice(3)].join('-');
    const [code, passphrase, again] = [recovery.getByRole('textbox', { name: '恢复码' }), recovery.locator('input[name=passphrase]'), recovery.locator('input[name=again]')];
    for (const [input, value] of [[code, wrong], [passphrase, '换了的一句话-2026'], [again, '换了的一句话-2026']] as const) await input.fill(value);
    await recovery.getByRole('button', { name: '恢复并换新口令' }).click();
    expect(await noticeWith(page, 'recovery.bad-group')).toMatch(/第 3 组有错。密钥没有改动。.*核对这一组/);
    await code.fill(made.recoveryCode);
    await recovery.getByRole('button', { name: '恢复并换新口令' }).click();
    await recovery.waitFor({ state: 'hidden' });

    await goTo(page, '#/exchange/directory', '报送与接收');
    await page.getByRole('button', { name: '导出名片' }).click();
    for (let tries = 0; tries < 3; tries++) {
      await tryPassphrase(PASSPHRASE);
      expect(await noticeWith(page, 'vault.wrong-passphrase')).toMatch(/密钥口令不正确。.*都在。.*请重新输入/);
    }
    await tryPassphrase(PASSPHRASE);
    expect(await noticeWith(page, 'vault.try-later')).toMatch(/请等 \d+ 秒再试/);
    await page.waitForTimeout(1500);
    await answerDialog(station.app, 'cancel');
    await tryPassphrase('换了的一句话-2026');
    await dialog.waitFor({ state: 'hidden' });
    expect((await stateOf(page)).keyUnlocked).toBe(true);
    await station.close();
  });
});

describe('the receiving screen', () => {
  it('refuses every wrong file in plain words with its number, and stores nothing of it', async () => {
    const folder = await freshFolder('desk-faults-');
    await makeStation(folder, countyRequest);
    const station = await launchStation({ dataFolder: folder });
    const { page } = station;
    await signIn(page);
    const own = (await stateOf(page)).station;
    if (own === null) throw new Error('no station');
    const unit = await unitUnder(own);
    await admitOnPage(page, unit);

    const first = await sealTo(unit, own);
    await acknowledge(unit, folder, own, first);
    await unit.put('operators', { name: '经办乙', post: '股长', active: true });
    const second = await sealTo(unit, own);
    const elsewhere = await sealToAnother(unit);
    const stick = await freshFolder('desk-stick-');
    const write = async (name: string, bytes: string) => {
      await writeFile(join(stick, name), bytes);
      return join(stick, name);
    };

    await goTo(page, '#/exchange/receive', '报送与接收');
    const choose = async (path: string) => {
      await answerDialog(station.app, { open: [path] });
      await page.getByRole('button', { name: '选择数据包文件' }).click();
    };
    await choose(await write('空.gfb', ''));
    const dialog = page.getByRole('dialog', { name: '输入密钥口令' });
    await dialog.getByLabel('密钥口令').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await noticeWith(page, 'bundle.bad-container');

    const stored = async () => Object.fromEntries(Object.entries(await bytesOf(join(folder, 'station'))).filter(([name]) => !name.endsWith('.working.ndjson')));
    const before = await stored();
    const NOTHING = '没有存入任何内容，原有数据未受影响。';
    const refused: readonly [string, string, string, string][] = [
      [await write('计划.pdf', '%PDF-1.7\n1 0 obj\n'), 'bundle.bad-container', '这不是完好的数据包', '请联系发送单位'],
      [await write('空文件.gfb', ''), 'bundle.bad-container', '这不是完好的数据包', '请联系发送单位'],
      [join(stick, '拔掉的优盘', '数据包.gfb'), 'bundle.unreadable', '数据包无法读取', '请核对优盘'],
      [stick, 'bundle.unreadable', '数据包无法读取', '请核对优盘'],
      [await changed(first.path, 'half'), 'bundle.bad-container', '这不是完好的数据包', '请联系发送单位'],
      [await changed(first.path, 'one-bit'), 'bundle.', '数据包', '请'],
      [elsewhere.path, 'bundle.other-recipient', '这个数据包不是发给本单位的', '请核对是否拿错'],
      [second.path, 'bundle.gap', '中间有缺', '从头导出'],
    ];
    for (const [path, code, what, next] of refused) {
      await page.getByRole('alert').getByRole('button').click().catch(() => undefined);
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await choose(path);
      const notice = await noticeWith(page, code);
      for (const part of [what, NOTHING, next]) expect(notice, path).toContain(part);
      expect(await page.getByRole('alert').count(), path).toBe(1);
      expect(await stored(), path).toEqual(before);
    }
    // Only that something was refused is written down, without a byte of it; trouble with the medium is no refusal.
    const incidents = (await linesOnDisk(folder, 'working', own.stationId)).filter(({ table }) => table === 'incidents');
    expect(incidents.map((line) => line.op === 'put' && line.body['kind'])).toEqual(Array.from({ length: 7 }, () => 'bundle-refused'));

    const opened = async (path: string, said: RegExp) => {
      await choose(path);
      const notice = page.getByRole('alert').filter({ hasText: said });
      await notice.waitFor({ timeout: 30_000 });
      return notice.textContent();
    };
    await opened(first.path, new RegExp(`已接收${SENDER_NAME}的数据包：新记录 4 条`));
    await opened(second.path, new RegExp(`已接收${SENDER_NAME}的数据包：新记录 1 条`));
    const held = await stored();
    // The same twice, and an older one after a newer one.
    for (const path of [second.path, first.path]) {
      expect(await opened(path, /没有新内容/)).toContain('原有数据没有变化，不必再接收');
      expect(await stored()).toEqual(held);
    }
    await station.close();
  });
});

describe('a full disk', () => {
  it('is said beside the form, and the draft is saved by itself once there is room', async () => {
    const disk = await roomyDisk();
    try {
      const station = await makeStation(join(disk.folder, 'data'));
      const { app, page, close } = await launchStation({ dataFolder: station.folder });
      await signIn(page);
      await goTo(page, ...PLAN);
      await newProject(page);
      const name = page.getByRole('textbox', { name: '项目名称', exact: true });
      await name.fill('有空间时');
      await page.getByText(/已自动保存/).waitFor();
      await page.waitForTimeout(500);
      await disk.fill(app);
      // Longer than what is left of the journal's last block.
      const text = '满盘时录入的内容。'.repeat(200);
      await page.getByRole('textbox', { name: '服务内容', exact: true }).fill(text);
      const notice = await noticeWith(page, 'journal.disk-full');
      for (const part of ['磁盘已满', '尚未保存', '请清理磁盘']) expect(notice).toContain(part);
      await page.getByText('未能保存').waitFor();
      expect(await name.inputValue()).toBe('有空间时');
      expect(JSON.stringify(await linesOnDisk(station.folder, 'working', station.stationId))).not.toContain('满盘时');
      await disk.clear(app);
      await page.getByText(/已自动保存/).waitFor({ timeout: 20_000 });
      expect(JSON.stringify(await linesOnDisk(station.folder, 'working', station.stationId))).toContain(text);
      await close();
    } finally {
      await disk.drop();
    }
  });
});

describe('a whole session', () => {
  it('locks after idleness, refuses every door, and leaves no secret in files or in the page', async () => {
    const folder = await copyOf(made.folder);
    const station = await launchStation({ dataFolder: folder });
    const { app, page } = station;
    // A quarter of an hour passes in four seconds; everything else keeps its pace.
    await app.evaluate(() => {
      const real = globalThis.setTimeout;
      globalThis.setTimeout = ((run: () => void, ms?: number) => real(run, ms === 15 * 60_000 ? 4_000 : ms)) as typeof setTimeout;
    });
    // The keyboard alone: the driver's own way of filling a field would keep the words in the page.
    const type = async (words: string) => {
      await page.keyboard.insertText(words);
      await page.keyboard.press('Enter');
    };
    await page.getByLabel('口令').focus();
    await type(PASSWORD);
    await page.getByRole('button', { name: '锁定退出' }).waitFor();
    await goTo(page, '#/exchange/directory', '报送与接收');
    await answerDialog(app, { save: join(await freshFolder('desk-stick-'), '名片.gfcard') });
    await page.getByRole('button', { name: '导出名片' }).click();
    const dialog = page.getByRole('dialog', { name: '输入密钥口令' });
    await dialog.getByLabel('密钥口令').focus();
    await type(PASSPHRASE);
    await dialog.waitFor({ state: 'hidden' });
    expect((await stateOf(page)).keyUnlocked).toBe(true);
    expect(await journalStatus(page, made.stationId)).toBe(200);

    await page.getByRole('button', { name: '登录', exact: true }).waitFor({ timeout: 30_000 });
    expect(await stateOf(page)).toMatchObject({ phase: 'locked', signedInAs: null, keyUnlocked: false });
    expect(await journalStatus(page, made.stationId)).toBe(403);
    const refused = await page.evaluate(async (passphrase) => {
      const replies = [await window.desk?.journalHeads({}), await window.desk?.unlockKey({ passphrase }), await window.desk?.saveCard({})];
      return replies.map((reply) => (reply?.ok === false ? reply.error.code : 'open'));
    }, 'nobody-knows-it');
    expect(new Set(refused)).toEqual(new Set(['session.not-signed-in']));

    const memory = await heapOf(page);
    expect(holds(memory, '乌拉特旗民政局'), 'the search finds what is there').toBe(true);
    const key = parsePem(PEM_ENCRYPTED_PRIVATE_KEY, await readFile(join(folder, 'station', 'vault', 'station-key.pem'), 'latin1'));
    const scalar = key === null ? null : await unwrapKey(key, PASSPHRASE);
    if (scalar?.ok !== true) throw new Error('the key opens');
    await station.close();
    const bytes = Buffer.from(scalar.value);
    const words = [PASSPHRASE, PASSWORD, made.recoveryCode, made.recoveryCode.replaceAll('-', '')];
    const spelled = [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), bytes.toString('base64'), bytes.toString('base64url')];
    for (const secret of [...words, ...spelled]) expect(holds(memory, secret), 'a secret in the page').toBe(false);
    const needles = [...words, ...spelled].flatMap((secret) => [Buffer.from(secret), Buffer.from(secret, 'utf16le')]);
    const found: string[] = [];
    for (const name of Object.keys(await bytesOf(folder))) {
      const file = await readFile(join(folder, name));
      if ([...needles, bytes].some((needle) => file.includes(needle))) found.push(name);
    }
    expect(found).toEqual([]);
  });
});

async function journalStatus(page: Page, author: string): Promise<number> {
  return page.evaluate(async (who) => (await fetch(`/journal/official/${who}?from=0`)).status, author);
}

/** Everything the page's own memory holds, as the engine writes it down after collecting what is no longer used. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** The engine writes other than ASCII as escapes. */
function holds(heap: string, text: string): boolean {
  const escaped = [...text].map((char) => (char.charCodeAt(0) < 0x80 ? char : `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)).join('');
  return heap.includes(text) || heap.includes(escaped) || heap.includes(escaped.replace(/\\u[0-9A-F]{4}/g, (code) => code.toLowerCase()));
}
