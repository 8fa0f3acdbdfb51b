// Starts the built application in a real Electron with a data folder of its own, and answers the system's dialogs for it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, onTestFinished } from 'vitest';
import { assert } from '#shared/base/assert';

export interface LaunchedStation {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Quits as the user would and waits for the process to end. Closing twice is harmless. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Made fresh, and removed after the test, when absent. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Further words on the command line, such as a bundle that was double-clicked. */
  readonly args?: readonly string[];
}

/** The runtime's executable, told by the test runner. */
export function electronExecutable(): string {
  const executable = process.env['GOUFU_ELECTRON'];
  assert(executable !== undefined && executable !== '', 'GOUFU_ELECTRON names the Electron executable');
  return executable;
}

/** Chromium's sandbox refuses to start as root; only tests ever run as root. */
export function launchArguments(more: readonly string[] = []): string[] {
  const appFolder = resolve(process.env['GOUFU_APP'] ?? 'out/app');
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), appFolder, ...more];
}

export function stationEnvironment(dataFolder: string, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), ...env, GOUFU_DATA: dataFolder };
}

/** A folder that the running test owns and that goes with it. */
export async function freshFolder(name = 'desk-data-'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/** Backups are kept beside a data folder, also beside one that a test owns itself. */
const launchedIn = new Set<string>();
afterAll(async () => {
  for (const folder of launchedIn) await rm(backupsOf(folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Where a station keeps its backups until somebody chooses another folder. */
export function backupsOf(dataFolder: string): string {
  return `${dataFolder}-backup`;
}

/** Outside a running test give a `dataFolder` and call `close` yourself; inside one both are seen to. */
export async function launchStation({ dataFolder, env, args }: LaunchOptions = {}): Promise<LaunchedStation> {
  const folder = dataFolder ?? (await freshFolder());
  launchedIn.add(folder);
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: launchArguments(args),
    env: stationEnvironment(folder, env),
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  let closing: Promise<void> | null = null;
  return { app, page, dataFolder: folder, close: () => (closing ??= quit(app)) };
}

const PATIENCE_MS = 60_000;

/** A window that stays because something in it is not saved fails the test, and does not keep it for ever. */
async function quit(app: ElectronApplication): Promise<void> {
  let killed = false;
  const timer = setTimeout(() => {
    killed = true;
    app.process().kill('SIGKILL');
  }, PATIENCE_MS);
  await app.close();
  clearTimeout(timer);
  assert(!killed, 'the window went when it was closed');
}

/** By the cross in its corner: the page is told nothing beforehand. */
export async function closeWindow({ app }: Pick<LaunchedStation, 'app'>): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => { setTimeout(() => { BrowserWindow.getAllWindows()[0]?.close(); }); });
}

export type DialogAnswer = { readonly open: readonly string[] } | { readonly save: string } | 'cancel';

/** From now on every dialog of the system is answered so, without being shown. */
export async function answerDialog(app: ElectronApplication, answer: DialogAnswer): Promise<void> {
  const openPaths = answer !== 'cancel' && 'open' in answer ? [...answer.open] : [];
  const savePath = answer !== 'cancel' && 'save' in answer ? answer.save : '';
  await app.evaluate(
    ({ dialog }, { open, save }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: open.length === 0, filePaths: open });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: save === '', filePath: save });
    },
    { open: openPaths, save: savePath },
  );
}
