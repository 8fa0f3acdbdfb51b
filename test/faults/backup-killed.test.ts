// Processes killed while they back up or restore (F01, F32): what was called made is whole, what was acknowledged is there, and nothing has to
// be cleared up by hand.

import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeTempFolders } from '../electron/bundle/support/office';
import { attach, computerAt, keptStation, QUIET_JOB } from '../electron/backup/support';
import { codeOf, PASSPHRASE, valueOf } from '../electron/station/support';
import { buildProgram } from './support/program';

let program = '';

beforeAll(async () => {
  program = await buildProgram('electron/backup/until-killed.ts');
});

afterAll(removeTempFolders);

describe('backing up until it is killed', () => {
  it('leaves every backup that was called made, each of them whole, and goes on by itself', async () => {
    const { host, folders, at } = await keptStation();
    await attach(at, 2_000_000);
    await host.close();
    const made = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const words = await runUntilKilled('back-up', folders.data, round);
      const newest = wordsOf(words, 'made').at(-1);
      if (newest !== undefined) made.add(newest);
      expect(words.filter((word) => word.startsWith('backup.'))).toEqual([]);
      const after = computerAt(folders);
      const { backups, unreadable } = valueOf(await after.backups.list(null));
      expect(unreadable).toBe(0);
      if (newest !== undefined) expect(backups.map(({ madeAt }) => madeAt)).toContain(newest);
      for (const { token } of backups) expect(codeOf(await after.backups.examine(token, null, QUIET_JOB))).toBe('ok');
      await after.host.close();
    }
    expect(made.size).toBeGreaterThan(2);
  }, 180_000);
});

describe('restoring until it is killed', () => {
  it('loses no line that was acknowledged, before or after', async () => {
    const { host, folders, at, backups } = await keptStation();
    await attach(at, 2_000_000);
    valueOf(await backups.make('asked', null));
    await host.close();
    let acknowledged = 0;
    let restored = 0;
    for (let round = 0; round < 8; round++) {
      const words = await runUntilKilled('restore', folders.data, round);
      acknowledged = Math.max(acknowledged, ...wordsOf(words, 'written').map(Number));
      restored += words.filter((word) => word === 'restored').length;
      expect(words.filter((word) => word.startsWith('backup.'))).toEqual([]);
      const after = computerAt(folders);
      expect((await after.host.state()).phase).toBe('locked');
      const { journal, attachments } = after.host.services() ?? {};
      expect(journal?.head('working', at.journal.owner)?.seq).toBeGreaterThanOrEqual(acknowledged);
      for await (const _line of journal?.readLines('working', at.journal.owner, 1) ?? []);
      expect(attachments).toBeDefined();
      await after.host.close();
    }
    expect(acknowledged).toBeGreaterThan(5);
    expect(restored).toBeGreaterThan(0);
  }, 180_000);
});

const wordsOf = (words: readonly string[], which: string) => words.filter((word) => word.startsWith(`${which} `)).map((word) => word.slice(which.length + 1));

/** Kills it some moments after its n-th word. */
async function runUntilKilled(work: string, data: string, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, work, data, PASSPHRASE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => { resolve(signal); }));
  let said = '';
  const due = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.split('\n').length - 1 > 1 + (round % 4)) resolve();
    });
  });
  await Promise.race([due, ended]);
  await sleep((round * 17) % 150);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  // The last word may be cut.
  return said.split('\n').slice(0, -1);
}
