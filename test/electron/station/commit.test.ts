import { describe, expect, it } from 'vitest';
import { createRecordId, recordIdSchema, sm3HexSchema, stationIdSchema } from '#shared/base/ids';
import { encodeSpki, stationIdOf } from '#shared/crypto/keys';
import { generateKeyPair } from '#shared/crypto/sm2';
import type { Attachment } from '#shared/domain/fields';
import type { Admission } from '#shared/domain/office';
import type { Change, RequestOf } from '#shared/ipc/contract';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitChanges } from '../../../electron/station/commit';
import { newId } from '../../../electron/station/set-up';
import type { Workplace } from '../../../electron/station/workplace';
import { planItem } from '../bundle/support/office';
import { codeOf, countyRequest, stationAtWork, unitRequest, valueOf } from './support';

const bytes = (size: number) => new Uint8Array(randomBytes(size));

async function commit(place: Workplace, request: RequestOf<'commit'>): Promise<ReturnType<typeof commitChanges>> {
  return commitChanges(place, place.by, request);
}

function incident(place: Workplace, overrides: Partial<Extract<Change, { op: 'put' }>> = {}): Change {
  const body = { kind: 'secrecy-stop', code: 'secrecy.keyword', subject: 'planItem.content' };
  return { op: 'put', table: 'incidents', id: newId(place.journal.owner), rev: 1, body, ...overrides };
}

function admissionOf(place: Workplace, overrides: Partial<Admission> = {}): Change {
  const spki = encodeSpki(generateKeyPair(bytes).publicKey);
  const body = {
    stationId: stationIdOf(spki),
    name: '乌拉特旗财政局',
    officeKind: 'county',
    regionCode: '150824',
    uscc: '11150824011612340Y',
    publicKey: Buffer.from(spki).toString('base64'),
    relation: 'superior',
    state: 'admitted',
    comparedBy: 'phone',
    admittedBy: place.by,
    ...overrides,
  };
  return { op: 'put', table: 'admissions', id: newId(place.journal.owner), rev: 1, body };
}

describe('commitChanges', () => {
  it('appends in order under the signed-in operator and returns lines and head', async () => {
    const { place } = await stationAtWork();
    const { lines, head } = valueOf(await commit(place, { chain: 'working', changes: [incident(place), incident(place)] }));
    expect(lines.map(({ seq, by }) => [seq, by])).toEqual([[1, place.by], [2, place.by]]);
    expect(head).toMatchObject({ chain: 'working', seq: 2, hash: lines[1]?.hash });
  });

  it('writes all or nothing', async () => {
    const { place } = await stationAtWork();
    const refused = await commit(place, { chain: 'working', changes: [incident(place), incident(place, { table: 'nonsense' })] });
    expect(refused).toEqual({ ok: false, error: { code: 'record.unknown-table', evidence: { index: 1 } } });
    expect(place.journal.head('working', place.journal.owner)?.seq).toBe(0);
  });

  it.each([
    ['a superior of another county', { regionCode: '150823' }],
    ['a superior of its own rank', { officeKind: 'unit' as const }],
    ['a subordinate above it', { relation: 'subordinate' as const }],
  ])('admits no %s', async (_what, overrides) => {
    const { place } = await stationAtWork();
    const refused = await commit(place, { chain: 'official', changes: [admissionOf(place, overrides)] });
    expect(codeOf(refused)).toBe('admission.not-in-line');
  });

  it('lets a finance office decide on items of its own county only, made by an office it knows', async () => {
    const { place } = await stationAtWork(countyRequest);
    const admission = admissionOf(place, { officeKind: 'unit', relation: 'subordinate' });
    const unit = stationIdSchema.parse(admission.op === 'put' ? admission.body['stationId'] : '');
    const decision = (owner: typeof unit): Change => ({
      op: 'put',
      table: 'decisions',
      id: newId(place.journal.owner),
      rev: 1,
      body: {
        planItemId: createRecordId(owner, bytes),
        planItemRev: 1,
        planItemHash: 'a'.repeat(64),
        outcome: 'approved',
        amountFen: 100,
        fieldOpinions: [],
        opinion: '',
        documentNumber: '乌财预〔2026〕1号',
        decidedOn: '2026-02-01',
        decidedBy: place.by,
      },
    });
    expect(codeOf(await commit(place, { chain: 'official', changes: [decision(unit)] }))).toBe('commit.outside-region');
    expect(codeOf(await commit(place, { chain: 'official', changes: [admission] }))).toBe('ok');
    expect(codeOf(await commit(place, { chain: 'official', changes: [decision(unit)] }))).toBe('ok');
    expect(codeOf(await commit(place, { chain: 'official', changes: [decision(place.journal.owner)] }))).toBe('ok');
  });

  it('finalises no record that refers to an attachment which is not here in that size', async () => {
    const { place, folders } = await stationAtWork();
    const path = join(folders.data, '扫描件.pdf');
    await writeFile(path, '%PDF-1.7\n1 0 obj');
    const held = valueOf(await place.attachments.addFile(path));
    const item = (attachment: Attachment): Change => ({
      op: 'put', table: 'planItems', id: newId(place.journal.owner), rev: 1,
      body: { ...planItem({ operator: place.by, newId: () => newId(place.journal.owner) }), attachments: [attachment] },
    });
    const missing = { ok: false, error: { code: 'attachment.missing', evidence: { table: 'planItems', index: 0 } } };
    expect(await commit(place, { chain: 'official', changes: [item({ ...held, sm3: sm3HexSchema.parse('0'.repeat(64)) })] })).toEqual(missing);
    expect(await commit(place, { chain: 'official', changes: [item({ ...held, sizeBytes: held.sizeBytes + 1 })] })).toEqual(missing);
    expect(codeOf(await commit(place, { chain: 'official', changes: [item(held)] }))).toBe('ok');
  });

  it.each(['stations', 'receipts', 'dispatches'])('does not let the page write %s', async (table) => {
    const { place } = await stationAtWork();
    const bodies: Record<string, unknown> = {
      stations: place.profile,
      receipts: { bundleId: 'x', bundleSm3: '0'.repeat(64), senderId: place.journal.owner, heads: [{ author: place.journal.owner, seq: 1, hash: '0'.repeat(64) }] },
      dispatches: { bundleId: 'x', bundleSm3: '0'.repeat(64), fileName: 'x', sizeBytes: 1, recipientId: place.journal.owner, heads: [{ author: place.journal.owner, seq: 1, hash: '0'.repeat(64) }] },
    };
    const chain = table === 'dispatches' ? 'working' : 'official';
    const change = { op: 'put', table, id: newId(place.journal.owner), rev: 1, body: bodies[table] } as Change;
    expect(codeOf(await commit(place, { chain, changes: [change] }))).toBe('commit.not-for-the-page');
    expect(codeOf(await commit(place, { chain, changes: [{ op: 'remove', table, id: newId(place.journal.owner), rev: 2 }] }))).toBe('commit.not-for-the-page');
  });

  it("refuses another station's record, a wrong chain, a foreign actor and an office without the right", async () => {
    const { place } = await stationAtWork();
    const other = createRecordId(stationIdSchema.parse('f'.repeat(32)), bytes);
    expect(codeOf(await commit(place, { chain: 'working', changes: [incident(place, { id: other })] }))).toBe('record.wrong-owner');
    expect(codeOf(await commit(place, { chain: 'official', changes: [incident(place)] }))).toBe('record.wrong-chain');
    expect(codeOf(await commit(place, { chain: 'official', changes: [admissionOf(place, { admittedBy: newId(place.journal.owner) })] }))).toBe('record.wrong-actor');
    const { place: county } = await stationAtWork(countyRequest);
    const decision: Change = { op: 'put', table: 'decisions', id: newId(place.journal.owner), rev: 1, body: {} };
    expect(codeOf(await commit(place, { chain: 'official', changes: [decision] }))).toBe('record.office-may-not-write');
    const bodyless: Change = { ...decision, id: newId(county.journal.owner) };
    expect(codeOf(await commit(county, { chain: 'official', changes: [bodyless] }))).toBe('record.bad-body');
  });

  it('names the field of a bad body, never its value', async () => {
    const { place } = await stationAtWork();
    const refused = await commit(place, { chain: 'working', changes: [incident(place, { body: { kind: 'secrecy-stop', code: '涉密\n内容', subject: 'x' } })] });
    expect(refused).toEqual({ ok: false, error: { code: 'record.bad-body', evidence: { table: 'incidents', field: 'code', index: 0 } } });
  });

  it('takes an admission only for the key whose hash is the station id', async () => {
    const { place } = await stationAtWork();
    expect(codeOf(await commit(place, { chain: 'official', changes: [admissionOf(place)] }))).toBe('ok');
    const stranger = stationIdSchema.parse('a'.repeat(32));
    expect(codeOf(await commit(place, { chain: 'official', changes: [admissionOf(place, { stationId: stranger })] }))).toBe('admission.key-differs');
    expect(codeOf(await commit(place, { chain: 'official', changes: [admissionOf(place, { publicKey: 'AAAA' })] }))).toBe('admission.key-differs');
    const own = admissionOf(place, { stationId: place.journal.owner, publicKey: place.profile.publicKey });
    expect(codeOf(await commit(place, { chain: 'official', changes: [own] }))).toBe('admission.own-station');
  });

  it('changes posts and lets people leave, but makes nobody up and lets nobody remove themselves', async () => {
    const { host, place } = await stationAtWork(unitRequest);
    const [first, second] = (await host.state()).operators;
    const put = (id: unknown, body: Record<string, unknown>): RequestOf<'commit'> => ({
      chain: 'official',
      changes: [{ op: 'put', table: 'operators', id: recordIdSchema.parse(id), rev: 2, body: body as Extract<Change, { op: 'put' }>['body'] }],
    });
    expect(codeOf(await commit(place, put(newId(place.journal.owner), { name: '甲', post: '科员', active: true })))).toBe('operator.unknown');
    expect(codeOf(await commit(place, put(first?.id, { name: '起草人', post: '科员', active: false })))).toBe('operator.still-needed');
    expect(codeOf(await commit(place, put(first?.id, { name: '起草人', post: '副科长', active: true })))).toBe('ok');
    expect(codeOf(await commit(place, put(second?.id, { name: '复核人', post: '科长', active: false })))).toBe('ok');
    expect((await host.state()).operators.map(({ post, active }) => [post, active])).toEqual([['副科长', true], ['科长', false]]);
    expect(codeOf(await host.signIn({ operatorId: recordIdSchema.parse(second?.id), password: '口令-2026-起草-2' }))).toBe('operator.unknown');
  });
});
