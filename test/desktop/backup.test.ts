// Backups and coming back from them at the window, with real files: by hand and seen, damaged and found again with what was written after,
// on another computer, and refused with nothing changed.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readyCrypto } from '#shared/crypto/sm3';
import { countyRequest, PASSPHRASE } from '../electron/station/support';
import {
  atStep, backUp, chooseNewest, confirmWith, forgetLastLine, holdReads, judge, letReadsGo, numbersOnDisk, readsWaiting, replacedIn, spoil, writeDrafts, writeItem,
} from './support/backup-station';
import { enterAt } from './support/enter';
import { bytesOf, goTo, linesOnDisk, makeStation, noticeWith, signIn, stateOf } from './support/fault-station';
import { field, pick, press, typeInto } from './support/journey-keys';
import { answerDialog, backupsOf, freshFolder, launchStation } from './support/launch';
import { show } from './support/screens';

const CODE = 'backup.wrong-passphrase';

beforeAll(readyCrypto);

describe('the backup panel', () => {
  it('says what is wrong with the backups, makes one by hand, and home tells of it', async () => {
    const { page, app, dataFolder, close } = await launchStation();
    await enterAt(page, '#/home');
    const fact = page.getByText('最近备份').locator('xpath=..');
    await fact.getByText('还没有备份').waitFor();
    await fact.getByRole('link', { name: '去备份' }).click();
    const panel = page.getByRole('region', { name: '备份' });
    await panel.getByText('还没有备份。').waitFor();
    await press(panel, '立即备份');
    await panel.getByText(/已备份并读回比对一致：日志 \d+ 条，附件 0 个/).waitFor();
    await panel.getByText(/（手动），共保留 1 份/).waitFor();
    await panel.getByText('备份与数据在同一块磁盘上。').waitFor();
    await panel.getByText(backupsOf(dataFolder), { exact: true }).waitFor();
    const { station } = await stateOf(page);
    expect(await readdir(join(backupsOf(dataFolder), 'goufu-backup'))).toEqual([station?.stationId]);

    const stick = await freshFolder('desk-stick-');
    await answerDialog(app, { open: [stick] });
    await press(panel, '备份到优盘或其他文件夹');
    await panel.getByText(new RegExp(`在“${stick}`)).waitFor();
    expect(await readdir(join(stick, 'goufu-backup'))).toEqual([station?.stationId]);
    await panel.getByText(/（手动），共保留 1 份/).waitFor();
    await press(panel, '更换备份文件夹');
    await panel.getByText(stick, { exact: true }).waitFor();
    expect(await judge(page, 'backup-panel')).toEqual([]);
    await show(page, 'home');
    await fact.getByText('手动').waitFor();
    expect(await fact.getByRole('link').textContent()).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
    expect(await judge(page, 'backup-home')).toEqual([]);
    await close();
  });
});

describe('restoring', () => {
  it('brings a damaged station back by keyboard alone, with the line written after the backup', async () => {
    const first = await launchStation();
    const { dataFolder } = first;
    await enterAt(first.page, '#/home');
    await writeItem(first.page, '2026-001');
    await backUp(first.page);
    await writeItem(first.page, '2026-002');
    const before = await stateOf(first.page);
    await first.close();
    await spoil(dataFolder, before);
    const spoilt = await bytesOf(join(dataFolder, 'station'));

    const { page, close } = await launchStation({ dataFolder });
    await noticeWith(page, 'journal.broken-chain');
    expect(await judge(page, 'restore-damage')).toEqual([]);
    await press(page, '从备份恢复');
    await atStep(page, '选择备份');
    await page.getByText(/找到 1 份备份/).waitFor();
    expect(await judge(page, 'restore-1-choose')).toEqual([]);
    await page.keyboard.press('F1');
    await page.getByRole('heading', { name: '帮助：从备份恢复' }).waitFor();
    expect(await judge(page, 'restore-help')).toEqual([]);
    await page.keyboard.press('Escape');
    await press(page, /^查看 .* 的备份$/);
    await atStep(page, '查看与比较');
    await page.getByText('本机的数据有损坏，现在打不开。').waitFor();
    expect(await page.getByText(/有 1 条读得出来，恢复后保留。/).count()).toBe(1);
    expect(await judge(page, 'restore-2-compare')).toEqual([]);
    await press(page, '下一步');
    await atStep(page, '确认恢复');
    expect(await judge(page, 'restore-3-confirm')).toEqual([]);
    expect(await bytesOf(join(dataFolder, 'station'))).toEqual(spoilt);
    await confirmWith(page, PASSPHRASE);
    await atStep(page, '恢复完成');
    const [copy, ...others] = await replacedIn(dataFolder);
    expect(others).toEqual([]);
    await page.getByText(`${dataFolder}/station.replaced/${copy ?? ''}`).waitFor();
    expect(await bytesOf(join(dataFolder, 'station.replaced', copy ?? ''))).toEqual(spoilt);
    // Every line written after the backup is there: nobody upward knows more.
    expect(await page.getByText('请先联系上级').count()).toBe(0);
    expect(await judge(page, 'restore-4-report')).toEqual([]);
    await press(page, '完成');

    await signIn(page);
    expect(await numbersOnDisk(dataFolder, before)).toEqual(['2026-001', '2026-002']);
    await goTo(page, '#/plan?year=2026', '年度计划');
    for (const name of ['项目2026-001', '项目2026-002']) await page.getByText(name).first().waitFor();
    await writeItem(page, '2026-003');
    await goTo(page, '#/station', '本单位');
    await page.getByText(/的备份恢复过：找回日志 \d+ 条，保留 1 条/).waitFor();
    await close();
  });

  it('sets a new computer up from a stick, with the recovery sheet, in the largest letters', async () => {
    const stick = await freshFolder('desk-stick-');
    const { folder, recoveryCode } = await makeStation(await freshFolder());
    const old = await launchStation({ dataFolder: folder });
    await enterAt(old.page, '#/station');
    await writeItem(old.page, '2026-001');
    await answerDialog(old.app, { open: [stick] });
    await press(old.page, '备份到优盘或其他文件夹');
    await old.page.getByText(/已备份并读回比对一致/).waitFor();
    await old.close();

    const { page, app, dataFolder, close } = await launchStation();
    await page.evaluate(async () => { await window.desk?.writeSettings({ fontPercent: 150 }); });
    await page.reload();
    await press(page, '从备份恢复');
    await atStep(page, '选择备份');
    await page.getByText('没有找到备份。').waitFor();
    expect(await judge(page, 'restore-150-empty')).toEqual([]);
    await answerDialog(app, { open: [stick] });
    await press(page, '选择其他文件夹');
    await page.getByText(/找到 1 份备份/).waitFor();
    expect(await judge(page, 'restore-150-choose')).toEqual([]);
    await press(page, /^查看 .* 的备份$/);
    await atStep(page, '查看与比较');
    await page.getByText(/本机还没有单位/).waitFor();
    expect(await judge(page, 'restore-150-compare')).toEqual([]);
    await press(page, '下一步');
    await atStep(page, '确认恢复');
    await pick(page, '用封存的恢复单');
    await typeInto(field(page, '恢复码'), recoveryCode);
    for (const label of ['新的密钥口令', '再输一次']) await typeInto(field(page, label), '新电脑上用的密钥口令');
    expect(await judge(page, 'restore-150-confirm')).toEqual([]);
    await press(page, '开始恢复');
    await atStep(page, '恢复完成');
    await page.getByText(/以后如果报送过数据包，请先联系上级/).waitFor();
    expect(await judge(page, 'restore-150-report')).toEqual([]);
    await press(page, '完成');
    await signIn(page);
    await goTo(page, '#/plan?year=2026', '年度计划');
    await page.getByText('项目2026-001').first().waitFor();
    expect(await numbersOnDisk(dataFolder, await stateOf(page))).toEqual(['2026-001']);
    const opened = await page.evaluate(async () => window.desk?.unlockKey({ passphrase: '新电脑上用的密钥口令' }));
    expect(opened).toMatchObject({ ok: true });
    await close();
  });

  it('changes nothing when the passphrase is wrong or it is stopped, and may be tried again at once where nobody was signed in', async () => {
    const old = await launchStation();
    await enterAt(old.page, '#/home');
    await writeItem(old.page, '2026-001');
    await backUp(old.page);
    await old.close();

    const { page, app, dataFolder, close } = await launchStation();
    await answerDialog(app, { open: [backupsOf(old.dataFolder)] });
    await press(page, '从备份恢复');
    await atStep(page, '选择备份');
    await press(page, '选择其他文件夹');
    await page.getByText(/找到 1 份备份/).waitFor();

    await holdReads(app);
    await press(page, /^查看 .* 的备份$/);
    await expect.poll(() => readsWaiting(app)).toBeGreaterThan(0);
    await press(page, '停止核对备份');
    await page.getByText('核对备份：正在停止').waitFor();
    await letReadsGo(app);
    await noticeWith(page, 'backup.cancelled');

    await chooseNewest(page);
    await confirmWith(page, '这不是密钥的口令啊');
    await noticeWith(page, CODE);
    await atStep(page, '确认恢复');
    expect(await judge(page, 'restore-wrong-passphrase')).toEqual([]);

    await holdReads(app);
    await confirmWith(page, PASSPHRASE);
    await expect.poll(() => readsWaiting(app)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await judge(page, 'restore-working')).toEqual([]);
    await press(page, '停止恢复');
    await letReadsGo(app);
    await noticeWith(page, 'backup.cancelled');
    expect((await readdir(dataFolder)).filter((name) => name.startsWith('station'))).toEqual([]);
    expect(await stateOf(page)).toMatchObject({ phase: 'new' });

    await confirmWith(page, PASSPHRASE);
    await atStep(page, '恢复完成');
    await close();
  });

  it('of another office is refused, and of a whole station not needed; Esc leads back to the screen', async () => {
    const other = await launchStation();
    await enterAt(other.page, '#/home', { request: countyRequest });
    await backUp(other.page);
    await other.close();

    const { page, app, dataFolder, close } = await launchStation();
    await enterAt(page, '#/station');
    await backUp(page);
    const before = await bytesOf(join(dataFolder, 'station'));
    await press(page, '从备份恢复');
    await atStep(page, '选择备份');
    await press(page, /^查看 .* 的备份$/);
    await page.getByText(/不需要恢复/).waitFor();
    expect(await page.getByRole('button', { name: '下一步' }).count()).toBe(0);
    expect(await judge(page, 'restore-needless')).toEqual([]);
    await press(page, '上一步');
    await answerDialog(app, { open: [backupsOf(other.dataFolder)] });
    await press(page, '选择其他文件夹');
    await page.getByText('乌拉特旗财政局').waitFor();
    await press(page, /^查看 .* 的备份$/);
    await noticeWith(page, 'backup.other-office');
    expect(await judge(page, 'restore-other-office')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '本单位', exact: true }).waitFor();
    expect(await bytesOf(join(dataFolder, 'station'))).toEqual(before);
    expect(await replacedIn(dataFolder)).toEqual([]);
    await close();
  });

  it('finds lines again that the journal lost and the tables still have; a wrong passphrase costs nobody his place', async () => {
    const first = await launchStation();
    const { dataFolder } = first;
    await enterAt(first.page, '#/home');
    await writeItem(first.page, '2026-001');
    await backUp(first.page);
    await first.page.reload();
    await goTo(first.page, '#/plan?year=2026', '年度计划');
    await first.page.getByText('项目2026-001').first().waitFor();
    const before = await stateOf(first.page);
    await first.close();
    await forgetLastLine(dataFolder, before);
    expect(await numbersOnDisk(dataFolder, before)).toEqual([]);

    const { page, close } = await launchStation({ dataFolder });
    await signIn(page);
    await noticeWith(page, 'projection.journal-behind');
    await press(page, '从备份恢复');
    await chooseNewest(page);
    await confirmWith(page, '这不是密钥的口令啊');
    await noticeWith(page, CODE);
    expect(await judge(page, 'restore-failed')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await numbersOnDisk(dataFolder, before)).toEqual([]);
    expect(await replacedIn(dataFolder)).toEqual([]);
    expect(await stateOf(page)).toMatchObject({ phase: 'ready' });
    await noticeWith(page, 'projection.journal-behind');

    await press(page, '从备份恢复');
    await atStep(page, '选择备份');
    await press(page, /^查看 .* 的备份$/);
    await page.getByText(/1 条日志是本机没有的，恢复后找回/).waitFor();
    await press(page, '下一步');
    await confirmWith(page, PASSPHRASE);
    await atStep(page, '恢复完成');
    await press(page, '完成');
    await signIn(page);
    await goTo(page, '#/plan?year=2026', '年度计划');
    await page.getByText('项目2026-001').first().waitFor();
    expect(await numbersOnDisk(dataFolder, before)).toEqual(['2026-001']);
    await close();
  });

  it('takes the lines of a backup where the station opens and a journal cannot be read to its end', async () => {
    const first = await launchStation();
    const { dataFolder } = first;
    await enterAt(first.page, '#/home');
    await writeDrafts(first.page);
    await backUp(first.page);
    const before = await stateOf(first.page);
    await first.close();
    await spoil(dataFolder, before, 'working');
    await rm(join(dataFolder, 'IndexedDB'), { recursive: true, force: true });

    const { page, close } = await launchStation({ dataFolder });
    await signIn(page);
    await noticeWith(page, 'projection.read-failed');
    await press(page, '从备份恢复');
    await chooseNewest(page);
    await confirmWith(page, PASSPHRASE);
    await atStep(page, '恢复完成');
    await press(page, '完成');
    await signIn(page);
    await goTo(page, '#/plan?year=2026', '年度计划');
    expect(await linesOnDisk(dataFolder, 'working', before.station?.stationId ?? ('' as never))).toHaveLength(3);
    await close();
  });
});
