// The journal store on real folders as it writes and opens: bytes, chain, order, durability calls, recovery and refusal.
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sm3Hex } from '../../../shared/base/ids';
import { sm3Hex } from '../../../shared/crypto/sm3';
import type { JournalHead } from '../../../shared/ipc/contract';
import { GENESIS, MAX_LINE_BYTES, parseLine } from '../../../shared/journal/line';
import { openJournalStore } from '../../../electron/journal/journal-store';
import type { JournalStore } from '../../../electron/journal/ports';
import { collect, dropFolder, freshFolder, mustAppend, mustOpen, operator, other, owner, put } from './journal-fixture';
import { counting, failing } from './open-files-seen';

let folder: string;
let store: JournalStore;
const officialPath = () => join(folder, 'journals', `${owner}.ndjson`);

beforeEach(async () => {
  folder = await freshFolder();
  store = await mustOpen(folder);
});
afterEach(async () => {
  await store.close();
  await dropFolder(folder);
});

async function reopen(): Promise<void> {
  await store.close();
  store = await mustOpen(folder);
}

describe('append', () => {
  it('writes canonical lines, each naming the SM3 of the one before, and answers with their hashes', async () => {
    const written = await mustAppend(store, [put({ 名称: '甲' }), put({ b: 2, a: 1 }), { op: 'remove', table: 'planItems', id: operator, rev: 2 }]);
    const text = await readFile(officialPath(), 'utf8');
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines[1]).toMatch(/^\{"at":".{24}","author":"[0-9a-f]{32}","body":\{"a":1,"b":2\},"by":/);
    let prev: string = GENESIS;
    for (const [index, line] of lines.entries()) {
      const parsed = parseLine(line);
      expect(parsed).toMatchObject({ ok: true, value: { author: owner, seq: index + 1, prev, by: operator } });
      prev = sm3Hex(Buffer.from(line));
      expect(written[index]?.hash).toBe(prev);
    }
    expect(store.head('official', owner)).toEqual({ chain: 'official', author: owner, seq: 3, hash: prev, sizeBytes: Buffer.byteLength(text) });
  });

  it('keeps the working chain in a file and a sequence of its own', async () => {
    await mustAppend(store, [put()], 'official');
    const [line] = await mustAppend(store, [put()], 'working');
    expect(line).toMatchObject({ seq: 1, prev: GENESIS });
    expect((await readdir(join(folder, 'journals'))).sort()).toEqual(['.lock', `${owner}.ndjson`, `${owner}.working.ndjson`]);
  });

  it('costs one write and one fsync however many lines it takes', async () => {
    const changes = Array.from({ length: 300 }, () => put());
    const writes = await counting('write', () => counting('sync', () => counting('datasync', () => mustAppend(store, changes))));
    expect(writes.calls).toBe(1);
    expect(writes.value.calls).toBe(0);
    expect(writes.value.value.calls).toBe(1);
    expect(writes.value.value.value).toHaveLength(300);
  });

  it('keeps the order asked under 200 calls at once, on both chains', async () => {
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, i) => mustAppend(store, [put({ i }), put({ i })], i % 2 === 0 ? 'official' : 'working')),
    );
    for (const [i, lines] of results.entries()) expect(lines.map((line) => line.seq)).toEqual([Math.floor(i / 2) * 2 + 1, Math.floor(i / 2) * 2 + 2]);
    for (const chain of ['official', 'working'] as const) {
      const lines = await collect(store.readLines(chain, owner, 1));
      expect(lines.map((line) => (JSON.parse(line.text) as { body: { i: number } }).body.i)).toEqual(
        Array.from({ length: 200 }, (_, k) => Math.floor(k / 2) * 2 + (chain === 'official' ? 0 : 1)),
      );
    }
  });

  it('refuses a line over the limit and writes none of its companions', async () => {
    const result = await store.append('official', operator, [put(), put({ long: 'x'.repeat(MAX_LINE_BYTES) })]);
    expect(result).toMatchObject({ ok: false, error: { code: 'journal.line-too-long', evidence: { index: 1 } } });
    expect((await stat(officialPath())).size).toBe(0);
    await mustAppend(store, [put()]);
  });

  it('refuses what has no canonical form that could be read back', async () => {
    const hostile = { half: '\ud800', notANumber: Number.NaN, endless: Infinity, big: 1n };
    for (const [name, value] of Object.entries(hostile)) {
      expect([name, await store.append('official', operator, [put(), put({ value })])]).toMatchObject([
        name,
        { ok: false, error: { code: 'journal.bad-line', evidence: { index: 1 } } },
      ]);
    }
    expect((await stat(officialPath())).size).toBe(0);
  });

  it('leaves the file as it was after a failed write, and goes on afterwards', async () => {
    await mustAppend(store, [put()]);
    const before = await readFile(officialPath());
    const result = await failing('write', 'ENOSPC', () => store.append('official', operator, [put()]));
    expect(result).toMatchObject({ ok: false, error: { code: 'journal.disk-full' } });
    expect(await readFile(officialPath())).toEqual(before);
    await mustAppend(store, [put()]);
    expect(store.head('official', owner)?.seq).toBe(2);
    await reopen();
    expect(await collect(store.readLines('official', owner, 1))).toHaveLength(2);
  });

  it('takes a failed fsync back and writes nothing more until it is opened again', async () => {
    await mustAppend(store, [put()]);
    const before = await readFile(officialPath());
    const [first, queued] = await failing('datasync', 'EIO', () =>
      Promise.all([store.append('official', operator, [put()]), store.append('official', operator, [put()])]),
    );
    expect(first).toMatchObject({ ok: false, error: { code: 'journal.io', evidence: { system: 'EIO' } } });
    expect(queued).toMatchObject({ ok: false, error: { code: 'journal.closed', evidence: { reason: 'fsync-failed' } } });
    expect(await store.append('working', operator, [put()])).toMatchObject({ ok: false, error: { code: 'journal.closed' } });
    expect(await readFile(officialPath())).toEqual(before);
    await reopen();
    expect((await mustAppend(store, [put()]))[0]?.seq).toBe(2);
  });

  it('stops when somebody else has written into the file', async () => {
    await mustAppend(store, [put()]);
    await appendFile(officialPath(), 'foreign\n');
    expect(await store.append('official', operator, [put()])).toMatchObject({
      ok: false,
      error: { code: 'journal.closed', evidence: { reason: 'foreign-writer' } },
    });
    expect(await readFile(officialPath(), 'utf8')).toMatch(/foreign\n$/);
  });

  it('is refused after close, while calls made before it are finished', async () => {
    const pending = Array.from({ length: 20 }, () => mustAppend(store, [put()]));
    const closed = store.close();
    expect(await store.append('official', operator, [put()])).toMatchObject({ ok: false, error: { code: 'journal.closed' } });
    await closed;
    expect((await Promise.all(pending)).map((lines) => lines[0]?.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    store = await mustOpen(folder);
    expect(store.head('official', owner)?.seq).toBe(20);
  });

  it('tells growth after the lines are durable, and a failing listener harms nobody', async () => {
    const heads: JournalHead[] = [];
    const stop = store.onGrowth((head) => heads.push(head));
    const stopFailing = store.onGrowth(() => {
      throw new Error('listener');
    });
    await mustAppend(store, [put(), put()]);
    stop();
    stopFailing();
    await mustAppend(store, [put()]);
    expect(heads.map((head) => head.seq)).toEqual([2]);
  });
});

describe('openJournalStore', () => {
  it('starts empty with both own chains at seq 0', () => {
    expect(store.heads()).toEqual([
      { chain: 'official', author: owner, seq: 0, hash: GENESIS, sizeBytes: 0 },
      { chain: 'working', author: owner, seq: 0, hash: GENESIS, sizeBytes: 0 },
    ]);
    expect(store.head('official', other)).toBeNull();
  });

  it('cuts a torn tail at every length of the last line and goes on from the line before', async () => {
    await mustAppend(store, [put(), put()]);
    const kept = (await stat(officialPath())).size;
    await mustAppend(store, [put({ short: 'é' })]);
    const whole = await readFile(officialPath());
    await store.close();
    for (let size = kept; size < whole.length; size++) {
      await writeFile(officialPath(), whole.subarray(0, size));
      store = await mustOpen(folder);
      expect(store.head('official', owner)).toMatchObject({ seq: 2, sizeBytes: kept });
      expect((await stat(officialPath())).size).toBe(kept);
      await store.close();
    }
    store = await mustOpen(folder);
    expect((await mustAppend(store, [put()]))[0]?.seq).toBe(3);
  });

  it('cuts a first line that never got its end', async () => {
    await appendFile(officialPath(), '{"at":"2026');
    await reopen();
    expect(store.head('official', owner)?.seq).toBe(0);
    expect((await stat(officialPath())).size).toBe(0);
  });

  it('refuses a file whose last whole line is not a line, and changes nothing', async () => {
    await mustAppend(store, [put(), put()]);
    await store.close();
    const good = await readFile(officialPath());
    const start = good.lastIndexOf(0x0a, good.length - 2) + 1;
    const bad = [
      Buffer.concat([good.subarray(0, start), Buffer.from('{}\n')]),
      Buffer.concat([good, Buffer.from('\n')]),
      Buffer.concat([good, Buffer.from([0xff, 0x0a])]),
      Buffer.concat([good.subarray(0, start), Buffer.from(good.subarray(start).toString('utf8').replace(owner, other))]),
      Buffer.concat([good, Buffer.alloc(MAX_LINE_BYTES + 1, 0x61), Buffer.from('\n')]),
      Buffer.concat([good, Buffer.alloc(MAX_LINE_BYTES + 1, 0x61)]),
    ];
    for (const bytes of bad) {
      await writeFile(officialPath(), bytes);
      expect(await openJournalStore({ directory: folder, owner })).toMatchObject({
        ok: false,
        error: { code: 'journal.damaged', evidence: { author: owner, chain: 'official' } },
      });
      expect((await readFile(officialPath())).equals(bytes)).toBe(true);
    }
    await writeFile(officialPath(), good);
    store = await mustOpen(folder);
    expect(store.head('official', owner)?.seq).toBe(2);
  });

  it('refuses a journal that ends before its checkpoint or differs at it', async () => {
    const lines = await mustAppend(store, [put(), put()]);
    const hash = lines[1]?.hash as Sm3Hex;
    await store.saveCheckpoint({ author: owner, seq: 2, hash, at: '2026-03-02T01:20:11.123Z', signature: 'AA==' });
    await store.close();
    const good = await readFile(officialPath());
    const refusal = async (bytes: Uint8Array) => {
      await writeFile(officialPath(), bytes);
      const opened = await openJournalStore({ directory: folder, owner });
      if (!opened.ok) return opened.error.evidence?.['reason'];
      await opened.value.close();
      return 'opened';
    };
    expect(await refusal(good.subarray(0, good.length - 1))).toBe('lines-missing');
    expect(await refusal(Buffer.from(good.toString('utf8').replace(/(.*)养老/s, '$1养幼')))).toBe('head-differs');
    expect(await refusal(good)).toBe('opened');
  });

  it('does not open a folder that another store holds, and takes over what a dead process left', async () => {
    expect(await openJournalStore({ directory: folder, owner })).toMatchObject({ ok: false, error: { code: 'journal.locked', evidence: { pid: process.pid } } });
    await store.close();
    const lock = join(folder, 'journals', '.lock');
    await writeFile(lock, '1 someone\n');
    expect(await openJournalStore({ directory: folder, owner })).toMatchObject({ ok: false, error: { code: 'journal.locked', evidence: { pid: 1 } } });
    for (const left of ['4194304 dead\n', `${String(process.pid)} reused\n`, '']) {
      await writeFile(lock, left);
      store = await mustOpen(folder);
      await store.close();
      expect(await readdir(join(folder, 'journals'))).not.toContain('.lock');
    }
  });

  it('answers with a failure when the folder cannot be used', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await openJournalStore({ directory: join(folder, 'file'), owner })).toMatchObject({ ok: false, error: { code: 'journal.io' } });
  });
});
