import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import { paperMarkText } from '#shared/bundle/paper-mark';
import { db } from '../../../../renderer/data/db';
import { checkPaper } from '../../../../renderer/features/exchange/paper-check';
import { planItem } from '../../data/support/records';

const OWN = '1'.repeat(32) as StationId;
const OTHER = '2'.repeat(32) as StationId;
const ID = '11111111-1111-8111-9111-111111111111' as RecordId;
const sm3 = (digits: string) => digits.repeat(32) as Sm3Hex;
const envelope = { seq: 1, rev: 3, hash: sm3('aa'), at: '2026-03-05T00:00:00Z', by: ID } as const;
const bundle = (bundleId: string, hash: Sm3Hex) => paperMarkText({ kind: 'bundle', bundleId, sm3: hash });

beforeAll(async () => {
  const heads = [{ author: OWN, seq: 1, hash: sm3('aa') }];
  await db.dispatches.put({ ...envelope, id: ID, author: OWN, body: { bundleId: '150824-11111111-2026-0001', bundleSm3: sm3('01'), fileName: 'a.gfb', sizeBytes: 1, recipientId: OTHER, heads } });
  await db.receipts.bulkPut([
    { ...envelope, id: `${ID.slice(0, -1)}2` as RecordId, author: OWN, body: { bundleId: '150824-22222222-2026-0009', bundleSm3: sm3('02'), senderId: OTHER, heads } },
    { ...envelope, id: `${ID.slice(0, -1)}3` as RecordId, author: OTHER, body: { bundleId: '150824-33333333-2026-0001', bundleSm3: sm3('03'), senderId: OWN, heads } },
  ]);
  await db.planItems.put({ ...envelope, id: ID, author: OWN, body: planItem(ID) });
});
afterAll(() => db.delete());

describe('checkPaper', () => {
  it('finds the bundle sealed or opened here by number and SM3 together', async () => {
    expect(await checkPaper(bundle('150824-11111111-2026-0001', sm3('01')), OWN)).toMatchObject({ kind: 'same-bundle', way: 'sent' });
    expect(await checkPaper(bundle('150824-22222222-2026-0009', sm3('02')), OWN)).toMatchObject({ kind: 'same-bundle', way: 'opened' });
  });

  it('tells another file under the same number from a bundle that never was here', async () => {
    expect(await checkPaper(bundle('150824-11111111-2026-0001', sm3('02')), OWN)).toMatchObject({ kind: 'other-bundle' });
    expect(await checkPaper(bundle('150824-11111111-2026-0002', sm3('01')), OWN)).toMatchObject({ kind: 'unknown-bundle' });
  });

  it('does not take another office’s receipt for an opening here', async () => {
    expect(await checkPaper(bundle('150824-33333333-2026-0001', sm3('03')), OWN)).toMatchObject({ kind: 'unknown-bundle' });
  });

  it('compares a paper that had not left with the record as it stands', async () => {
    const line = (recordId: RecordId, hash: Sm3Hex) => paperMarkText({ kind: 'line', recordId, sm3: hash });
    expect(await checkPaper(line(ID, sm3('aa')), OWN)).toEqual({ kind: 'same-record', rev: 3 });
    expect(await checkPaper(line(ID, sm3('bb')), OWN)).toEqual({ kind: 'changed-record', rev: 3 });
    expect(await checkPaper(line(`${ID.slice(0, -1)}9` as RecordId, sm3('aa')), OWN)).toEqual({ kind: 'unknown-record' });
  });

  it('says that it could not read', async () => {
    expect(await checkPaper('<script>', OWN)).toEqual({ kind: 'unreadable' });
  });
});
