// The attachment store on real folders: what it takes, what it refuses, and that refusals leave nothing.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sm3Hex } from '../../../shared/base/ids';
import { readyCrypto, sm3Hex } from '../../../shared/crypto/sm3';
import { attachmentSchema } from '../../../shared/domain/fields';
import { MAX_ATTACHMENT_BYTES, openAttachmentStore } from '../../../electron/attachments/attachment-store';
import type { AttachmentStore } from '../../../electron/journal/ports';

let folder: string;
let data: string;
let store: AttachmentStore;

beforeEach(async () => {
  await readyCrypto();
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  data = join(folder, 'data');
  await mkdir(data);
  store = await openAttachmentStore({ directory: data });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(700_000, 0x41)]);
const hashOf = (bytes: Uint8Array) => sm3Hex(bytes) as Sm3Hex;

async function fileOf(bytes: Uint8Array, name = '合同.pdf'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Every file under attachments/, hidden ones too. */
async function held(): Promise<string[]> {
  const entries = await readdir(join(data, 'attachments'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
}

async function* pieces(bytes: Uint8Array, size = 100_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const each of stream) all.push(each);
  return Buffer.concat(all);
}

describe('addFile', () => {
  it('keeps the exact bytes under their hash and answers with a valid reference', async () => {
    const result = await store.addFile(await fileOf(pdf));
    const sm3 = hashOf(pdf);
    expect(result).toEqual({ ok: true, value: { sm3, name: '合同.pdf', sizeBytes: pdf.length, mediaType: 'application/pdf' } });
    if (result.ok) expect(attachmentSchema.safeParse(result.value).success).toBe(true);
    expect((await readFile(join(data, 'attachments', sm3.slice(0, 2), sm3))).equals(pdf)).toBe(true);
    expect(await store.has(sm3)).toBe(true);
    expect(await store.sizeOf(sm3)).toBe(pdf.length);
    expect((await bytesOf(store.read(sm3))).equals(pdf)).toBe(true);
  });

  it('keeps one copy however often and under whatever names it comes, also at once', async () => {
    const paths = await Promise.all([fileOf(pdf, 'a.pdf'), fileOf(pdf, 'b.pdf'), fileOf(pdf, 'c.pdf')]);
    const results = await Promise.all([...paths, ...paths].map((path) => store.addFile(path)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await held()).toEqual([hashOf(pdf)]);
  });

  it('tells the type by the first bytes, not by the name', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    expect(await store.addFile(await fileOf(png, 'x.pdf'))).toMatchObject({ value: { mediaType: 'image/png', name: 'x.pdf' } });
    expect(await store.addFile(await fileOf(jpeg, 'x'))).toMatchObject({ value: { mediaType: 'image/jpeg' } });
  });

  it('refuses other types whatever they are called', async () => {
    const others = ['MZ\u0090', 'PK\u0003\u0004', '<svg xmlns=', '<html>', ' %PDF-1.4', '%PDF', 'GIF89a', '\u0089PNG\r\n\u001a'];
    for (const text of others) {
      expect(await store.addFile(await fileOf(Buffer.from(text, 'latin1'), 'a.pdf'))).toEqual({ ok: false, error: { code: 'attachment.unknown-type' } });
    }
    expect(await held()).toEqual([]);
  });

  it('refuses empty, missing and unreadable sources', async () => {
    expect(await store.addFile(await fileOf(Buffer.alloc(0)))).toMatchObject({ error: { code: 'attachment.empty' } });
    expect(await store.addFile(join(folder, 'none'))).toMatchObject({ error: { code: 'attachment.unreadable' } });
    expect(await store.addFile(folder)).toMatchObject({ error: { code: 'attachment.unreadable' } });
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
    expect(await store.addFile(join(folder, 'dangling'))).toMatchObject({ error: { code: 'attachment.unreadable' } });
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      expect(await store.addFile(join(folder, 'pipe'))).toMatchObject({ error: { code: 'attachment.unreadable' } });
    }
    expect(await held()).toEqual([]);
  });

  it('refuses a file one byte over the limit before reading it', async () => {
    const path = await fileOf(pdf);
    await truncate(path, MAX_ATTACHMENT_BYTES + 1);
    expect(await store.addFile(path)).toMatchObject({ error: { code: 'attachment.too-large', evidence: { sizeBytes: MAX_ATTACHMENT_BYTES + 1 } } });
    expect(await held()).toEqual([]);
  });
});

describe('addStream', () => {
  it('stores a stream that has the hash and length it should', async () => {
    expect(await store.addStream({ sm3: hashOf(pdf), sizeBytes: pdf.length }, pieces(pdf))).toEqual({ ok: true, value: null });
    expect(await held()).toEqual([hashOf(pdf)]);
  });

  it('keeps nothing when one bit, the length or the hash differs', async () => {
    const flipped = Buffer.from(pdf);
    flipped[350_000] = (flipped[350_000] ?? 0) ^ 1;
    const sm3 = hashOf(pdf);
    const cases: [Uint8Array, number][] = [
      [flipped, pdf.length],
      [pdf.subarray(1), pdf.length],
      [pdf.subarray(0, pdf.length - 1), pdf.length],
      [Buffer.concat([pdf, Buffer.from('x')]), pdf.length],
      [pdf, pdf.length - 1],
      [pdf, pdf.length + 1],
      [Buffer.alloc(0), pdf.length],
    ];
    for (const [bytes, sizeBytes] of cases) {
      expect(await store.addStream({ sm3, sizeBytes }, pieces(bytes))).toMatchObject({ ok: false, error: { code: 'attachment.hash-differs' } });
      expect(await held()).toEqual([]);
    }
    expect(await store.has(sm3)).toBe(false);
    expect(await store.sizeOf(sm3)).toBeNull();
  });

  it('stops taking bytes once there are more than announced', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield await Promise.resolve(new Uint8Array(1000));
      }
    }
    expect(await store.addStream({ sm3: hashOf(pdf), sizeBytes: 10_000 }, endless())).toMatchObject({ ok: false });
    expect(given).toBe(11);
  });

  it('keeps nothing and passes the error on when the stream breaks', async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(pdf.subarray(0, 1000));
      throw new Error('stick pulled');
    }
    await expect(store.addStream({ sm3: hashOf(pdf), sizeBytes: pdf.length }, breaking())).rejects.toThrow('stick pulled');
    expect(await held()).toEqual([]);
  });
});

describe('read and copyTo', () => {
  it('copies the exact bytes to a chosen path, replacing what is there', async () => {
    await store.addFile(await fileOf(pdf));
    const target = await fileOf(Buffer.from('old'), '另存.pdf');
    await store.copyTo(hashOf(pdf), target);
    expect((await readFile(target)).equals(pdf)).toBe(true);
  });

  it('report a stored file that was altered, and copyTo leaves the target alone', async () => {
    await store.addFile(await fileOf(pdf));
    const sm3 = hashOf(pdf);
    const path = join(data, 'attachments', sm3.slice(0, 2), sm3);
    const bytes = await readFile(path);
    bytes[99] = 0;
    await writeFile(path, bytes);
    await expect(bytesOf(store.read(sm3))).rejects.toMatchObject({ code: 'attachment.damaged' });
    const target = await fileOf(Buffer.from('old'), '另存.pdf');
    await expect(store.copyTo(sm3, target)).rejects.toMatchObject({ code: 'attachment.damaged' });
    expect(await readFile(target, 'utf8')).toBe('old');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('take only a hash for a name', async () => {
    for (const name of ['../../etc/passwd', 'A'.repeat(64), '', `${'a'.repeat(64)}\n`]) {
      await expect(store.has(name as Sm3Hex)).rejects.toThrow('named by its hash');
    }
  });
});

describe('openAttachmentStore', () => {
  it('removes what interrupted writes left and keeps the rest', async () => {
    await store.addFile(await fileOf(pdf));
    await writeFile(join(data, 'attachments', `.${'ab'.repeat(12)}.tmp`), 'half');
    store = await openAttachmentStore({ directory: data });
    expect(await held()).toEqual([hashOf(pdf)]);
  });
});
