// The journal store under kill -9 and on a full disk: nothing acknowledged is lost, nothing half-written stays.
import { execFileSync, spawn } from 'node:child_process';
import { open, readFile, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainStart, verifyLine } from '../../../shared/journal/chain';
import type { JournalStore } from '../../../electron/journal/ports';
import { buildProgram } from '../../faults/support/program';
import { removeTempFolders } from '../bundle/support/office';
import { collect, dropFolder, freshFolder, mustAppend, mustOpen, operator, owner, put } from './journal-fixture';

const KILLS = 24;
const chains = ['official', 'working'] as const;

describe('append under kill -9', () => {
  let program: string;
  let folder: string;
  beforeAll(async () => {
    program = await buildProgram('electron/journal/append-until-killed.ts');
    folder = await freshFolder();
  });
  afterAll(async () => {
    await removeTempFolders();
    await dropFolder(folder);
  });

  it(`keeps every acknowledged line through ${String(KILLS)} kills, and the chains stay whole`, async () => {
    const acknowledged = new Map<string, string>();
    let killedWhileWriting = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const printed = await killedAfter(program, folder, (kill * 7) % 60);
      for (const line of printed) {
        const [chain, seq, hash] = line.split(' ');
        acknowledged.set(`${String(chain)} ${String(seq)}`, String(hash));
      }
      if (printed.length > 0) killedWhileWriting += 1;

      const store = await mustOpen(folder);
      for (const chain of chains) await expectWhole(store, chain, acknowledged);
      // The process that was killed is not in the way, and the chain goes on.
      const [line] = await mustAppend(store, [put()]);
      acknowledged.set(`official ${String(line?.seq)}`, String(line?.hash));
      await store.close();
    }
    expect(killedWhileWriting).toBeGreaterThan(KILLS / 2);
  }, 180_000);
});

async function expectWhole(store: JournalStore, chain: 'official' | 'working', acknowledged: Map<string, string>): Promise<void> {
  const held = new Map<string, string>();
  let at = chainStart(owner);
  for await (const { text, seq, hash } of store.readLines(chain, owner, 1)) {
    const verified = verifyLine(at, text);
    if (!verified.ok) throw new Error(`${verified.error.code} at ${String(seq)}`);
    at = verified.value;
    held.set(`${chain} ${String(seq)}`, hash);
  }
  for (const [place, hash] of acknowledged) {
    if (place.startsWith(chain)) expect(held.get(place)).toBe(hash);
  }
}

/** Runs the program until `afterMs` past its first line, kills it, and gives what it had acknowledged. */
async function killedAfter(program: string, folder: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => { resolve(signal); }));
  const printed: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const started = new Promise<void>((resolve) => lines.once('line', () => { resolve(); }));
  // The pipe may hold a half line when the process dies; it is no acknowledgement of a whole one.
  lines.on('line', (line) => { if (/^(official|working) \d+ [0-9a-f]{64}$/.test(line)) printed.push(line); });
  await Promise.race([started, ended]);
  await sleep(afterMs);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  return printed;
}

describe('append on a full disk', () => {
  it('leaves the file as before, says so, and goes on when there is room again', async () => {
    const disk = await smallDisk();
    try {
      const store = await mustOpen(disk.folder);
      const path = join(disk.folder, 'journals', `${owner}.ndjson`);
      let failures = 0;
      let lines = 0;
      for (let round = 0; round < 6; round++) {
        for (;;) {
          const before = await readFile(path);
          const result = await store.append('official', operator, Array.from({ length: 5 }, () => put({ text: 'x'.repeat(3000 + round * 500) })));
          if (result.ok) {
            lines += 5;
            continue;
          }
          failures += 1;
          expect(result.error.code).toBe('journal.disk-full');
          expect((await readFile(path)).equals(before)).toBe(true);
          break;
        }
        await disk.freeSome();
        await mustAppend(store, [put()]);
        lines += 1;
      }
      expect(failures).toBe(6);
      expect(await collect(store.readLines('official', owner, 1))).toHaveLength(lines);
      await store.close();
      const again = await mustOpen(disk.folder);
      expect(again.head('official', owner)).toMatchObject({ seq: lines, sizeBytes: (await stat(path)).size });
      await again.close();
    } finally {
      await disk.drop();
    }
  });
});

interface SmallDisk {
  readonly folder: string;
  freeSome(): Promise<void>;
  drop(): Promise<void>;
}

/** A real file system of 1 MiB where one may be mounted; elsewhere writes that stop short and then fail like one. */
async function smallDisk(): Promise<SmallDisk> {
  const folder = await freshFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return limitedWrites(folder);
  }
  for (let i = 0; i < 6; i++) await writeFile(join(folder, `ballast-${String(i)}`), Buffer.alloc(100_000));
  let left = 6;
  return {
    folder,
    freeSome: () => rm(join(folder, `ballast-${String(--left)}`)),
    async drop() {
      // Lazily: a test that failed may have left the store open on it.
      execFileSync('umount', ['-l', folder]);
      await dropFolder(folder);
    },
  };
}

async function limitedWrites(folder: string): Promise<SmallDisk> {
  const sample = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(sample) as { write: FileHandle['write'] };
  await sample.close();
  const original = prototype.write;
  let room = 100_000;
  prototype.write = async function (this: FileHandle, bytes: Uint8Array, from: number, length: number, position: number) {
    if (room === 0) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    const taken = Math.min(room, length);
    room -= taken;
    return (original as (this: FileHandle, ...args: unknown[]) => unknown).call(this, bytes, from, taken, position);
  } as FileHandle['write'];
  return {
    folder,
    freeSome: async () => { room += 100_000; await Promise.resolve(); },
    async drop() {
      prototype.write = original;
      await dropFolder(folder);
    },
  };
}
