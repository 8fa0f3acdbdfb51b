import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, createProtocolHandler, type OpenStores } from '../../electron/protocol';

const author = 'ab'.repeat(16);
const png = '11'.repeat(32);
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pdf = '22'.repeat(32);
let pageFolder: string;
let signedIn = true;

/** The two stores reduced to what the protocol reads of them. */
const stores = {
  journal: {
    head: (chain: string, who: string) => (chain === 'official' && who === author ? { chain, author: who, seq: 2, hash: '00'.repeat(32), sizeBytes: 6 } : null),
    async *readBytes(_chain: string, _author: string, from: number) {
      const whole = Buffer.from('{a}\n{b}\n');
      yield await Promise.resolve(whole.subarray(from, 4));
      yield whole.subarray(4);
    },
  },
  attachments: {
    has: (sm3: string) => Promise.resolve(sm3 === png || sm3 === pdf),
    async *read(sm3: string) {
      yield await Promise.resolve(sm3 === png ? Buffer.from(PNG_START) : Buffer.from('%PDF-1.7'));
      yield Buffer.from([2, 3]);
    },
  },
} as unknown as OpenStores;

async function get(path: string, init?: RequestInit): Promise<Response> {
  return createProtocolHandler({ pageFolder, openStores: () => (signedIn ? stores : null) })(new Request(`app://goufu${path}`, init));
}

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'desk-page-'));
  pageFolder = join(root, 'renderer');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.html'), 'outside');
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html>');
  await writeFile(join(pageFolder, 'assets', 'main-a1_B2.js'), 'export {};');
  await writeFile(join(pageFolder, 'assets', 'odd.exe'), '');
});

describe('createProtocolHandler', () => {
  it('serves the page with its policy, its type and nosniff', async () => {
    const response = await get('/');
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html>']);
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('/assets/main-a1_B2.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/%2e%2e/secret.html', '/..%2fsecret.html', '/assets/..%5c..%5csecret.html', '/%2e%2e%2fsecret.html', '//secret.html', '/assets/%00.html', '/C:/x.html', '/%', '/.hidden.html'])(
    'gives nothing for %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('serves no type it does not know and no missing file', async () => {
    expect((await get('/assets/odd.exe')).status).toBe(404);
    expect((await get('/assets/none.js')).status).toBe(404);
    expect((await get('/assets')).status).toBe(404);
  });

  it('answers only GET', async () => {
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('answers only its own host', async () => {
    const handler = createProtocolHandler({ pageFolder, openStores: () => stores });
    expect((await handler(new Request('app://other/'))).status).toBe(404);
    expect((await handler(new Request('app://goufu.evil/'))).status).toBe(404);
  });

  it('streams journal bytes from an offset', async () => {
    const response = await get(`/journal/official/${author}?from=4`);
    expect([response.status, await response.text()]).toEqual([200, '{b}\n']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    [`/journal/official/${author}`, 400],
    [`/journal/official/${author}?from=-1`, 400],
    [`/journal/official/${author}?from=1e3`, 400],
    [`/journal/official/${author}?from=0&x=1`, 400],
    [`/journal/secret/${author}?from=0`, 400],
    ['/journal/official/..%2f..?from=0', 404],
    [`/journal/official/${author}/more?from=0`, 400],
    [`/journal/working/${author}?from=0`, 404],
    [`/journal/official/${author}?from=99`, 416],
  ])('answers %s with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('shows a stored picture and refuses any other attachment', async () => {
    const shown = await get(`/attachment/${png}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array([...PNG_START, 2, 3]));
    expect((await get(`/attachment/${pdf}`)).status).toBe(415);
    expect((await get(`/attachment/${'33'.repeat(32)}`)).status).toBe(404);
    expect((await get('/attachment/x')).status).toBe(400);
  });

  it('gives no record and no attachment while nobody is signed in', async () => {
    signedIn = false;
    expect((await get(`/journal/official/${author}?from=0`)).status).toBe(403);
    expect((await get(`/attachment/${png}`)).status).toBe(403);
    expect((await get('/')).status).toBe(200);
    signedIn = true;
  });
});
