// Projections over journals in memory: stations, fresh databases that are deleted after each test, ids in a known order.
import { afterEach } from 'vitest';
import type { StationId } from '#shared/base/ids';
import { type FakeDesk } from '../../../../renderer/bridge/fake-desk';
import { createDb, type DeskDb } from '../../../../renderer/data/db';
import type { Progress } from '../../../../renderer/data/port';
import { createProjection } from '../../../../renderer/data/worker/projection';

export const OWN = '1'.repeat(32) as StationId;
export const UNIT = '2'.repeat(32) as StationId;
export const COUNTY = '3'.repeat(32) as StationId;

const open: DeskDb[] = [];
let serial = 0;

export function freshDb(): DeskDb {
  const db = createDb(`projection-${String(serial++)}`);
  open.push(db);
  return db;
}

export function start(fake: FakeDesk, db = freshDb(), batchLines = 3) {
  const told: Progress[] = [];
  const projection = createProjection({
    db,
    batchLines,
    readJournal: fake.readJournal,
    onProgress: (progress) => void told.push(progress),
  });
  return { db, projection, told, sync: (rebuild = false) => projection.sync(fake.heads(), rebuild) };
}

export function station(author: StationId, regionCode: string, fake: FakeDesk) {
  return { ...fake.station, stationId: author, regionCode };
}

/** Deletes what the tests opened: to be called in a test file. */
export function deleteOpened(): void {
  afterEach(async () => {
    for (const db of open.splice(0)) await db.delete();
  });
}

export function uuid(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** Random bytes that count, so that ids stand in the order they were made in. */
export function counting(): (size: number) => Uint8Array {
  let next = 1;
  return (size) => {
    const bytes = new Uint8Array(size);
    new DataView(bytes.buffer).setUint32(4, next++);
    return bytes;
  };
}

export function fail(): never {
  throw new Error('nothing there');
}
