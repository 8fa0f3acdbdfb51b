// At home on the machine: bundles by double click, the window where it stood, and no network at all. In real Electron.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { unitRequest } from '../electron/station/support';
import { electronExecutable, freshFolder, launchArguments, type LaunchedStation, launchStation, stationEnvironment } from './support/launch';

const PASSWORD = unitRequest.operators[0]?.password ?? '';

async function setUp(page: Page): Promise<void> {
  const made = await page.evaluate(async (request) => (await window.desk?.createStation(request))?.ok, unitRequest);
  expect(made).toBe(true);
  await page.reload();
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
}

/** The receive page is open, and these files are offered on it. */
async function expectOffered(page: Page, names: readonly string[]): Promise<void> {
  await expect.poll(() => page.getByRole('tab', { name: '接收数据包', selected: true }).count(), { timeout: 30_000 }).toBe(1);
  for (const name of names) await page.getByText(name).first().waitFor();
  await expect.poll(() => page.getByRole('button', { name: '接收此文件' }).count()).toBe(names.length);
}

async function startSecond(station: LaunchedStation, args: readonly string[], cwd: string): Promise<void> {
  const second = spawn(electronExecutable(), launchArguments(args), { cwd, env: stationEnvironment(station.dataFolder), stdio: 'ignore' });
  expect(await new Promise((done) => second.once('exit', done))).toBe(0);
}

const bounds = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
const place = (app: ElectronApplication, where: { x: number; y: number; width: number; height: number }) =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), where);

describe('a bundle that is double-clicked', () => {
  it('waits through set-up and sign-in, reaches a running desk by a relative path, and a locked one by an address', async () => {
    const stick = await freshFolder('desk-stick-');
    const [first, second, third] = ['演练 包 二〇二六.gfb', '第二 个.gfb', '第三个%20.gfb'];
    for (const name of [first, second, third]) await writeFile(join(stick, name), 'not a bundle');

    const station = await launchStation({ args: [join(stick, first)] });
    const { page } = station;
    await setUp(page);
    await signIn(page);
    await expectOffered(page, [first]);

    await page.getByRole('link', { name: '首页' }).click();
    await startSecond(station, [second, '不在的.gfb'], stick);
    await expectOffered(page, [second]);
    await page.getByText('数据包无法读取：不在的.gfb。').waitFor();

    await page.getByRole('button', { name: '锁定退出' }).click();
    await startSecond(station, [pathToFileURL(join(stick, third)).href, pathToFileURL(join(stick, first)).href], '/');
    await signIn(page);
    await expectOffered(page, [third, first]);
    await station.close();

    // And a locked desk at its first start.
    const again = await launchStation({ dataFolder: station.dataFolder, args: [join(stick, second)] });
    await signIn(again.page);
    await expectOffered(again.page, [second]);
    await again.close();
  });
});

describe('the window', () => {
  it('comes back where it stood, and where it can be seen when that place is gone or damaged', async () => {
    const dataFolder = await freshFolder();
    const stood = { x: 60, y: 40, width: 1000, height: 620 };
    const settings = join(dataFolder, 'settings.json');
    const reopened = async () => {
      const station = await launchStation({ dataFolder });
      const found = await bounds(station.app);
      await station.close();
      return found;
    };
    const station = await launchStation({ dataFolder });
    await place(station.app, stood);
    await station.close();
    expect(JSON.parse(await readFile(settings, 'utf8'))).toMatchObject({ window: { ...stood, maximized: false } });
    expect(await reopened()).toEqual(stood);

    await writeFile(settings, JSON.stringify({ window: { ...stood, x: 50_000, maximized: false } }));
    const elsewhere = await reopened();
    expect(elsewhere).toMatchObject({ width: stood.width, height: stood.height });
    expect(elsewhere?.x).toBeLessThan(2_000);
    await writeFile(settings, JSON.stringify({ window: { ...stood, width: 'wide', maximized: false } }));
    expect(await reopened()).toMatchObject({ width: 1366, height: 768 });
  });

  it('starts without the graphics chip when the setting says so', async () => {
    const dataFolder = await freshFolder();
    await writeFile(join(dataFolder, 'settings.json'), JSON.stringify({ hardwareAcceleration: false }));
    const station = await launchStation({ dataFolder });
    expect(await station.app.evaluate(({ app }) => app.getGPUFeatureStatus().gpu_compositing)).toMatch(/^disabled/);
    await station.page.getByText('首次设置').first().waitFor();
    await station.close();
  });
});

interface NetLog {
  readonly constants: { readonly logSourceType: Readonly<Record<string, number>> };
  readonly events: readonly { readonly source: { readonly type: number }; readonly params?: { readonly url?: string } }[];
}

/** Starts the application from a child process and prints what its first screen shows. */
const FIRST_SCREEN = `
import { _electron } from 'playwright';
const [executablePath, ...args] = JSON.parse(process.argv[1]);
const app = await _electron.launch({ executablePath, args, timeout: 60000 });
const page = await app.firstWindow();
await page.getByText('保密声明').first().waitFor({ timeout: 60000 });
await page.waitForTimeout(1500);
const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
console.log(JSON.stringify({ text: await page.locator('body').innerText(), shot: shot.toString('base64') }));
await app.close();
`;

describe('the network', () => {
  it('is asked for nothing, from the start to the desk', async () => {
    const log = join(await freshFolder(), 'net.json');
    const station = await launchStation({ args: [`--log-net-log=${log}`] });
    await setUp(station.page);
    await signIn(station.page);
    await station.page.getByRole('link', { name: '首页' }).waitFor();
    await station.close();
    const { constants, events } = JSON.parse(await readFile(log, 'utf8')) as NetLog;
    expect(events.length).toBeGreaterThan(0);
    const urls = events.flatMap(({ params }) => (params?.url === undefined ? [] : [params.url]));
    expect(urls.filter((url) => /^(https?|wss?|ftp):/.test(url))).toEqual([]);
    const kinds = ['HOST_RESOLVER_IMPL_JOB', 'TRANSPORT_CONNECT_JOB', 'TCP_STREAM_ATTEMPT', 'SSL_CONNECT_JOB', 'QUIC_SESSION', 'UDP_SOCKET'];
    const seen = new Set(events.map(({ source }) => source.type));
    expect(kinds.filter((kind) => seen.has(constants.logSourceType[kind] ?? -1))).toEqual([]);
  });

  it('can be absent altogether: the first screen is the same, to the pixel', async () => {
    const show = async (before: readonly string[]) => {
      const dataFolder = join(await freshFolder(), 'data');
      await mkdir(dataFolder);
      const words = JSON.stringify([electronExecutable(), ...launchArguments()]);
      const [command = '', ...args] = [...before, process.execPath, '--input-type=module', '--eval', FIRST_SCREEN, words];
      const { stdout, stderr, status } = spawnSync(command, args, { cwd: resolve('.'), env: stationEnvironment(dataFolder), encoding: 'utf8', maxBuffer: 64 << 20 });
      expect(status, stderr).toBe(0);
      const { text, shot } = JSON.parse(stdout) as { text: string; shot: string };
      return { text, pixels: createHash('sha256').update(shot).digest('hex') };
    };
    const withNetwork = await show([]);
    expect(withNetwork.text).toContain('首次设置');
    expect(await show(withoutNetwork())).toEqual(withNetwork);
  });
});

/** A network of its own with nothing in it but the loopback the test itself speaks over; where that is not allowed, no route for names and sockets remains ours to close. */
function withoutNetwork(): readonly string[] {
  for (const flags of [['--net'], ['--net', '--map-root-user']]) {
    const words = ['unshare', ...flags, 'sh', '-c', 'ip link set lo up && exec "$@"', 'offline'];
    if (spawnSync(words[0] ?? '', [...words.slice(1), 'true']).status === 0) return words;
  }
  return [];
}
