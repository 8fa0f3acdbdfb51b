// Words that open things, done wrong and left behind: wrong ones are slowed down, and of the right ones nothing stays after locking.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePem, PEM_ENCRYPTED_PRIVATE_KEY } from '#shared/crypto/keys';
import { readyCrypto } from '#shared/crypto/sm3';
import { unwrapKey } from '../../electron/vault/pbes2';
import { PASSPHRASE, PASSWORD, unitRequest } from '../electron/station/support';
import { bytesOf, copyOf, goTo, lastingFolders, type MadeStation, makeStation, noticeWith, signIn, stateOf } from './support/fault-station';
import { answerDialog, freshFolder, launchStation } from './support/launch';

let made: MadeStation;
const folders = lastingFolders();

beforeAll(async () => {
  await readyCrypto();
  made = await makeStation(await folders.make());
});
afterAll(folders.remove);

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

describe('a whole session', () => {
  it('locks after idleness, refuses every door, and leaves no secret in files or in the page', async () => {
    const folder = await copyOf(made.folder);
    const station = await launchStation({ dataFolder: folder });
    const { app, page } = station;
    // A quarter of an hour passes in twelve seconds; everything else keeps its pace.
    await app.evaluate(() => {
      const real = globalThis.setTimeout;
      globalThis.setTimeout = ((run: () => void, ms?: number) => real(run, ms === 15 * 60_000 ? 12_000 : ms)) as typeof setTimeout;
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
