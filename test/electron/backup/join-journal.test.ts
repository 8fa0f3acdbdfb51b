// Journals with real lines, cut, damaged and gone on with differently; what can be put together must be exactly what the chain proves.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { chainStart, hashLine } from '#shared/journal/chain';
import { encodeLine, GENESIS, type JournalLine } from '#shared/journal/line';
import { asResult } from '../../../electron/lib/refusal';
import { type JoinCounts, joinJournal } from '../../../electron/backup/join-journal';
import type { BackedUpJournal } from '#shared/backup/manifest';

const AUTHOR = 'a'.repeat(32) as StationId;
const ID = `${'a'.repeat(8)}-aaaa-8aaa-8000-000000000000` as RecordId;

/** `count` lines after `before`; `mark` makes them differ from others of the same place. */
function linesAfter(before: readonly Buffer[], count: number, mark: string): Buffer[] {
  const lines = [...before];
  for (let index = 0; index < count; index++) {
    const last = lines.at(-1);
    const line: JournalLine = {
      v: 1, author: AUTHOR, seq: lines.length + 1, prev: last === undefined ? GENESIS : hashLine(last), at: '2026-03-02T01:20:11.123Z',
      by: ID, op: 'put', table: 'drafts', id: ID, rev: 1, body: { mark, text: `第${String(lines.length + 1)}条` },
    };
    lines.push(Buffer.from(encodeLine(line)));
  }
  return lines.slice(before.length);
}

const fileOf = (lines: readonly Buffer[]) => Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
const headOf = (lines: readonly Buffer[]): BackedUpJournal => {
  const last = lines.at(-1);
  return { chain: 'working', author: AUTHOR, seq: lines.length, hash: last === undefined ? chainStart(AUTHOR).hash : hashLine(last), sizeBytes: fileOf(lines).length };
};

/** In blocks of odd lengths, as files come. */
async function* inBlocks(bytes: Buffer, size = 700): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function join(backup: readonly Buffer[] | null, present: Buffer | null) {
  const counts: JoinCounts = { gained: 0, kept: 0, dropped: 0, fromBundles: 0, unreadable: 0 };
  const sides = {
    author: AUTHOR,
    backup: backup === null ? null : { blocks: inBlocks(fileOf(backup)), head: headOf(backup) },
    present: present === null ? null : inBlocks(present, 333),
  };
  const lines: Buffer[] = [];
  for await (const { bytes } of joinJournal(sides, counts)) lines.push(Buffer.from(bytes));
  return { lines, counts };
}

beforeAll(readyCrypto);

describe('joinJournal', () => {
  it('is the backup where there is nothing', async () => {
    const all = linesAfter([], 6, 'a');
    expect(await join(all, null)).toEqual({ lines: all, counts: { gained: 6, kept: 0, dropped: 0, fromBundles: 0, unreadable: 0 } });
  });

  it('is what is here where the backup knows nothing of it', async () => {
    const all = linesAfter([], 6, 'a');
    expect(await join(null, fileOf(all))).toEqual({ lines: all, counts: { gained: 0, kept: 6, dropped: 0, fromBundles: 0, unreadable: 0 } });
  });

  it('keeps what was written after the backup, and what the backup has and this machine lost, at any two lengths', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.nat(30), fc.nat(600), async (backedUp, here, torn) => {
        const all = linesAfter([], Math.max(backedUp, here), 'a');
        const cut = fileOf(all.slice(0, here));
        // A last line whose write was interrupted was never acknowledged.
        const tail = (all[here] ?? Buffer.alloc(0)).subarray(0, Math.min(torn, (all[here] ?? []).length));
        const joined = await join(all.slice(0, backedUp), Buffer.concat([cut, tail]));
        expect(joined.lines).toEqual(all);
        expect(joined.counts).toEqual({ gained: Math.max(0, backedUp - here), kept: Math.max(0, here - backedUp), dropped: 0, fromBundles: 0, unreadable: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('finds its way over damage that the backup covers, to the lines behind it', async () => {
    const all = linesAfter([], 20, 'a');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 18 }), fc.nat(3), fc.nat(400), fc.integer({ min: 1, max: 255 }), async (backedUp, line, at, turn) => {
        const present = fileOf(all);
        const start = fileOf(all.slice(0, line)).length;
        const place = start + (at % (all[line]?.length ?? 1));
        present[place] = (present[place] ?? 0) ^ turn;
        const joined = await join(all.slice(0, backedUp), present);
        expect(joined.lines).toEqual(all);
        expect(joined.counts).toMatchObject({ kept: 20 - backedUp, unreadable: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('takes no line behind the backup that its successor does not prove', async () => {
    const all = linesAfter([], 12, 'a');
    // A digit of a sum turned into another: still a line, still canonical.
    const spoilt = Buffer.from(all[8]?.toString('utf8').replace('第9条', '第8条') ?? '');
    expect(spoilt.equals(all[8] ?? spoilt)).toBe(false);
    const joined = await join(all.slice(0, 6), fileOf([...all.slice(0, 8), spoilt, ...all.slice(9)]));
    expect(joined.lines).toEqual(all.slice(0, 8));
    expect(joined.counts).toEqual({ gained: 0, kept: 2, dropped: 0, fromBundles: 0, unreadable: 4 });
  });

  it('keeps a line that the damaged one behind it proves', async () => {
    const all = linesAfter([], 12, 'a');
    const present = fileOf(all);
    present[fileOf(all.slice(0, 8)).length + 200] = 0x07;
    const joined = await join(all.slice(0, 6), present);
    expect(joined.lines).toEqual(all.slice(0, 8));
    expect(joined.counts).toMatchObject({ kept: 2, unreadable: 4 });
  });

  it('puts the backup in the place of lines that contradict it, and counts them', async () => {
    const common = linesAfter([], 5, 'a');
    const backup = [...common, ...linesAfter(common, 4, 'a')];
    const other = [...common, ...linesAfter(common, 7, 'b')];
    expect(await join(backup, fileOf(other))).toEqual({ lines: backup, counts: { gained: 4, kept: 0, dropped: 7, fromBundles: 0, unreadable: 0 } });
  });

  it('calls a spoilt line no contradiction: the backup has it whole', async () => {
    const all = linesAfter([], 9, 'a');
    const spoilt = Buffer.from(all[3]?.toString('utf8').replace('第4条', '第5条') ?? '');
    const joined = await join(all, fileOf([...all.slice(0, 3), spoilt, ...all.slice(4)]));
    expect(joined).toEqual({ lines: all, counts: { gained: 6, kept: 0, dropped: 0, fromBundles: 0, unreadable: 0 } });
  });

  it('takes nothing from a file of another author or of no lines at all', async () => {
    const all = linesAfter([], 4, 'a');
    const foreign = Buffer.from(fileOf(linesAfter([], 9, 'a')).toString('utf8').replaceAll(`"author":"${AUTHOR}"`, `"author":"${'c'.repeat(32)}"`));
    for (const present of [foreign, Buffer.alloc(0), Buffer.from('\n\n\n'), Buffer.alloc(3_000_000, 0x61)]) {
      expect((await join(all, present)).lines).toEqual(all);
    }
  });

  it('refuses a backup whose own lines do not hold together', async () => {
    const all = linesAfter([], 6, 'a');
    const [first, second, ...others] = all;
    for (const wrong of [[first, ...others], [second, ...others], [...all, ...linesAfter([], 1, 'a')]]) {
      const lines = wrong as Buffer[];
      expect(await asResult(() => join(lines, null))).toMatchObject({ ok: false, error: { code: 'backup.damaged', evidence: { part: 'journals' } } });
    }
  });

  it('refuses a backup that ends elsewhere than its manifest says', async () => {
    const all = linesAfter([], 6, 'a');
    const counts: JoinCounts = { gained: 0, kept: 0, dropped: 0, fromBundles: 0, unreadable: 0 };
    const run = async (bytes: Buffer) => {
      for await (const _line of joinJournal({ author: AUTHOR, backup: { blocks: inBlocks(bytes), head: headOf(all) }, present: null }, counts));
    };
    for (const bytes of [fileOf(all.slice(0, 5)), fileOf([...all, ...linesAfter(all, 1, 'a')]), fileOf(all).subarray(0, -1), Buffer.alloc(0)]) {
      expect(await asResult(() => run(bytes))).toMatchObject({ ok: false, error: { code: 'backup.damaged' } });
    }
  });
});
