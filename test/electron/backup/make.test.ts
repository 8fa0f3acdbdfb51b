// Backups of a real station on real disks: what they hold, what they cost, what happens when the disk does not play along.

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder } from '../../../electron/journal/folder-lock';
import { stationFolders } from '../../../electron/station/folders';
import { smallDisk } from '../bundle/support/small-disk';
import { freshFolder } from '../exchange/support';
import { codeOf, freshFolders, PASSWORD, signInFirst, valueOf } from '../station/support';
import { attach, computerAt, failureOf, filesBelow, isThere, keptStation, type Kept, newest, PROOF, QUIET_JOB, restore, stationTree, treeOf, write } from './support';

const DAY_MS = 86_400_000;

async function shelfOf({ folders, place }: Kept): Promise<string> {
  const root = join(place.folder ?? folders.backups, 'goufu-backup');
  const [station = ''] = await readdir(root);
  return join(root, station);
}
const manifestsOf = async (kept: Kept) => (await readdir(await shelfOf(kept))).filter((name) => name.endsWith('.json')).sort();
const piecesOf = async (kept: Kept) => (await filesBelow(join(await shelfOf(kept), 'pieces'))).filter((name) => !name.endsWith('.tmp'));

describe('makeBackup', () => {
  it('says what is inside: records that are alive by kind, attachments, lines of all chains', async () => {
    const kept = await keptStation();
    await write(kept.at, 3, 'working', 'drafts');
    await write(kept.at, 2, 'official', 'planItems');
    await write(kept.at, 1, 'official', 'contracts');
    await attach(kept.at, 2_500_000);
    const before = kept.at.journal.heads().reduce((sum, { seq }) => sum + seq, 0);
    const { manifest } = valueOf(await kept.backups.make('asked', null));
    expect(manifest.counts).toEqual({ planItems: 2, decisions: 0, contracts: 1, acceptances: 0, drafts: 3, attachments: 1, lines: before });
    expect(manifest.station).toEqual(kept.at.profile);
    expect(await newest(kept.backups)).toMatchObject({ reason: 'asked', name: '乌拉特旗民政局', counts: manifest.counts });
    expect(kept.log.lines.map(({ code }) => code)).toEqual(['backup.made']);
  });

  it('writes only what is new, whatever the station holds', async () => {
    const kept = await keptStation();
    await attach(kept.at, 3_000_000);
    await kept.backups.make('asked', null);
    const first = await piecesOf(kept);
    kept.clock.now = new Date(kept.clock.now.getTime() + 60_000);
    await write(kept.at, 1);
    await kept.backups.make('asked', null);
    // The working journal's one piece, and nothing else.
    expect((await piecesOf(kept)).filter((piece) => !first.includes(piece))).toHaveLength(1);
  });

  it('is whole while lines are written beside it: each chain up to one moment', async () => {
    const kept = await keptStation();
    await attach(kept.at, 4_000_000);
    await write(kept.at, 2000);
    let going = true;
    const writing = (async () => {
      while (going) await write(kept.at, 5);
    })();
    const { manifest } = valueOf(await kept.backups.make('asked', null));
    going = false;
    await writing;
    expect(kept.at.journal.head('working', kept.at.journal.owner)?.seq).toBeGreaterThan(manifest.journals.find(({ chain }) => chain === 'working')?.seq ?? 0);
    const other = computerAt(await freshFolders());
    valueOf(await restore(other, kept.folders.backups));
    expect((await other.host.state()).phase).toBe('locked');
  });

  it('lets old ones go with the pieces that only they held', async () => {
    const kept = await keptStation();
    const start = Date.parse('2026-11-02T02:00:00.000Z');
    for (let day = 0; day < 12; day++) {
      kept.clock.now = new Date(start + day * DAY_MS);
      await write(kept.at, 1);
      valueOf(await kept.backups.make('daily', null));
    }
    const names = await manifestsOf(kept);
    expect(names.map((name) => name.slice(6, 8))).toEqual(['07', '08', '09', '10', '11', '12', '13'].sort());
    const named = new Set<string>();
    for (const name of names) {
      const text = await readFile(join(await shelfOf(kept), name), 'utf8');
      for (const piece of text.match(/[0-9a-f]{64}/g) ?? []) named.add(piece);
    }
    expect((await piecesOf(kept)).map((path) => path.slice(3)).filter((piece) => !named.has(piece))).toEqual([]);
  });

  it('removes no piece while one backup cannot be read: it may be named there', async () => {
    const kept = await keptStation();
    await kept.backups.make('daily', null);
    const [name = ''] = await manifestsOf(kept);
    await writeFile(join(await shelfOf(kept), name), '');
    const before = await piecesOf(kept);
    for (let day = 1; day < 12; day++) {
      kept.clock.now = new Date(kept.clock.now.getTime() + DAY_MS);
      await write(kept.at, 1);
      valueOf(await kept.backups.make('daily', null));
    }
    expect(before.filter(Boolean).length).toBeGreaterThan(0);
    const now = await piecesOf(kept);
    expect(before.filter((piece) => !now.includes(piece))).toEqual([]);
    expect(valueOf(await kept.backups.list(null)).unreadable).toBe(1);
  });

  it('writes a spoilt piece again within a week, while the station still has it', async () => {
    const kept = await keptStation();
    await attach(kept.at, 1_000);
    await kept.backups.make('daily', null);
    const shelf = await shelfOf(kept);
    for (const piece of await piecesOf(kept)) await spoil(join(shelf, 'pieces', piece));
    const examined = await kept.backups.examine((await newest(kept.backups)).token, null, QUIET_JOB);
    expect(failureOf(examined)).toContain('backup.damaged');
    kept.clock.now = new Date(kept.clock.now.getTime() + 7 * DAY_MS);
    valueOf(await kept.backups.make('daily', null));
    expect(codeOf(await kept.backups.examine((await newest(kept.backups)).token, null, QUIET_JOB))).toBe('ok');
  });

  it('leaves what was there when the disk is full at any moment, and says so', async () => {
    const kept = await keptStation();
    await attach(kept.at, 1_500_000);
    for (const room of [4_096, 65_536, 1_200_000]) {
      const disk = await smallDisk(room);
      kept.place.folder = disk.folder;
      expect(failureOf(await kept.backups.make('daily', null))).toMatch(/^backup\.disk-full/);
      expect(valueOf(await kept.backups.list(disk.folder)).backups).toEqual([]);
      expect((await kept.backups.state()).trouble?.code).toBe('backup.disk-full');
      disk.resize(32_000_000);
      valueOf(await kept.backups.make('daily', null));
      expect(codeOf(await kept.backups.examine((await newest(kept.backups, disk.folder)).token, null, QUIET_JOB))).toBe('ok');
      expect((await kept.backups.state()).trouble).toBeNull();
      await disk.drop();
    }
  });

  it('tells a folder that takes nothing, and one that is gone', async () => {
    const kept = await keptStation();
    const disk = await smallDisk(4_000_000);
    await disk.makeReadOnly();
    onTestFinished(() => disk.drop());
    kept.place.folder = disk.folder;
    expect(failureOf(await kept.backups.make('daily', null))).toMatch(/^backup\.folder-not-writable/);
    const file = join(await freshFolder(), 'no-folder');
    await writeFile(file, '');
    kept.place.folder = file;
    expect(failureOf(await kept.backups.make('daily', null))).toMatch(/^backup\.folder-lost/);
    // The place where a stick was: nothing is made there.
    kept.place.folder = join(await freshFolder(), 'stick');
    expect(failureOf(await kept.backups.make('daily', null))).toMatch(/^backup\.folder-lost/);
    expect(await isThere(kept.place.folder)).toBe(false);
    expect(await kept.backups.state()).toMatchObject({ last: null, sameDisk: null, trouble: { code: 'backup.folder-lost' } });
    expect(kept.log.lines.map(({ code }) => code)).toEqual(['backup.folder-not-writable', 'backup.folder-lost', 'backup.folder-lost']);
  });

  it('stops when asked, and leaves no half backup', async () => {
    const kept = await keptStation();
    await attach(kept.at, 5_000_000);
    const stop = new AbortController();
    const made = await kept.backups.make('asked', null, { signal: stop.signal, onProgress: ({ done }) => { if (done > 1_000_000) stop.abort(); } });
    expect(codeOf(made)).toBe('backup.cancelled');
    expect(valueOf(await kept.backups.list(null)).backups).toEqual([]);
    expect((await kept.backups.state()).trouble).toBeNull();
  });

  it('keeps out of a folder in which somebody else is writing', async () => {
    const kept = await keptStation();
    await kept.backups.make('daily', null);
    const lock = valueOf(await lockFolder(await shelfOf(kept), () => undefined));
    expect(codeOf(await kept.backups.make('daily', null))).toBe('backup.in-use');
    await lock.release();
    expect(codeOf(await kept.backups.make('daily', null))).toBe('ok');
  });

  it('makes no backup of a journal that is damaged under it', async () => {
    const kept = await keptStation();
    await write(kept.at, 50);
    const path = join(kept.folders.station, 'journals', `${kept.at.journal.owner}.working.ndjson`);
    const bytes = await readFile(path);
    bytes[2_000] = (bytes[2_000] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(failureOf(await kept.backups.make('daily', null))).toMatch(/^journal\.broken-chain/);
    expect(valueOf(await kept.backups.list(null)).backups).toEqual([]);
  });

  it('leaves a file that is no part of a station where it is', async () => {
    const kept = await keptStation();
    await mkdir(join(kept.folders.station, 'bundles', 'work'), { recursive: true });
    await writeFile(join(kept.folders.station, 'bundles', 'work', '1.tmp'), 'x');
    await writeFile(join(kept.folders.station, 'note.txt'), 'x');
    const { manifest } = valueOf(await kept.backups.make('daily', null));
    expect(manifest.files.map(({ path }) => path).filter((path) => path.includes('work/') || path.includes('note'))).toEqual([]);
  });
});

describe('makeDaily', () => {
  it('makes one a day as days are counted in Shanghai', async () => {
    const kept = await keptStation();
    const made: string[] = [];
    for (const at of ['2026-11-30T02:00:00.000Z', '2026-11-30T15:59:00.000Z', '2026-11-30T16:01:00.000Z', '2026-12-01T15:00:00.000Z']) {
      kept.clock.now = new Date(at);
      await kept.backups.makeDaily();
      made.push((await kept.backups.state()).last?.madeAt ?? '');
    }
    expect(made).toEqual(['2026-11-30T02:00:00.000Z', '2026-11-30T02:00:00.000Z', '2026-11-30T16:01:00.000Z', '2026-11-30T16:01:00.000Z']);
  });

  it('needs nobody to be signed in, and does nothing where there is no station', async () => {
    const kept = await keptStation();
    kept.host.session.end('signed-out');
    await kept.backups.makeDaily();
    expect((await kept.backups.state()).last?.reason).toBe('daily');
    const empty = computerAt(await freshFolders());
    await empty.backups.makeDaily();
    expect(await isThere(empty.folders.backups)).toBe(false);
  });

  it('tells after a start where the backups lie and when the last was made', async () => {
    const kept = await keptStation();
    await kept.backups.makeDaily();
    const { last } = await kept.backups.state();
    await kept.host.close();
    const again = computerAt(stationFolders(kept.folders.data, 'real'));
    await signInFirst(again.host, PASSWORD);
    expect(await again.backups.state()).toEqual({ folder: kept.folders.backups, chosen: false, sameDisk: true, last, held: 1, trouble: null, restored: null });
  });
});

describe('a backup on a shelf', () => {
  it('can be carried away: the folder alone is enough on another computer', async () => {
    const kept = await keptStation();
    await write(kept.at, 20);
    await attach(kept.at, 2_000_000);
    const stick = await freshFolder();
    valueOf(await kept.backups.make('asked', stick));
    await kept.host.close();
    const expected = await stationTree(kept.folders);
    await rm(kept.folders.data, { recursive: true });
    await rm(kept.folders.backups, { recursive: true, force: true });
    for (const chosen of [stick, join(stick, 'goufu-backup'), join(stick, 'goufu-backup', kept.at.journal.owner)]) {
      const other = computerAt(await freshFolders());
      valueOf(await restore(other, chosen, PROOF));
      await other.host.close();
      expect(await stationTree(other.folders)).toEqual(expected);
    }
  });

  it('is checked and put together by hand as FORMAT.md says: openssl and cat', async () => {
    const kept = await keptStation();
    await write(kept.at, 3000);
    const { manifest } = valueOf(await kept.backups.make('asked', null));
    const shelf = await shelfOf(kept);
    const [name = ''] = await manifestsOf(kept);
    const [text = '', digest] = (await readFile(join(shelf, name), 'utf8')).split('\n');
    expect(execFileSync('openssl', ['dgst', '-sm3', '-r'], { input: text }).toString().split(' ')[0]).toBe(digest);
    const path = `journals/${kept.at.journal.owner}.working.ndjson`;
    const pieces = manifest.files.find((file) => file.path === path)?.pieces ?? [];
    expect(pieces.length).toBeGreaterThan(1);
    const joined = execFileSync('cat', pieces.map((piece) => join(shelf, 'pieces', piece.slice(0, 2), piece)), { maxBuffer: 64_000_000 });
    expect(joined.equals(await readFile(join(kept.folders.station, path)))).toBe(true);
  });

  it('holds no secret in the clear: of keys and passwords only what the station has on its disk too', async () => {
    const kept = await keptStation();
    const { manifest } = valueOf(await kept.backups.make('asked', null));
    expect(manifest.files.map(({ path }) => path).filter((path) => path.startsWith('vault/')).sort()).toEqual(
      Object.keys(await treeOf(kept.folders.station)).filter((path) => path.startsWith('vault/')).sort(),
    );
    for (const piece of await piecesOf(kept)) {
      const text = await readFile(join(await shelfOf(kept), 'pieces', piece), 'utf8');
      expect(text).not.toContain(PROOF.passphrase);
      expect(text).not.toContain('BEGIN PRIVATE KEY');
    }
  });
});

async function spoil(path: string): Promise<void> {
  await chmod(path, 0o644);
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x20;
  await writeFile(path, bytes);
}
