// The journal store on real folders as it is read and as it holds others' journals: blocks, places, replicas, checkpoints.
import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../../shared/base/bytes';
import { chainStart, verifyLine } from '../../../shared/journal/chain';
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
