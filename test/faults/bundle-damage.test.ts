// Chance damage on the way: flipped bits, cut ends, bytes added. Nothing of it may pass, nothing may stay behind.

import { createHash, randomInt } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContainer } from '../../electron/bundle/container';
import { openBundle } from '../../electron/bundle/open';
import { DEFLATED, readZipDirectory } from '../../electron/bundle/zip-directory';
import { type Office, removeTempFolders, snapshot, tempFolder } from '../electron/bundle/support/office';
import { createPair, openAt, sealFor, submit } from '../electron/bundle/support/pair';

const FLIPS = 300;
const CUTS = 120;

let county: Office;
let whole: Buffer;
let content: string | null;
/** The last bits of a deflate stream are padding that no unpacker reads: a flip there changes nothing. */
let lastOfDeflated: ReadonlySet<number>;
let path: string;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { unit, county: receiver } = await createPair();
  county = receiver;
  await submit(unit, 3000);
  whole = await readFile((await sealFor(unit, county)).path);
  path = join(await tempFolder('damaged'), 'x.gfb');
  content = await contentOf(whole);
  const file = await open(path, 'r');
  const entries = await readZipDirectory(file, whole.length);
  await file.close();
  lastOfDeflated = new Set(entries.filter(({ method }) => method === DEFLATED).map(({ dataStart, packedBytes }) => dataStart + packedBytes - 1));
  before = await snapshot(county.folder);
});
afterAll(removeTempFolders);

/** Every entry's name and bytes, unpacked; null when the container is refused. */
async function contentOf(bytes: Buffer): Promise<string | null> {
  await writeFile(path, bytes);
  try {
    const container = await openContainer(path);
    try {
      const digest = createHash('sha256');
      for (const entry of container.entries) digest.update(`${entry.name}\0`).update(await container.readWhole(entry));
      return digest.digest('hex');
    } finally {
      await container.close();
    }
  } catch {
    return null;
  }
}

async function codeFor(bytes: Buffer): Promise<string> {
  await writeFile(path, bytes);
  const opened = await openBundle(county, { path });
  return opened.ok ? 'accepted' : opened.error.code;
}

describe('openBundle', () => {
  it(`refuses one flipped bit that changes anything, at ${String(FLIPS)} random places and in every byte of the directories`, async () => {
    const directory = whole.readUInt32LE(whole.length - 6);
    const places = Array.from({ length: FLIPS }, () => randomInt(whole.length));
    for (let at = directory; at < whole.length; at += 3) places.push(at);
    places.push(...lastOfDeflated);
    const accepted: number[] = [];
    for (const at of places) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << randomInt(8));
      if (lastOfDeflated.has(at) && (await contentOf(damaged)) === content) continue;
      if (!(await codeFor(damaged)).startsWith('bundle.')) accepted.push(at);
    }
    expect(accepted).toEqual([]);
    expect(await snapshot(county.folder)).toEqual(before);
  });

  it(`refuses a file cut short, at ${String(CUTS)} random places and around every border inside it`, async () => {
    const borders = [0, 1, whole.length - 1, whole.length - 22];
    for (const signature of ['PK\u0003\u0004', 'PK\u0007\u0008', 'PK\u0001\u0002', 'PK\u0005\u0006']) {
      for (let at = whole.indexOf(signature, 0, 'latin1'); at !== -1; at = whole.indexOf(signature, at + 1, 'latin1')) borders.push(at - 1, at, at + 1);
    }
    const places = [...borders.filter((at) => at >= 0), ...Array.from({ length: CUTS }, () => randomInt(whole.length))];
    const codes = new Set<string>();
    for (const at of places) codes.add(await codeFor(whole.subarray(0, at)));
    expect([...codes]).toEqual(['bundle.bad-container']);
    expect(await snapshot(county.folder)).toEqual(before);
  });

  it('refuses bytes added at the end, at the start and inside', async () => {
    for (const added of [1, 22, 4096]) {
      const more = Buffer.alloc(added, 0x50);
      for (const at of [0, whole.length, randomInt(1, whole.length)]) {
        expect(await codeFor(Buffer.concat([whole.subarray(0, at), more, whole.subarray(at)]))).toBe('bundle.bad-container');
      }
    }
    expect(await codeFor(Buffer.concat([whole, whole]))).toBe('bundle.bad-container');
    expect(await snapshot(county.folder)).toEqual(before);
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text file', Buffer.from('不是封装包'.repeat(100))],
    ['a picture', Buffer.from('89504e470d0a1a0a'.repeat(30), 'hex')],
    ['zeros, as a stick pulled too early leaves them', Buffer.alloc(5000)],
  ])('refuses %s chosen by mistake', async (_, bytes) => {
    expect(await codeFor(bytes)).toBe('bundle.bad-container');
  });

  it('says so when the file is gone or is a folder', async () => {
    const folder = await tempFolder('nothing');
    for (const missing of [join(folder, 'none.gfb'), folder]) {
      expect(await openBundle(county, { path: missing })).toMatchObject({ ok: false, error: { code: 'bundle.unreadable' } });
    }
    expect(await snapshot(county.folder)).toEqual(before);
  });

  it('still takes the undamaged file after all of this', async () => {
    await writeFile(path, whole);
    expect((await openAt(county, path)).nothingNew).toBe(false);
  });
});
