// What an older version left behind is opened and marked, never thrown away at once.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '#shared/domain/registry';
import { createDb } from '../../../renderer/data/db';
import { isRecordTable } from '../../../renderer/data/tables';
import { currentStores } from '../../../renderer/data/versions/current';
import { v1 } from '../../../renderer/data/versions/v1';
import { v2 } from '../../../renderer/data/versions/v2';

describe('createDb', () => {
  it.each([[1, v1], [2, v2]] as const)('keeps the rows of version %i and marks them for a replay', async (version, tables) => {
    const old = new Dexie('opened-by-an-older-version');
    old.version(version).stores(tables);
    await old.table('tombstones').put({ id: 'x', rev: 3 });
    old.close();
    const db = createDb('opened-by-an-older-version');
    expect(await db.tombstones.count()).toBe(1);
    expect(await db.upkeep.toArray()).toEqual([{ name: 'replay' }]);
    await db.delete();
  });

  it('has nothing to do on a fresh database', async () => {
    const db = createDb('opened-for-the-first-time');
    expect(await db.upkeep.count()).toBe(0);
    await db.delete();
  });

  it('opens the tables of today, among them one for every kind of record', async () => {
    const db = createDb('opened-for-its-names');
    await db.open();
    expect(db.tables.map(({ name }) => name).sort()).toEqual(Object.keys(currentStores).sort());
    expect(Object.keys(RECORD_KINDS).filter((name) => !isRecordTable(name))).toEqual([]);
    await db.delete();
  });
});
