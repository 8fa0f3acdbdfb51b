import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AdmissionBook, copyBook, noteAdmission, resolveTrust } from '../../../electron/bundle/trust';
import { createRecordId, type RecordId, type StationId } from '../../../shared/base/ids';
import { toBase64 } from '../../../shared/crypto/base64';
import { encodeSpki, stationIdOf } from '../../../shared/crypto/keys';
import { generateKeyPair } from '../../../shared/crypto/sm2';
import { readyCrypto } from '../../../shared/crypto/sm3';
import type { Admission, OfficeKind } from '../../../shared/domain/office';
import type { JournalLine } from '../../../shared/journal/line';

const random = (size: number) => randomBytes(size);

interface Someone {
  readonly id: StationId;
  readonly kind: OfficeKind;
  readonly publicKey: string;
}
let unit: Someone;
let otherUnit: Someone;
let county: Someone;
let league: Someone;
let region: Someone;

beforeAll(async () => {
  await readyCrypto();
  const make = (kind: OfficeKind): Someone => {
    const spki = encodeSpki(generateKeyPair(random).publicKey);
    return { id: stationIdOf(spki) as StationId, kind, publicKey: toBase64(spki) };
  };
  [unit, otherUnit, county, league, region] = [make('unit'), make('unit'), make('county'), make('league'), make('region')];
});

function admission(voucher: Someone, other: Someone, relation: Admission['relation'], more: Partial<Admission> & { recordId?: RecordId } = {}): JournalLine {
  const { recordId = createRecordId(voucher.id, random), ...fields } = more;
  const body = {
    stationId: other.id, name: '某局', officeKind: other.kind, regionCode: '150422', uscc: '11150422MB0000000X', publicKey: other.publicKey,
    relation, state: 'admitted', comparedBy: 'phone', admittedBy: recordId, ...fields,
  };
  return { v: 1, author: voucher.id, seq: 1, prev: '0'.repeat(64), at: '', by: recordId, op: 'put', table: 'admissions', id: recordId, rev: 1, body } as never;
}

function trustOf(owner: Someone, lines: readonly JournalLine[]): ReturnType<typeof resolveTrust> {
  const book: AdmissionBook = new Map();
  for (const line of lines) noteAdmission(book, line);
  return resolveTrust(owner.id, book);
}

describe('resolveTrust', () => {
  it('follows vouchers down from subordinate to subordinate, nearest first', () => {
    const trust = trustOf(region, [admission(region, league, 'subordinate'), admission(league, county, 'subordinate'), admission(county, unit, 'subordinate')]);
    expect(trust.vouchers(unit.id)).toEqual([county.id, league.id, region.id]);
    expect(trust.office(unit.id)).toMatchObject({ direction: 'down', voucher: county.id });
    expect(trust.office(league.id)).toMatchObject({ voucher: region.id });
  });

  it('follows vouchers up from superior to superior', () => {
    const trust = trustOf(unit, [admission(unit, county, 'superior'), admission(county, league, 'superior'), admission(league, region, 'superior')]);
    expect(trust.vouchers(region.id)).toEqual([league.id, county.id, unit.id]);
  });

  it("lets an office vouch downwards for its own region only, and upwards only for what contains it", () => {
    const down = (regionCode: string) => trustOf(league, [admission(league, county, 'subordinate'), admission(county, unit, 'subordinate', { regionCode })]);
    expect(down('150422').office(unit.id)).not.toBeNull();
    expect(down('150423').office(unit.id)).toBeNull();
    const up = (regionCode: string) => trustOf(unit, [admission(unit, county, 'superior'), admission(county, league, 'superior', { regionCode })]);
    expect(up('150400').office(league.id)).not.toBeNull();
    expect(up('150500').office(league.id)).toBeNull();
  });

  it('never lets a subordinate present a superior, whatever the relation is called', () => {
    const lines = [admission(county, unit, 'subordinate')];
    expect(trustOf(county, [...lines, admission(unit, league, 'superior')]).office(league.id)).toBeNull();
    expect(trustOf(county, [...lines, admission(unit, league, 'subordinate')]).office(league.id)).toBeNull();
    expect(trustOf(county, [...lines, admission(unit, otherUnit, 'subordinate')]).office(otherUnit.id)).toBeNull();
  });

  it('lets our own revocation outweigh every voucher, and a revoked office vouch for nobody', () => {
    const vouched = [admission(region, league, 'subordinate'), admission(league, county, 'subordinate'), admission(county, unit, 'subordinate')];
    const trust = trustOf(region, [...vouched, admission(region, county, 'subordinate', { state: 'revoked' })]);
    expect(trust.office(county.id)).toBeNull();
    expect(trust.office(unit.id)).toBeNull();
    expect(trust.direct(county.id)?.state).toBe('revoked');
  });

  it('lets the revocation of an office between us and the voucher outweigh the voucher', () => {
    const vouched = [admission(region, league, 'subordinate'), admission(league, county, 'subordinate'), admission(county, unit, 'subordinate')];
    const trust = trustOf(region, [...vouched, admission(league, unit, 'subordinate', { state: 'revoked' })]);
    expect(trust.office(county.id)).not.toBeNull();
    expect(trust.office(unit.id)).toBeNull();
  });

  it('takes the latest word of a voucher, and forgets an admission that was removed', () => {
    const recordId = createRecordId(county.id, random);
    const admitted = admission(county, unit, 'subordinate', { recordId });
    const revoked = admission(county, unit, 'subordinate', { recordId, state: 'revoked' });
    const { body: _body, ...rest } = admitted as JournalLine & { op: 'put' };
    expect(trustOf(county, [admitted, revoked]).office(unit.id)).toBeNull();
    expect(trustOf(county, [revoked, admitted]).office(unit.id)).not.toBeNull();
    expect(trustOf(county, [admitted, { ...rest, op: 'remove' }]).direct(unit.id)).toBeNull();
  });

  it('does not trust a key that is not the station\'s own', () => {
    expect(trustOf(county, [admission(county, unit, 'subordinate', { publicKey: otherUnit.publicKey })]).office(unit.id)).toBeNull();
  });

  it('is not led in circles, and never trusts itself through others', () => {
    const trust = trustOf(unit, [admission(unit, county, 'superior'), admission(county, unit, 'subordinate'), admission(county, league, 'superior'), admission(league, county, 'subordinate')]);
    expect(trust.office(unit.id)).toBeNull();
    expect(trust.vouchers(league.id)).toEqual([county.id, unit.id]);
  });
});

describe('copyBook', () => {
  it('keeps staged admissions out of the original', () => {
    const book: AdmissionBook = new Map();
    noteAdmission(book, admission(region, league, 'subordinate'));
    const staged = copyBook(book);
    noteAdmission(staged, admission(league, county, 'subordinate'));
    noteAdmission(staged, admission(region, county, 'subordinate'));
    expect(resolveTrust(region.id, staged).office(county.id)).not.toBeNull();
    expect(resolveTrust(region.id, book).office(county.id)).toBeNull();
  });
});
