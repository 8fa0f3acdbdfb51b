import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { recordIdSchema } from '#shared/base/ids';
import { stationStateSchema } from '#shared/ipc/contract';
import { stationFolders } from '../../../electron/station/folders';
import { codeOf, freshFolders, hostOf, PASSPHRASE, PASSWORD, signInFirst, stationAtWork, unitRequest, valueOf } from './support';

describe('createStationHost', () => {
  it('starts new and asks for nothing', async () => {
    const host = hostOf(await freshFolders());
    expect(await host.state()).toEqual({
      phase: 'new', environment: 'real', damage: null, station: null, fingerprint: null, operators: [], signedInAs: null, keyUnlocked: false,
    });
    expect(codeOf(host.workplace())).toBe('session.not-signed-in');
  });

  it('is locked after set-up, with both operators to choose from and the key locked', async () => {
    const host = hostOf(await freshFolders());
    valueOf(await host.create(unitRequest));
    const state = stationStateSchema.parse(await host.state());
    expect(state).toMatchObject({ phase: 'locked', signedInAs: null, keyUnlocked: false });
    expect(state.operators.map(({ name, post, active }) => [name, post, active])).toEqual([['起草人', '科员', true], ['复核人', '科长', true]]);
  });

  it.each([['training', 'real'], ['real', 'training']] as const)('opens no %s station in a folder for %s business, however its files came there', async (made, place) => {
    const folders = await freshFolders(made);
    const host = hostOf(folders);
    const { station } = valueOf(await host.create(unitRequest));
    expect(station.environment).toBe(made);
    await host.close();
    const moved = hostOf(stationFolders(folders.data, place));
    expect(await moved.state()).toMatchObject({ phase: 'damaged', environment: place, damage: 'station.other-environment', station: null });
    await replaceIn(join(folders.station, 'station.json'), `"${made}"`, `"${place}"`);
    const relabelled = hostOf(stationFolders(folders.data, place));
    expect(await relabelled.state()).toMatchObject({ phase: 'damaged', damage: 'station.damaged' });
  });

  it('makes one station of two requests at once', async () => {
    const host = hostOf(await freshFolders());
    const answers = await Promise.all([host.create(unitRequest), host.create(unitRequest)]);
    expect(answers.map(codeOf)).toEqual(['ok', 'station.already-set-up']);
  });

  it('signs an operator in by password only', async () => {
    const { host } = await stationAtWork();
    const { operators } = await host.state();
    host.session.end('signed-out');
    const operatorId = operators[0]?.id ?? recordIdSchema.parse('');
    expect(codeOf(await host.signIn({ operatorId, password: '不是这个口令' }))).toBe('operator.wrong-password');
    expect(codeOf(await host.signIn({ operatorId, password: `${PASSWORD}-2` }))).toBe('operator.wrong-password');
    expect((await host.state()).phase).toBe('locked');
    expect(codeOf(await host.signIn({ operatorId, password: PASSWORD }))).toBe('ok');
    expect(await host.state()).toMatchObject({ phase: 'ready', signedInAs: operatorId });
  });

  it('knows no operator of another station', async () => {
    const { host } = await stationAtWork();
    const stranger = recordIdSchema.parse('00000000-0000-8000-8000-000000000000');
    expect(codeOf(await host.signIn({ operatorId: stranger, password: PASSWORD }))).toBe('operator.unknown');
  });

  it('slows down guessing', async () => {
    const { host } = await stationAtWork();
    const operatorId = (await host.state()).operators[0]?.id ?? recordIdSchema.parse('');
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) codes.push(codeOf(await host.signIn({ operatorId, password: `${PASSWORD}-猜` })));
    expect(codes).toContain('operator.try-later');
  });

  it('locks the key with the session and tells the page once', async () => {
    const onLock = vi.fn();
    const { host, place } = await stationAtWork(unitRequest, { onLock });
    valueOf(await place.vault.unlock(PASSPHRASE));
    expect((await host.state()).keyUnlocked).toBe(true);
    host.session.end('signed-out');
    host.session.end('signed-out');
    expect(onLock).toHaveBeenCalledOnce();
    expect(await host.state()).toMatchObject({ phase: 'locked', keyUnlocked: false });
    expect(codeOf(host.workplace())).toBe('session.not-signed-in');
  });

  it('lets a new operator sign in and tells the page that the journal grew', async () => {
    const onGrowth = vi.fn();
    const { host } = await stationAtWork(unitRequest, { onGrowth });
    const entry = valueOf(await host.addOperator({ name: '新来的人', post: '科员', password: '另一个口令-2026' }));
    expect(onGrowth).toHaveBeenCalledOnce();
    expect((await host.state()).operators).toContainEqual(entry);
    host.session.end('signed-out');
    expect(codeOf(await host.signIn({ operatorId: entry.id, password: '另一个口令-2026' }))).toBe('ok');
  });

  it('adds nobody while nobody is signed in', async () => {
    const { host } = await stationAtWork();
    host.session.end('signed-out');
    expect(codeOf(await host.addOperator({ name: '甲', post: '科员', password: PASSWORD }))).toBe('session.not-signed-in');
  });

  it('finds everything again after closing', async () => {
    const { host, folders } = await stationAtWork();
    const before = await host.state();
    await host.close();
    const again = hostOf(folders);
    expect(await again.state()).toEqual({ ...before, phase: 'locked', signedInAs: null });
    await signInFirst(again);
    expect((await again.state()).phase).toBe('ready');
  });

  const damages: readonly [string, (station: string, id: string) => Promise<void>, string][] = [
    ['the profile is gone', (station) => rm(join(station, 'station.json')), 'station.damaged'],
    ['the profile is no JSON', (station) => writeFile(join(station, 'station.json'), '{'), 'station.damaged'],
    ['the own journal is gone', (station, id) => rm(join(station, 'journals', `${id}.ndjson`)), 'journal.damaged'],
    ['the profile names another office', (station) => replaceIn(join(station, 'station.json'), '"unit"', '"county"'), 'station.damaged'],
    ['the profile bears another name', (station) => replaceIn(join(station, 'station.json'), '民政局', '财政局'), 'station.damaged'],
    ['the passwords are gone', (station) => rm(join(station, 'vault', 'operators.json')), 'operator.store-damaged'],
    ['the working journal is gone', (station, id) => rm(join(station, 'journals', `${id}.working.ndjson`)), 'journal.damaged'],
    ['a replica is gone that has a checkpoint', (station) => writeFile(join(station, 'checkpoints', `${'7'.repeat(32)}.json`), '{}'), 'journal.damaged'],
    ['a middle line of the own journal was altered', (station, id) => replaceIn(join(station, 'journals', `${id}.ndjson`), '科员', '科长'), 'journal.broken-chain'],
    ['the own journal is empty', (station, id) => writeFile(join(station, 'journals', `${id}.ndjson`), ''), 'journal.damaged'],
    ['the own journal holds a foreign line', (station, id) => appendFile(join(station, 'journals', `${id}.ndjson`), '{"v":1}\n'), 'journal.damaged'],
  ];
  it.each(damages)('is damaged, not new, when %s; it changes no file and offers no set-up', async (_what, damage, code) => {
    const { host, folders, place } = await stationAtWork();
    await host.close();
    await damage(folders.station, place.journal.owner);
    const files = await readdir(folders.station, { recursive: true });
    const again = hostOf(folders);
    expect(await again.state()).toMatchObject({ phase: 'damaged', damage: code });
    expect(codeOf(await again.create(unitRequest))).toBe('station.already-set-up');
    expect((await readdir(folders.station, { recursive: true })).filter((name) => !name.endsWith('.lock')).sort()).toEqual(files.sort());
  });
});

async function replaceIn(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(from, to));
}
