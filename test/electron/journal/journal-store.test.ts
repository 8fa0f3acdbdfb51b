// The journal store on real folders: bytes, chain, order, durability calls, recovery and refusal.
import { appendFile, open, readdir, readFile, stat, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sm3Hex } from '../../../shared/base/ids';
import { fromUtf8, utf8 } from '../../../shared/base/bytes';
import { sm3Hex } from '../../../shared/crypto/sm3';
import type { JournalHead } from '../../../shared/ipc/contract';
import { GENESIS, MAX_LINE_BYTES, parseLine } from '../../../shared/journal/line';
import { chainStart, verifyLine } from '../../../shared/journal/chain';
import { openJournalStore } from '../../../electron/journal/journal-store';
import type { JournalStore } from '../../../electron/journal/ports';
import { collect, dropFolder, freshFolder, mustAppend, mustOpen, operator, other, owner, put } from './journal-fixture';

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

async function counting<T>(method: 'datasync' | 'sync' | 'write', task: () => Promise<T>): Promise<{ calls: number; value: T }> {
  const restore: (() => void)[] = [];
  let calls = 0;
  await patchHandles(method, (original) => function (this: FileHandle, ...args: unknown[]) {
    calls += 1;
    return original.apply(this, args);
  }, restore);
  try {
    return { value: await task(), calls };
  } finally {
    for (const undo of restore) undo();
  }
}

type Method = (this: FileHandle, ...args: unknown[]) => unknown;

async function patchHandles(method: string, wrap: (original: Method) => Method, restore: (() => void)[]): Promise<void> {
  const sample = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(sample) as Record<string, Method>;
  await sample.close();
  const original = prototype[method];
  if (original === undefined) throw new Error(`no ${method}`);
  prototype[method] = wrap(original);
  restore.push(() => (prototype[method] = original));
}

async function failing<T>(method: string, code: string, task: () => Promise<T>): Promise<T> {
  const restore: (() => void)[] = [];
  await patchHandles(method, () => () => Promise.reject(Object.assign(new Error(code), { code })), restore);
  try {
    return await task();
  } finally {
    for (const undo of restore) undo();
  }
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

describe('readBytes', () => {
  it('gives the file in blocks of whole lines, from the start or from any line', async () => {
    for (let i = 0; i < 3; i++) await mustAppend(store, Array.from({ length: 400 }, (_, k) => put({ k, text: '字'.repeat(300) })));
    await mustAppend(store, [put({ long: 'x'.repeat(700_000) }), put()]);
    const file = await readFile(officialPath());
    const blocks = await collect(store.readBytes('official', owner, 0));
    expect(Buffer.concat(blocks).equals(file)).toBe(true);
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(block.at(-1)).toBe(0x0a);
    const middle = file.indexOf(0x0a, 500_000) + 1;
    expect(Buffer.concat(await collect(store.readBytes('official', owner, middle))).equals(file.subarray(middle))).toBe(true);
    expect(await collect(store.readBytes('official', owner, file.length))).toEqual([]);
    await expect(collect(store.readBytes('official', owner, middle + 1))).rejects.toThrow('start of a line');
  });

  it('stops at the head as it stood when it was asked', async () => {
    await mustAppend(store, [put()]);
    const stream = store.readBytes('official', owner, 0);
    const size = (await stat(officialPath())).size;
    await mustAppend(store, [put()]);
    expect(Buffer.concat(await collect(stream)).length).toBe(size);
  });

  it('R083 names the place when a middle line was altered', async () => {
    await mustAppend(store, Array.from({ length: 50 }, (_, i) => put({ mark: `m${String(i)}m` })));
    const text = await readFile(officialPath(), 'utf8');
    await writeFile(officialPath(), text.replace('m19m', 'm91m'));
    // Line 20 was altered: line 21 no longer names it.
    await expect(collect(store.readBytes('official', owner, 0))).rejects.toMatchObject({ code: 'journal.broken-chain', failure: { evidence: { seq: 21 } } });
    await expect(collect(store.readLines('official', owner, 1))).rejects.toMatchObject({ code: 'journal.broken-chain' });
    const behind = text.indexOf('m30m');
    const start = Buffer.byteLength(text.slice(0, text.indexOf('\n', behind) + 1));
    expect(Buffer.concat(await collect(store.readBytes('official', owner, start))).length).toBe(Buffer.byteLength(text) - start);
  });

  it('notices lines that vanished while the store was open', async () => {
    await mustAppend(store, [put(), put()]);
    await truncate(officialPath(), 100);
    await expect(collect(store.readBytes('official', owner, 0))).rejects.toMatchObject({ code: 'journal.broken-chain' });
  });
});

describe('hashAt and readLines', () => {
  it('find every line around the index steps, before and after reopening', async () => {
    const hashes: string[] = [];
    const grow = async (count: number) => {
      for (const line of await mustAppend(store, Array.from({ length: count }, () => put()))) hashes.push(line.hash);
    };
    const check = async () => {
      for (const seq of [1, 2, 511, 512, 513, 514, 1023, 1024, 1025, 1026, 1536, 1537, hashes.length - 1, hashes.length]) {
        if (seq > hashes.length) continue;
        expect(await store.hashAt(owner, seq)).toBe(hashes[seq - 1]);
        for await (const first of store.readLines('official', owner, seq)) {
          expect(first).toMatchObject({ seq, hash: hashes[seq - 1] });
          break;
        }
      }
      expect(await store.hashAt(owner, 0)).toBeNull();
      expect(await store.hashAt(owner, hashes.length + 1)).toBeNull();
      expect(await store.hashAt(other, 1)).toBeNull();
      expect(await collect(store.readLines('official', owner, hashes.length + 1))).toEqual([]);
    };
    await grow(512);
    await check();
    await grow(1);
    await check();
    await reopen();
    await grow(511);
    await check();
    await grow(1);
    await reopen();
    await check();
    await grow(700);
    await check();
    expect((await collect(store.readLines('official', owner, 1000))).map((line) => line.hash)).toEqual(hashes.slice(999));
  });
});

describe('appendReplica', () => {
  async function linesOf(count: number) {
    const theirs = await freshFolder();
    const source = await mustOpen(theirs, other);
    for (let i = 0; i < count; i++) await source.append('official', operator, [put({ i })]);
    const lines = await collect(source.readLines('official', other, 1));
    await source.close();
    await dropFolder(theirs);
    return lines.map((line) => ({ ...line, bytes: utf8(line.text) }));
  }

  it('keeps the author\'s exact lines, in steps, with one fsync each', async () => {
    const lines = await linesOf(9);
    await store.appendReplica(other, lines.slice(0, 3));
    expect((await counting('datasync', () => store.appendReplica(other, lines.slice(3, 8)))).calls).toBe(1);
    await reopen();
    await store.appendReplica(other, lines.slice(8));
    expect(await collect(store.readLines('official', other, 1))).toEqual(lines.map(({ seq, text, hash }) => ({ seq, text, hash })));
    expect(store.heads().map((head) => [head.author, head.seq])).toEqual([[owner, 0], [owner, 0], [other, 9]]);
    expect(await store.hashAt(other, 4)).toBe(lines[3]?.hash);
  });

  it('makes the name of a new file durable too', async () => {
    const lines = await linesOf(1);
    expect((await counting('sync', () => store.appendReplica(other, lines))).calls).toBe(1);
  });

  it('throws and stores nothing when lines leave a gap, repeat, belong to another, are altered or carry a wrong seq', async () => {
    const lines = await linesOf(4);
    await store.appendReplica(other, lines.slice(0, 2));
    const third = lines[2];
    if (third === undefined) throw new Error('no third line');
    await expect(store.appendReplica(other, lines.slice(3))).rejects.toThrow('journal.gap');
    await expect(store.appendReplica(other, lines.slice(1))).rejects.toThrow('journal.gap');
    await expect(store.appendReplica(owner, lines)).rejects.toThrow('another station');
    await expect(store.appendReplica('00000000000000000000000000000001' as typeof other, lines)).rejects.toThrow('journal.wrong-author');
    await expect(store.appendReplica(other, [{ ...third, seq: 4 }])).rejects.toThrow('own seq');
    const altered = { ...third, bytes: utf8(third.text.replace('"i":2', '"i":3')) };
    expect(altered.bytes).not.toEqual(third.bytes);
    await expect(store.appendReplica(other, [altered, ...lines.slice(3)])).rejects.toThrow('journal.broken-chain');
    expect(store.head('official', other)?.seq).toBe(2);
    await store.appendReplica(other, lines.slice(2));
    expect(store.head('official', other)?.seq).toBe(4);
  });

  it('rejects with the code of a full disk and keeps what was held', async () => {
    const lines = await linesOf(2);
    await store.appendReplica(other, lines.slice(0, 1));
    await expect(failing('write', 'ENOSPC', () => store.appendReplica(other, lines.slice(1)))).rejects.toMatchObject({ code: 'journal.disk-full' });
    await store.appendReplica(other, lines.slice(1));
    expect(store.head('official', other)?.seq).toBe(2);
  });
});

describe('saveCheckpoint', () => {
  it('keeps the newest checkpoint over lines that are held, across a restart', async () => {
    const lines = await mustAppend(store, [put(), put(), put()]);
    const at = '2026-03-02T01:20:11.123Z';
    const made = lines.map((line) => ({ author: owner, seq: line.seq, hash: line.hash, at, signature: 'AA==' }));
    expect(await store.checkpoint(owner)).toBeNull();
    const [first, second] = made;
    if (first === undefined || second === undefined) throw new Error('no lines');
    await store.saveCheckpoint(second);
    await store.saveCheckpoint(first);
    await reopen();
    expect(await store.checkpoint(owner)).toEqual(second);
    await expect(store.saveCheckpoint({ ...second, hash: first.hash })).rejects.toThrow('after the lines');
    await expect(store.saveCheckpoint({ ...second, seq: 9 })).rejects.toThrow('after the lines');
  });
});

describe('the journal as a whole', () => {
  const body = fc.dictionary(fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'), fc.jsonValue({ noUnicodeString: false }), { maxKeys: 4 });
  const calls = fc.array(fc.array(body, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  it('R083 gives back any sequence of appends, and any flipped byte is noticed', async () => {
    await fc.assert(
      fc.asyncProperty(calls, fc.nat(), fc.integer({ min: 1, max: 255 }), async (batches, where, flip) => {
        const place = await freshFolder();
        const journal = await mustOpen(place);
        try {
          const changes = batches.map((bodies) => bodies.map((each) => put(each)));
          for (const batch of changes) await mustAppend(journal, batch);
          const lines = await collect(journal.readLines('official', owner, 1));
          let at = chainStart(owner);
          for (const [i, change] of changes.flat().entries()) {
            const verified = verifyLine(at, lines[i]?.text ?? '');
            if (!verified.ok) throw new Error(verified.error.code);
            at = verified.value;
            const { op, table, id, rev } = verified.value.line;
            expect({ op, table, id, rev, body: 'body' in verified.value.line ? verified.value.line.body : null }).toEqual(JSON.parse(JSON.stringify(change)));
          }
          expect(at).toMatchObject({ seq: lines.length, hash: journal.head('official', owner)?.hash });

          const path = join(place, 'journals', `${owner}.ndjson`);
          const bytes = await readFile(path);
          const index = where % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ flip;
          await writeFile(path, bytes);
          await expect(collect(journal.readBytes('official', owner, 0))).rejects.toMatchObject({ code: 'journal.broken-chain' });
        } finally {
          await journal.close();
          await dropFolder(place);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers other work while it reads a long journal', async () => {
    await mustAppend(store, Array.from({ length: 3000 }, () => put({ text: '字'.repeat(200) })));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const blocks = await collect(store.readBytes('official', owner, 0));
    clearInterval(timer);
    expect(blocks.length).toBeGreaterThan(5);
    expect(turns).toBeGreaterThan(1);
    expect(fromUtf8(blocks[0] ?? new Uint8Array()).startsWith('{"at":')).toBe(true);
  });
});
