import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { db, type DraftRow } from '../../../renderer/data/db';
import { heldDrafts, heldRows } from '../../../renderer/data/held-rows';
import { newRecordId } from '../../../renderer/data/new-id';

const own = '1'.repeat(32) as StationId;
const draft = (rev: number) => ({ id: newRecordId(own), rev }) as DraftRow;
const [listed, binned, gone] = [draft(3), draft(4), newRecordId(own)];

beforeEach(async () => {
  await Promise.all([db.drafts.clear(), db.bin.clear()]);
  await db.drafts.put(listed);
  await db.bin.put(binned);
});

describe('held rows', () => {
  // A look for each of a few ids; of many, all keys of the table at once.
  it.each([0, 1000])('are found among ids of which %i more are not there', async (more) => {
    const ids: RecordId[] = [gone, listed.id, binned.id, ...Array.from({ length: more }, () => newRecordId(own))];
    expect([...(await heldRows(db.drafts, ids))]).toEqual([[listed.id, listed]]);
    expect(new Map(await heldDrafts(db, ids))).toEqual(new Map([[listed.id, listed], [binned.id, binned]]));
  });

  it('are found in a table much larger than what is asked for', async () => {
    await db.drafts.bulkPut(Array.from({ length: 2500 }, () => draft(1)));
    const ids = [gone, listed.id, ...Array.from({ length: 200 }, () => newRecordId(own))];
    expect([...(await heldRows(db.drafts, ids))]).toEqual([[listed.id, listed]]);
  });

  it('are none where nothing is asked for', async () => {
    expect((await heldDrafts(db, [])).size).toBe(0);
  });
});
