// A full disk under the running application: what could not be saved is said, kept on screen, and saved once there is room.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readyCrypto } from '#shared/crypto/sm3';
import { refusingDisk, roomyDisk } from './support/fault-disk';
import { goTo, linesOnDisk, makeStation, newProject, noticeWith, PLAN, signIn } from './support/fault-station';
import { closeWindow, launchStation } from './support/launch';
import { shoot } from './support/shots';

beforeAll(readyCrypto);

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

describe('a full disk while the window is closed', () => {
  it('keeps the window until the person has room again, or lets it go without what was typed last', async () => {
    const disk = await refusingDisk();
    try {
      const station = await makeStation(join(disk.folder, 'data'));
      const launched = await launchStation({ dataFolder: station.folder });
      const { app, page } = launched;
      await signIn(page);
      await goTo(page, ...PLAN);
      await newProject(page);
      await page.getByRole('textbox', { name: '项目名称', exact: true }).fill('有空间时');
      await page.getByText(/已自动保存/).waitFor();
      await disk.fill(app);
      const content = page.getByRole('textbox', { name: '服务内容', exact: true });
      const text = '关闭前录入的内容。'.repeat(200);
      await content.fill(text);
      const question = page.getByRole('dialog', { name: '还有内容没有保存，是否关闭窗口' });
      await closeWindow(launched);
      const said = question.getByText('最近填写的内容没有存下');
      await said.waitFor();
      for (const part of ['磁盘已满', '请清理磁盘', 'journal.disk-full']) expect(await said.textContent()).toContain(part);
      expect(await question.textContent()).toContain('此前已保存的内容不受影响');
      await shoot(page, 'closing-full-disk');
      await page.keyboard.press('Escape');
      await question.waitFor({ state: 'hidden' });
      expect(await content.inputValue()).toBe(text);

      // From another screen, too: what waits there would be lost with the window.
      await page.getByRole('navigation', { name: '业务' }).getByRole('link', { name: '合同', exact: true }).click();
      await page.getByRole('heading', { name: '合同', exact: true }).waitFor();
      await closeWindow(launched);
      await said.waitFor();
      await disk.clear(app);
      await page.keyboard.press('Escape');
      await expect.poll(async () => JSON.stringify(await linesOnDisk(station.folder, 'working', station.stationId)).includes(text), { timeout: 20_000 }).toBe(true);
      const gone = new Promise((resolve) => app.process().once('exit', resolve));
      await closeWindow(launched);
      await gone;

      const again = await launchStation({ dataFolder: station.folder });
      await signIn(again.page);
      await goTo(again.page, ...PLAN);
      await newProject(again.page);
      await again.page.getByRole('textbox', { name: '项目名称', exact: true }).fill('又有空间时');
      await again.page.getByText(/已自动保存/).waitFor();
      await disk.fill(again.app);
      await again.page.getByRole('textbox', { name: '服务内容', exact: true }).fill('不要了的内容。'.repeat(200));
      const ended = new Promise((resolve) => again.app.process().once('exit', resolve));
      await closeWindow(again);
      await again.page.getByRole('button', { name: '不保存，关闭窗口' }).click();
      await ended;
      expect(JSON.stringify(await linesOnDisk(station.folder, 'working', station.stationId))).not.toContain('不要了的');
    } finally {
      await disk.drop();
    }
  });
});
