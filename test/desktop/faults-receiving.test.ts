// Wrong bundles on the receiving screen of the running application: each is refused in words, and nothing of it is stored.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyCrypto } from '#shared/crypto/sm3';
import { removeTempFolders } from '../electron/bundle/support/office';
import { countyRequest, PASSPHRASE } from '../electron/station/support';
import { acknowledge, admitOnPage, changed, sealTo, sealToAnother, SENDER_NAME, unitUnder } from './support/fault-bundles';
import { bytesOf, goTo, linesOnDisk, makeStation, noticeWith, signIn, stateOf } from './support/fault-station';
import { answerDialog, freshFolder, launchStation } from './support/launch';

beforeAll(readyCrypto);
afterAll(removeTempFolders);

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
