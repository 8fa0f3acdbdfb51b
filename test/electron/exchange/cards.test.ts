import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, countyRequest, unitRequest, valueOf } from '../station/support';
import { deskAtWork, freshFolder, type TestDesk } from './support';

async function cardOf(desk: TestDesk): Promise<string> {
  desk.answers.save = join(await freshFolder(), 'card.gfcard');
  valueOf(await desk.handlers.saveCard({}));
  return desk.answers.save;
}

async function readCode(desk: TestDesk, path: string): Promise<string> {
  desk.answers.files = [path];
  return codeOf(await desk.handlers.readCard({}));
}

describe('saveCard', () => {
  it('writes a card that another station reads, with the fingerprint to compare', async () => {
    const [unit, county] = [await deskAtWork(unitRequest), await deskAtWork(countyRequest)];
    county.answers.files = [await cardOf(unit)];
    const { card } = valueOf(await county.handlers.readCard({}));
    expect(card).toMatchObject({ stationId: unit.place().journal.owner, name: unitRequest.name, officeKind: 'unit', fingerprint: unit.place().fingerprint });
  });

  it('remembers the folder and says nothing was saved when the user thinks better of it', async () => {
    const unit = await deskAtWork(unitRequest);
    const path = await cardOf(unit);
    expect(path.startsWith(unit.settings.current.lastFolder ?? 'none')).toBe(true);
    unit.answers.save = null;
    expect(valueOf(await unit.handlers.saveCard({}))).toEqual({ fileName: null });
  });

  it('needs the key open', async () => {
    const unit = await deskAtWork(unitRequest);
    unit.place().vault.lock();
    expect(codeOf(await unit.handlers.saveCard({}))).toBe('vault.locked');
  });
});

describe('readCard', () => {
  it('refuses a card of the other environment, either way', async () => {
    const [real, drill] = [await deskAtWork(countyRequest), await deskAtWork(unitRequest, 'training')];
    expect(await readCode(real, await cardOf(drill))).toBe('card.other-environment');
    expect(await readCode(drill, await cardOf(real))).toBe('card.other-environment');
  });

  it('refuses what is no card, too long, a folder, or changed', async () => {
    const [unit, county] = [await deskAtWork(unitRequest), await deskAtWork(countyRequest)];
    const folder = await freshFolder();
    const text = await readFile(await cardOf(unit), 'utf8');
    const cases: readonly [string, string | Uint8Array, string][] = [
      ['empty', '', 'card.unreadable'],
      ['text', '你好', 'card.unreadable'],
      ['bytes', new Uint8Array([0xff, 0xfe]), 'card.unreadable'],
      ['long', text + ' '.repeat(70_000), 'card.unreadable'],
      ['renamed', text.replace(unitRequest.name, '另外一个单位'), 'card.bad-signature'],
    ];
    for (const [name, content, code] of cases) {
      await writeFile(join(folder, name), content);
      expect(await readCode(county, join(folder, name)), name).toBe(code);
    }
    await mkdir(join(folder, 'folder'));
    expect(await readCode(county, join(folder, 'folder'))).toBe('card.unreadable');
    expect(await readCode(county, join(folder, 'missing'))).toBe('card.unreadable');
  });

  it("tells the station's own card apart", async () => {
    const unit = await deskAtWork(unitRequest);
    expect(await readCode(unit, await cardOf(unit))).toBe('card.own');
  });
});
