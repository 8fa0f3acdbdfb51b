import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ipcContract } from '#shared/ipc/contract';
import { DEFAULT_SETTINGS } from '#shared/ipc/setting-values';
import { CONTENT_SECURITY_POLICY } from '../../electron/protocol';
import { unitRequest } from '../electron/station/support';
import {
  answerDialog, electronExecutable, freshFolder, launchArguments, type LaunchedStation, launchStation, stationEnvironment,
} from './support/launch';

type AnyDesk = Record<string, (request?: unknown) => Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>>;
declare const window: Omit<Window, 'desk'> & { desk: AnyDesk; violations?: string[] };

const operators = [{ name: '起草人', post: '科员', password: '口令-2026-起草' }];
const setUpRequest = { ...unitRequest, operators };

async function signIn({ page }: LaunchedStation): Promise<string> {
  return page.evaluate(async (password) => {
    const state = (await window.desk['stationState']?.({}))?.value as { operators: { id: string }[] };
    const reply = await window.desk['signIn']?.({ operatorId: state.operators[0]?.id, password });
    return reply?.ok === true ? 'ok' : (reply?.error?.code ?? 'none');
  }, operators[0]?.password ?? '');
}

async function call({ page }: LaunchedStation, name: string, request: unknown): Promise<unknown> {
  return page.evaluate(async ([which, what]) => window.desk[which]?.(what), [name, request] as const);
}

/** From the next load on the page notes what its policy stops. */
async function noteViolations({ page }: LaunchedStation): Promise<void> {
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) => window.violations?.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
}

/** What the policy has stopped so far. They are told one after the other: once the last, made here, has been told, so have all before it. */
async function violationsOf({ page }: LaunchedStation): Promise<readonly string[]> {
  const mark = 'https://the-last-one.invalid/';
  const all = await page.evaluate((url) => new Promise<readonly string[]>((done) => {
    addEventListener('securitypolicyviolation', ({ blockedURI }) => { if (blockedURI === url) done([...(window.violations ?? [])]); });
    new Image().src = url;
  }), mark);
  expect(all.filter((one) => one.includes(mark))).toHaveLength(1);
  return all.filter((one) => !one.includes(mark));
}

describe('the window', () => {
  let dataFolder: string;
  let station: LaunchedStation;
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'desk-data-'));
    station = await launchStation({ dataFolder });
  });
  afterAll(async () => {
    await station.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('is one, sandboxed and isolated, with our size limits and no menu', async () => {
    const facts = await station.app.evaluate(({ BrowserWindow, Menu, app }) => {
      const windows = BrowserWindow.getAllWindows();
      const [first] = windows;
      const preferences = (first?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      const kept = ['sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webviewTag', 'webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures'];
      return {
        windows: windows.length,
        minimum: first?.getMinimumSize(),
        menu: Menu.getApplicationMenu(),
        spell: first?.webContents.session.isSpellCheckerEnabled(),
        ready: app.isReady(),
        preferences: Object.fromEntries(kept.map((name) => [name, preferences[name] ?? null])),
      };
    });
    expect(facts).toMatchObject({ windows: 1, minimum: [800, 440], menu: null, spell: false });
    expect(facts.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true });
    for (const off of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent', 'experimentalFeatures']) {
      expect(facts.preferences[off] ?? false, off).toBe(false);
    }
  });

  it('gives the page nothing of Node and of Electron', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'];
    expect(await station.page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
  });

  it('stands on its fixed origin, a secure context', async () => {
    expect(await station.page.evaluate(() => [location.href.split('#')[0], location.origin, isSecureContext])).toEqual(['app://goufu/', 'app://goufu', true]);
  });

  it('offers exactly the contract as window.desk, and the page cannot change it', async () => {
    const keys = await station.page.evaluate(() => Object.keys(window.desk).sort());
    expect(keys).toEqual([...Object.keys(ipcContract), 'on'].sort());
    const changed = await station.page.evaluate(() => {
      try {
        (window as { desk: unknown }).desk = {};
      } catch {
        // Strict mode throws; either way the door must stand.
      }
      try {
        (window.desk as Record<string, unknown>)['commit'] = () => 'mine';
      } catch {
        // As above.
      }
      return Object.keys(window.desk).length === 0 || String(window.desk['commit']).includes('mine');
    });
    expect(changed).toBe(false);
  });

  it('sends its policy as a header and forbids code from text', async () => {
    const policy = await station.page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(policy).toBe(CONTENT_SECURITY_POLICY);
    // Later, because the driver lifts the policy while its own code is evaluated.
    const evaluated = await station.page.evaluate(() => new Promise<string>((done) => {
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that this fails is what is tested
          done(String((new Function('return 1') as () => unknown)()));
        } catch (error) {
          done((error as Error).name);
        }
      }, 50);
    }));
    expect(evaluated).toBe('EvalError');
  });

  it('breaks its own policy nowhere while it starts', async () => {
    await noteViolations(station);
    await station.page.reload();
    await station.page.getByRole('checkbox', { name: /本单位声明/ }).waitFor();
    expect(await violationsOf(station)).toEqual([]);
  });

  it('refuses navigation, by script, by link and by form', async () => {
    // Refused by the main process, which writes it down, or by the browser before it, which says so on the console.
    const refusals: string[] = [];
    station.page.on('console', (message) => { if (message.type() === 'error') refusals.push(message.text()); });
    const logged = async () => (await readFile(join(dataFolder, 'logs', 'desk.ndjson'), 'utf8').catch(() => '')).split('window.navigation-refused').length - 1;
    for (const go of [
      () => { location.href = 'https://example.com/'; },
      () => { location.href = 'file:///etc/passwd'; },
      () => { location.href = 'app://other/'; },
      () => { location.href = 'data:text/html,x'; },
      () => { location.href = 'app://goufu/attachment/x'; },
      () => { document.body.append(Object.assign(document.createElement('a'), { href: 'https://example.com/', id: 'out' })); document.getElementById('out')?.click(); },
      () => { const form = Object.assign(document.createElement('form'), { action: 'https://example.com/' }); document.body.append(form); form.submit(); },
    ]) {
      const before = refusals.length + (await logged());
      await station.page.evaluate(go).catch(() => undefined);
      await expect.poll(async () => refusals.length + (await logged()), { message: String(go) }).toBeGreaterThan(before);
      expect(await station.page.evaluate(() => location.href.split('#')[0])).toBe('app://goufu/');
    }
  });

  it('refuses pop-ups and web views', async () => {
    const opened = await station.page.evaluate(() => [window.open('https://example.com/'), window.open('app://goufu/'), window.open('about:blank')].map((one) => one === null));
    expect(opened).toEqual([true, true, true]);
    // Without the tag it is an element like any other: nothing of its own is under it, and its address is only a property.
    expect(await station.page.evaluate(() => {
      const view = Object.assign(document.createElement('webview'), { src: 'https://example.com/' });
      document.body.append(view);
      return [view.constructor === HTMLElement || view.constructor === HTMLUnknownElement, view.shadowRoot, 'loadURL' in view];
    })).toEqual([true, null, false]);
    expect(await station.app.evaluate(({ BrowserWindow, webContents }) => [BrowserWindow.getAllWindows().length, webContents.getAllWebContents().filter((one) => one.getType() === 'webview').length])).toEqual([1, 0]);
  });

  it('grants no permission and no device', async () => {
    const answers = await station.page.evaluate(async () => {
      const tried = async (ask: () => Promise<unknown>) => ask().then((value) => String(value), () => 'refused');
      const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return {
        notification: await tried(() => Notification.requestPermission()),
        geolocation: await tried(() => new Promise((found, refused) => { navigator.geolocation.getCurrentPosition(found, refused); })),
        camera: await tried(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await tried(() => navigator.mediaDevices.getDisplayMedia()),
        clipboard: await tried(() => navigator.clipboard.readText()),
        fonts: await tried(() => (window as unknown as { queryLocalFonts(): Promise<unknown> }).queryLocalFonts()),
        queried: [await state('geolocation'), await state('camera'), await state('clipboard-read')],
      };
    });
    expect(answers).toMatchObject({
      notification: 'denied', geolocation: 'refused', camera: 'refused', screen: 'refused', clipboard: 'refused', fonts: '',
      queried: ['denied', 'denied', 'denied'],
    });
  });

  it('downloads nothing', async () => {
    const events = await station.app.evaluate(async ({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      const states: string[] = [];
      page?.session.on('will-download', (event, item) => states.push(`${String(event.defaultPrevented)} ${item.getState()}`));
      page?.downloadURL('app://goufu/index.html');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return states;
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatch(/^true /);
    expect(events[0]).not.toContain('completed');
  });

  it('lets no request out, whoever in its session makes it', async () => {
    let hits = 0;
    const server = createServer((_request, response) => {
      hits += 1;
      response.end('reached');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const fromPage = await station.page.evaluate((target) => fetch(target).then(() => 'reached', () => 'refused'), url);
    const fromImage = await station.page.evaluate((target) => new Promise((done) => {
      const image = new Image();
      image.onload = () => { done('reached'); };
      image.onerror = () => { done('refused'); };
      image.src = target;
    }), url);
    const fromSession = await station.app.evaluate(
      ({ session }, target) => session.defaultSession.fetch(target).then(() => 'reached', () => 'refused'), url);
    server.close();
    expect([fromPage, fromImage, fromSession, hits]).toEqual(['refused', 'refused', 'refused', 0]);
  });

  it('loads no frame, and an empty frame has no door', async () => {
    const facts = await station.page.evaluate(async () => {
      const empty = document.createElement('iframe');
      const own = Object.assign(document.createElement('iframe'), { src: 'app://goufu/' });
      document.body.append(empty, own);
      await new Promise((done) => setTimeout(done, 500));
      let loaded: string;
      try {
        loaded = own.contentWindow?.document.body.innerHTML ?? '';
      } catch {
        loaded = '';
      }
      const result = { door: 'desk' in (empty.contentWindow ?? {}), loaded };
      empty.remove();
      own.remove();
      return result;
    });
    expect(facts).toEqual({ door: false, loaded: '' });
  });

  it('answers another window that has the same preload with a refusal', async () => {
    const replies = await station.app.evaluate(async ({ app, BrowserWindow }, names) => {
      const preload = `${app.getAppPath()}/preload.cjs`;
      const found: unknown[] = [];
      for (const url of ['about:blank', 'data:text/html,x', 'app://goufu/']) {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
        await stranger.loadURL(url).catch(() => undefined);
        for (const name of names) {
          found.push(await stranger.webContents.executeJavaScript(`desk.${name}({})`));
        }
        stranger.destroy();
      }
      return found;
    }, Object.keys(ipcContract));
    expect(replies).toHaveLength(3 * Object.keys(ipcContract).length);
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(new Set(['{"ok":false,"error":{"code":"app.refused-sender"}}']));
  });

  it('answers twenty hostile requests on every channel with an error value, and works on', async () => {
    const odd = await station.page.evaluate(async (names) => {
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      let deep: unknown = 1;
      for (let i = 0; i < 400; i++) deep = { deep };
      const polluted: unknown = JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{}}}');
      const hostile: unknown[] = [
        undefined, null, 0, -1, NaN, true, '', 'x'.repeat(100_000), [], [{}], { extra: 1 }, polluted, cyclic, deep, 10n, new Map([[1, 2]]),
        new Uint8Array(1024), new Date(), /x/, { operatorId: '../../etc', password: { toString: 1 }, chain: 'official', changes: [{ op: 'put', table: '__proto__' }], jobId: 1, file: '../x', folder: [], sm3: 'g'.repeat(64) },
        () => 1, Symbol('x'), Array.from({ length: 20_000 }, () => ({})),
      ];
      const wrong: string[] = [];
      for (const name of names) {
        for (const [index, request] of hostile.entries()) {
          const answer = await Promise.race([
            (async () => window.desk[name]?.(request))().catch((error: unknown) => `threw ${String(error)}`),
            new Promise((resolve) => setTimeout(() => { resolve('hangs'); }, 20_000)),
          ]);
          const refused = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
          if (!refused) wrong.push(`${name} ${String(index)}: ${String(answer)}`);
        }
      }
      return wrong;
    }, Object.keys(ipcContract));
    expect(odd.filter((line) => !line.includes('threw'))).toEqual([]);
    // What cannot even cross the bridge is thrown back to the caller in the page; nothing of it reaches the main process.
    expect(odd.filter((line) => !/ (20|21): threw/.test(line))).toEqual([]);
    expect(await call(station, 'stationState', {})).toMatchObject({ ok: true, value: { phase: 'new' } });
  });
});

describe('the application', () => {
  it('is one instance per data folder: the second ends at once and shows the first', async () => {
    const dataFolder = await freshFolder();
    const first = await launchStation({ dataFolder });
    const second = spawn(electronExecutable(), launchArguments(), { env: stationEnvironment(dataFolder), stdio: 'ignore' });
    const code = await new Promise((done) => second.once('exit', done));
    expect(code).toBe(0);
    expect(await call(first, 'stationState', {})).toMatchObject({ ok: true });
    await first.close();
  });

  it('sets a station up, signs in, opens the desk within its policy and finds its lines again after a restart', async () => {
    const dataFolder = await freshFolder();
    const first = await launchStation({ dataFolder });
    expect(await call(first, 'createStation', setUpRequest)).toMatchObject({ ok: true, value: { station: { officeKind: 'unit' } } });
    expect(await first.page.evaluate(() => fetch('/journal/official/0?from=0').then((response) => response.status))).toBe(403);
    expect(await signIn(first)).toBe('ok');
    const state = await call(first, 'stationState', {}) as { value: { station: { stationId: string }; signedInAs: string } };
    const author = state.value.station.stationId;
    const text = await first.page.evaluate((who) => fetch(`/journal/official/${who}?from=0`).then((response) => response.text()), author);
    expect(text.trim().split('\n').map((line) => (JSON.parse(line) as { table: string }).table)).toEqual(['stations', 'operators', 'buyers']);
    await noteViolations(first);
    await first.page.reload();
    await first.page.getByRole('heading', { name: '首页', exact: true }).waitFor();
    await first.page.getByText('没有待办事项。').or(first.page.getByRole('heading', { name: '报送与签收' })).first().waitFor();
    expect(await violationsOf(first)).toEqual([]);
    await first.close();

    const again = await launchStation({ dataFolder });
    expect(await call(again, 'stationState', {})).toMatchObject({ value: { phase: 'locked', station: { stationId: author } } });
    expect(await signIn(again)).toBe('ok');
    expect(await call(again, 'journalHeads', {})).toMatchObject({ value: [{ chain: 'official', author, seq: 3 }, { chain: 'working', seq: 0 }] });
    await again.close();
  });

  it('offers a double-clicked bundle once somebody has signed in, also from a second instance', async () => {
    const dataFolder = await freshFolder();
    const file = join(await freshFolder('desk-stick-'), '测试包.gfb');
    await writeFile(file, 'not a bundle');
    const station = await launchStation({ dataFolder, args: [file] });
    await call(station, 'createStation', setUpRequest);
    const offered = station.page.evaluate(() => new Promise((resolve) => {
      (window.desk['on'] as unknown as (name: string, listener: (event: unknown) => void) => void)('filesOffered', resolve);
    }));
    expect(await signIn(station)).toBe('ok');
    const { files: [offer] } = await offered as { files: { token: string }[] };
    expect(offer).toMatchObject({ fileName: '测试包.gfb', sizeBytes: 12 });
    const jobId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    expect(await call(station, 'openBundle', { jobId, file: offer?.token })).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^bundle\./) as string } });
    expect(await call(station, 'journalHeads', {})).toMatchObject({ value: [{ chain: 'official', seq: 3 }, { chain: 'working', seq: 1 }] });

    const next = station.page.evaluate(() => new Promise((resolve) => {
      (window.desk['on'] as unknown as (name: string, listener: (event: unknown) => void) => void)('filesOffered', resolve);
    }));
    const second = spawn(electronExecutable(), launchArguments([file]), { env: stationEnvironment(dataFolder), stdio: 'ignore' });
    await new Promise((done) => second.once('exit', done));
    expect(await next).toMatchObject({ files: [{ fileName: '测试包.gfb' }] });
    await station.close();
  });

  it('prints the page into the PDF the user named, and nothing when the user thinks better of it', async () => {
    const station = await launchStation();
    const folder = await freshFolder('desk-print-');
    await answerDialog(station.app, 'cancel');
    expect(await call(station, 'savePdf', { suggestedName: '恢复单' })).toEqual({ ok: true, value: { fileName: null } });
    expect(await readdir(folder)).toEqual([]);
    await answerDialog(station.app, { save: join(folder, '恢复单.pdf') });
    expect(await call(station, 'savePdf', { suggestedName: '恢复单' })).toEqual({ ok: true, value: { fileName: '恢复单.pdf' } });
    expect((await readFile(join(folder, '恢复单.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    await station.close();
  });

  it('starts with its defaults when the settings file is damaged', async () => {
    for (const damage of ['{"fontPercent":', '[1]', '"x"', '{"fontPercent":9000,"lastFolder":7}', '\u0000\u0001']) {
      const dataFolder = await freshFolder();
      await writeFile(join(dataFolder, 'settings.json'), damage);
      const station = await launchStation({ dataFolder });
      expect(await call(station, 'readSettings', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
      expect(await call(station, 'writeSettings', { fontPercent: 130 })).toEqual({ ok: true, value: {} });
      expect(await call(station, 'readSettings', {})).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, fontPercent: 130 } });
      await station.close();
    }
  });

  it('brings the page back after it crashed, and logs it', async () => {
    const station = await launchStation();
    await station.app.evaluate(async ({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      // Only a load after its death is the one waited for: the first may still be ending.
      const back = new Promise<void>((resolve) => {
        page?.once('render-process-gone', () => { page.once('did-finish-load', () => { resolve(); }); });
      });
      page?.forcefullyCrashRenderer();
      await back;
    });
    const title = await station.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.title') as Promise<string>);
    expect(title).toBe('购服台');
    expect(await readFile(join(station.dataFolder, 'logs', 'desk.ndjson'), 'utf8')).toContain('"code":"page.gone"');
    await station.close();
  });
});
