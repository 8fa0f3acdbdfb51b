import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import { db, type Row } from '../../../renderer/data/db';
import { readExchangeHeads } from '../../../renderer/data/exchange-heads';

const OWN = '2'.repeat(32) as StationId;
const SUPERIOR = '3'.repeat(32) as StationId;
const SUBORDINATE = '4'.repeat(32) as StationId;
const HASH = 'a'.repeat(64) as Sm3Hex;

let count = 0;
function row<Body>(author: StationId, body: Body): Row<Body> {
  count += 1;
  return { id: `row-${String(count)}` as RecordId, author, seq: count, rev: 1, hash: HASH, at: '2026-03-02T01:20:11.123Z', by: 'operator' as RecordId, body };
}
const heads = (seq: number) => [{ author: OWN, seq, hash: HASH }];
const dispatch = (recipientId: StationId, seq: number) =>
  row(OWN, { bundleId: `b-${String(seq)}`, bundleSm3: HASH, fileName: 'b.gfb', sizeBytes: 1, recipientId, heads: heads(seq) });
const receipt = (author: StationId, seq: number) => row(author, { bundleId: `b-${String(seq)}`, bundleSm3: HASH, senderId: OWN, heads: heads(seq) });
const admission = (stationId: StationId, relation: 'superior' | 'subordinate') =>
  row(OWN, {
    stationId, relation, name: '甲', officeKind: 'county' as const, regionCode: '150428', uscc: '11150428MB2345678W',
    publicKey: 'AA==', state: 'admitted' as const, comparedBy: 'phone' as const, admittedBy: 'operator' as RecordId,
  });

beforeEach(() => db.open());
afterEach(() => db.delete());

describe('readExchangeHeads', () => {
  it('counts only what went to a superior and what a superior acknowledged', async () => {
    await db.admissions.bulkPut([admission(SUPERIOR, 'superior'), admission(SUBORDINATE, 'subordinate')]);
    await db.dispatches.bulkPut([dispatch(SUPERIOR, 5), dispatch(SUBORDINATE, 9)]);
    await db.receipts.bulkPut([receipt(SUPERIOR, 4), receipt(SUBORDINATE, 99)]);
    expect(await readExchangeHeads(OWN)).toEqual({ exportedSeq: 5, receivedSeq: 4 });
  });

  it('counts every answer of an office with nobody above it', async () => {
    await db.admissions.bulkPut([admission(SUBORDINATE, 'subordinate')]);
    await db.dispatches.bulkPut([dispatch(SUBORDINATE, 9)]);
    await db.receipts.bulkPut([receipt(SUBORDINATE, 8)]);
    expect(await readExchangeHeads(OWN)).toEqual({ exportedSeq: 9, receivedSeq: 8 });
  });

  it('leaves out our own receipts and receipts for others', async () => {
    await db.receipts.bulkPut([receipt(OWN, 7), row(SUPERIOR, { bundleId: 'x', bundleSm3: HASH, senderId: SUBORDINATE, heads: heads(7) })]);
    expect((await readExchangeHeads(OWN)).receivedSeq).toBe(0);
  });
});
