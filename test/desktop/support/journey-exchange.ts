// The journey's exchange at the window: cards and admission, sealing onto the stick, opening from it.

import { join } from 'node:path';
import { expect } from 'vitest';
import { answerDialog } from './launch';
import { chooseFrom, field, press, tabTo, tick } from './journey-keys';
import { type JourneyStation, textOf } from './journey-station';

/** Exports the card onto the stick and gives back its path. */
export async function exportCard(station: JourneyStation, stick: string): Promise<string> {
  const path = join(stick, `${station.office.name}.gfcard`);
  await goToTab(station, '往来单位');
  await answerDialog(station.app, { save: path });
  await station.pressWithKey('导出名片');
  await station.page.getByText(`名片已保存：${station.office.name}.gfcard`).waitFor();
  await station.shoot('导出名片');
  return path;
}

/** Reads another office's card and admits it, after the fingerprint on the screen was held against `fingerprint`. */
export async function admitByCard(station: JourneyStation, card: string, name: string, fingerprint: string): Promise<void> {
  await goToTab(station, '往来单位');
  await answerDialog(station.app, { open: [card] });
  await press(station.page, '读入对方名片');
  await compareAndAdmit(station, name, fingerprint);
  await station.page.getByRole('row', { name }).getByText('已准入').waitFor();
  await station.shoot(`已准入${name}`);
}

/** The dialog that asks to compare: the fingerprint shown must be the one the other office reads out. */
export async function compareAndAdmit(station: JourneyStation, name: string, fingerprint: string): Promise<void> {
  const dialog = station.page.getByRole('dialog', { name: `准入${name}` });
  await dialog.waitFor({ timeout: 30_000 });
  await dialog.getByText(fingerprint, { exact: true }).waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: '一致，准入' }).isEnabled()).toBe(false);
  await tick(dialog, /各组字符完全一致/);
  await station.shoot(`核对指纹-${name}`);
  await press(dialog, '一致，准入');
  await dialog.waitFor({ state: 'hidden' });
}

export interface Sealed {
  readonly path: string;
  readonly lines: number;
  readonly attachments: number;
  readonly sm3: string;
}

/** Seals everything new for another office onto the stick. */
export async function seal(station: JourneyStation, recipient: string, stick: string): Promise<Sealed> {
  const { page } = station;
  await goToTab(station, '导出报送');
  const box = field(page, '接收单位');
  await box.waitFor();
  await chooseFrom(box, recipient);
  await answerDialog(station.app, { open: [stick] });
  await station.pressWithKey('选择优盘或文件夹并导出');
  const done = page.getByRole('alert').filter({ hasText: '已导出并读回比对一致' });
  await done.waitFor({ timeout: 120_000 });
  const text = await textOf(done);
  const [, fileName] = /一致：(\S+?\.gfb)/.exec(text) ?? [];
  const [, lines, attachments] = /(\d+) 条记录，(\d+) 个附件/.exec(text) ?? [];
  const [, sm3] = /SM3 ([0-9a-f]{64})/.exec(text) ?? [];
  expect([fileName, lines, sm3].every((part) => part !== undefined), text).toBe(true);
  await station.shoot(`已导出给${recipient}`);
  const sealed = { path: join(stick, fileName!), lines: Number(lines), attachments: Number(attachments), sm3: sm3! };
  await station.evidence.keep(sealed.path, `${station.office.name} → ${recipient}，${lines!} 条记录，${attachments!} 个附件`);
  station.evidence.note(`${station.office.name}导出给${recipient}：${lines!} 条记录，${attachments!} 个附件，SM3 ${sm3!.slice(0, 16)}…，读回比对一致`);
  return sealed;
}

/** Chooses a bundle file to open; what comes of it is for the caller to see. */
export async function chooseBundle(station: JourneyStation, path: string): Promise<void> {
  await goToTab(station, '接收数据包');
  await answerDialog(station.app, { open: [path] });
  await station.pressWithKey('选择数据包文件');
}

/** Waits for the success notice and gives back how many lines were new. */
export async function opened(station: JourneyStation, sender: string): Promise<number> {
  const done = station.page.getByRole('alert').filter({ hasText: `已接收${sender}的数据包` });
  await done.waitFor({ timeout: 120_000 });
  await done.getByText('签名已核验').first().waitFor();
  await expect.poll(() => done.evaluate((notice) => notice.closest(':focus') !== null)).toBe(true);
  const text = await textOf(done);
  const [, lines] = /新记录 (\d+) 条/.exec(text) ?? [];
  expect(lines, text).toBeDefined();
  await station.shoot(`已接收${sender}`);
  station.evidence.note(`${station.office.name}接收${sender}的数据包：新记录 ${lines!} 条，签名已核验`);
  return Number(lines);
}

export async function open(station: JourneyStation, path: string, sender: string): Promise<number> {
  await chooseBundle(station, path);
  return opened(station, sender);
}

export async function goToTab(station: JourneyStation, tab: string): Promise<void> {
  await station.goTo('报送与接收');
  const head = station.page.getByRole('tab', { name: tab });
  // Tab stops at the tab that is open; the arrows lead to the others.
  await tabTo(station.page.getByRole('tab', { selected: true }));
  const reached = () => head.evaluate((wanted) => wanted === document.activeElement);
  for (let left = await station.page.getByRole('tab').count(); left > 0 && !(await reached()); left--) await station.page.keyboard.press('ArrowRight');
  await station.page.keyboard.press('Enter');
  await expect.poll(() => head.getAttribute('aria-selected')).toBe('true');
}
