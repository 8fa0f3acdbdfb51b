// A station with something worth backing up, and what a test of backups asks of the disk: what lies there, a journal spoilt or cut short,
// and reads of the backups that wait until they are let go.

import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'vitest';
import { createRecordId } from '#shared/base/ids';
import type { Chain } from '#shared/domain/registry';
import type { StationState } from '#shared/ipc/contract';
import { draft, planItem, put } from '../../renderer/data/support/records';
import { seriousFindings } from './axe';
import { journalFile, stateOf } from './fault-station';
import { field, press, typeInto } from './journey-keys';
import { settled } from './screens';
import { shoot } from './shots';
import { overflowing } from './width';

/** Writes an official project of 2026 through the page's own call; its number tells it apart. */
export async function writeItem(page: Page, number: string): Promise<void> {
  const { station, signedInAs, operators } = await stateOf(page);
  if (station === null || signedInAs === null) throw new Error('nobody is at work');
  const other = operators.find(({ id }) => id !== signedInAs)?.id ?? signedInAs;
  const newId = () => createRecordId(station.stationId, (size) => randomBytes(size));
  const change = put('planItems', newId(), 1, planItem(signedInAs, { number, name: `项目${number}`, preparedBy: other, buyerId: newId() }));
  const reply = await page.evaluate(async (what) => window.desk?.commit({ chain: 'official', changes: [JSON.parse(what) as never] }), JSON.stringify(change));
  expect(reply).toMatchObject({ ok: true });
}

/** Writes three drafts into the working journal, in a line each. */
export async function writeDrafts(page: Page): Promise<void> {
  const { station } = await stateOf(page);
  if (station === null) throw new Error('there is no station');
  const changes = [1, 2, 3].map(() => put('drafts', createRecordId(station.stationId, (size) => randomBytes(size)), 1, draft({ basedOnRev: 0 })));
  const reply = await page.evaluate(async (what) => window.desk?.commit({ chain: 'working', changes: JSON.parse(what) as never }), JSON.stringify(changes));
  expect(reply).toMatchObject({ ok: true });
}

/** Backs up where backups are kept, as the button does. */
export async function backUp(page: Page): Promise<void> {
  const reply = await page.evaluate(async () => window.desk?.makeBackup({ jobId: crypto.randomUUID(), folder: null }));
  expect(reply).toMatchObject({ ok: true });
}

/** Numbers of the official projects in the station's journal as it lies on the disk. */
export async function numbersOnDisk(dataFolder: string, { station }: StationState): Promise<readonly string[]> {
  if (station === null) return [];
  const text = await readFile(journalFile(dataFolder, 'official', station.stationId), 'utf8');
  return text.split('\n').filter((line) => line.includes('"table":"planItems"')).map((line) => (JSON.parse(line) as { body: { number: string } }).body.number);
}

/** Alters a word of the official journal, read at every start, or a line of the working one, read when the tables are built. */
export async function spoil(dataFolder: string, { station }: StationState, chain: Chain = 'official'): Promise<void> {
  const path = journalFile(dataFolder, chain, station?.stationId ?? ('' as never));
  const text = await readFile(path, 'utf8');
  const [from, to] = chain === 'official' ? ['科员', '科长'] : ['"basedOnRev":0', '"basedOnRev":1'];
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

/** Takes the last line of the official journal away, whole. */
export async function forgetLastLine(dataFolder: string, { station }: StationState): Promise<void> {
  const path = journalFile(dataFolder, 'official', station?.stationId ?? ('' as never));
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, `${lines.slice(0, -2).join('\n')}\n`);
}

/** Folders of stations that were replaced. */
export async function replacedIn(dataFolder: string): Promise<readonly string[]> {
  return readdir(join(dataFolder, 'station.replaced')).catch(() => []);
}

interface Gated {
  letGo?: () => void;
  waiting?: number;
}

/** From now on whatever is read of a backup's pieces waits. */
export async function holdReads(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const files = process.getBuiltinModule('node:fs/promises') as { readFile: (...how: unknown[]) => Promise<unknown> };
    const real = files.readFile;
    const gate = new Promise<void>((resolve) => {
      (globalThis as Gated).letGo = () => {
        files.readFile = real;
        process.getBuiltinModule('node:module').syncBuiltinESMExports();
        resolve();
      };
    });
    (globalThis as Gated).waiting = 0;
    files.readFile = async (...how) => {
      if (/[\\/]goufu-backup[\\/].*[0-9a-f]{64}$/.test(String(how[0]))) {
        (globalThis as Gated).waiting = ((globalThis as Gated).waiting ?? 0) + 1;
        await gate;
      }
      return real(...how);
    };
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });
}

export async function readsWaiting(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => (globalThis as Gated).waiting ?? 0);
}

export async function letReadsGo(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => { (globalThis as Gated).letGo?.(); });
}

/** A step of the wizard has come: its heading has the keyboard. */
export async function atStep(page: Page, heading: string): Promise<void> {
  const title = page.getByRole('heading', { name: heading, exact: true });
  await title.waitFor({ timeout: 30_000 });
  await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Photographs a screen and says what axe and the width have against it, in both colours and at both sizes. */
export async function judge(page: Page, name: string): Promise<readonly string[]> {
  await settled(page);
  await shoot(page, name, { dark: true });
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await seriousFindings(page)).map((finding) => `${name} ${colorScheme}: ${finding}`));
  }
  for (const size of [{ width: 1093, height: 614 }, { width: 1366, height: 768 }]) {
    await page.setViewportSize(size);
    found.push(...(await overflowing(page)).map((wide) => `${name} ${String(size.width)}: ${wide}`));
  }
  return found;
}

/** From the first step to the confirmation, with the newest backup. */
export async function chooseNewest(page: Page): Promise<void> {
  await atStep(page, '选择备份');
  await press(page, /^查看 .* 的备份$/);
  await atStep(page, '查看与比较');
  await press(page, '下一步');
  await atStep(page, '确认恢复');
}

export async function confirmWith(page: Page, passphrase: string): Promise<void> {
  await typeInto(field(page, '密钥口令'), passphrase);
  await press(page, '开始恢复');
}
