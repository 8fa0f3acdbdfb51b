import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnedBy } from '#shared/base/ids';
import { stationIdOf } from '#shared/crypto/keys';
import { parseLine } from '#shared/journal/line';
import { removeUnfinished, setUpStation } from '../../../electron/station/set-up';
import { codeOf, countyRequest, freshFolders, hostOf, PASSPHRASE, PASSWORD, unitRequest, valueOf } from './support';

const STEPS = ['key', 'passwords', 'lines', 'profile', 'rename'] as const;

describe('setUpStation', () => {
  it('writes station, operators and buyer as the first official lines, by the first operator', async () => {
    const folders = await freshFolders();
    const { station } = valueOf(await setUpStation(folders, unitRequest));
    const text = await readFile(join(folders.station, 'journals', `${station.stationId}.ndjson`), 'utf8');
    const lines = text.trim().split('\n').map((line) => valueOf(parseLine(line)));
    expect(lines.map(({ table, op }) => `${op} ${table}`)).toEqual(['put stations', 'put operators', 'put operators', 'put buyers']);
    expect(new Set(lines.map(({ by }) => by))).toEqual(new Set([lines[1]?.id]));
    expect(lines.every(({ id }) => isOwnedBy(id, station.stationId))).toBe(true);
    expect(lines[0]).toMatchObject({ body: { ...station } });
  });

  it('names the station by its own key', async () => {
    const { station, fingerprint } = valueOf(await setUpStation(await freshFolders(), countyRequest));
    expect(stationIdOf(Buffer.from(station.publicKey, 'base64'))).toBe(station.stationId);
    expect(fingerprint.replaceAll(' ', '').toLowerCase()).toBe(station.stationId);
  });

  it('puts neither password, passphrase nor recovery code into any file', async () => {
    const folders = await freshFolders();
    const { recoveryCode } = valueOf(await setUpStation(folders, unitRequest));
    const files = (await readdir(folders.data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const contents = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')));
    const secrets = [PASSWORD, PASSPHRASE, recoveryCode].map((secret) => Buffer.from(secret).toString('latin1'));
    expect(files.length).toBeGreaterThan(4);
    expect(secrets.filter((secret) => contents.some((content) => content.includes(secret)))).toEqual([]);
  });

  it.each(STEPS)('leaves no station when it is cut short before the step %s, and succeeds afterwards', async (stopAt) => {
    const folders = await freshFolders();
    const cut = setUpStation(folders, unitRequest, {
      onStep: (step) => {
        if (step === stopAt) throw new Error('power cut');
      },
    });
    await expect(cut).rejects.toThrow('power cut');
    const host = hostOf(folders);
    expect((await host.state()).phase).toBe('new');
    expect(await readdir(folders.data)).toEqual([]);
    valueOf(await host.create(unitRequest));
    expect((await host.state()).phase).toBe('locked');
  });

  it('accepts a credit code whose check digit is wrong and normalises its writing', async () => {
    const { station } = valueOf(await setUpStation(await freshFolders(), { ...countyRequest, uscc: ' 11150824011612340y ' }));
    expect(station.uscc).toBe('11150824011612340Y');
  });

  it.each([
    [{ ...unitRequest, name: '' }, 'name'],
    [{ ...unitRequest, regionCode: '110101' }, 'regionCode'],
    [{ ...unitRequest, uscc: '123' }, 'uscc'],
    [{ ...unitRequest, buyer: null }, 'buyer'],
    [{ ...countyRequest, buyer: unitRequest.buyer }, 'buyer'],
    [{ ...unitRequest, operators: [{ name: '\u202e人', post: '科员', password: PASSWORD }] }, 'operators.0'],
  ])('refuses a bad profile before any key is made (%#)', async (request, field) => {
    const folders = await freshFolders();
    expect(await setUpStation(folders, request)).toEqual({ ok: false, error: { code: 'station.bad-profile', evidence: { field } } });
    expect(await readdir(folders.data)).toEqual([]);
  });

  it('never replaces a station', async () => {
    const folders = await freshFolders();
    const { station } = valueOf(await setUpStation(folders, unitRequest));
    expect(codeOf(await setUpStation(folders, countyRequest))).toBe('station.already-set-up');
    expect((await hostOf(folders).state()).station).toEqual(station);
  });
});

describe('removeUnfinished', () => {
  it('removes the side folder and never a station, finished or damaged', async () => {
    const folders = await freshFolders();
    valueOf(await setUpStation(folders, unitRequest));
    await rm(join(folders.station, 'station.json'));
    await writeFile(join(folders.data, 'other'), '');
    await removeUnfinished(folders);
    expect((await readdir(folders.data)).sort()).toEqual(['other', 'station']);
  });
});
