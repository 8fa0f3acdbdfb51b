// Hostile bundles, every one signed again with the key of an admitted sender: they prove the checks, not only the signature.

import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBundle } from '../../electron/bundle/open';
import type { Attachment } from '../../shared/domain/fields';
import { sm3Hex } from '../../shared/crypto/sm3';
import { hashLine } from '../../shared/journal/chain';
import { admissionOf, createOffice, type Office, pdf, planItem, removeTempFolders, snapshot } from '../electron/bundle/support/office';
import { assemble, editExchange, type Forge, journalLines, lineAfter, setCheckpoint, setJournal, takeApart } from '../electron/bundle/support/forge';
import { createPair, openAt, sealFor, submit } from '../electron/bundle/support/pair';

let unit: Office;
let county: Office;
let league: Office;
let sealedPath: string;
let forge: Forge;

beforeAll(async () => {
  ({ unit, county } = await createPair());
  league = await createOffice('league', '红城市财政局');
  await submit(unit);
  sealedPath = (await sealFor(unit, county)).path;
});
beforeEach(async () => {
  forge = await takeApart(sealedPath, unit);
});
afterAll(removeTempFolders);

async function expectRefusal(recipient: Office, path: string, error: object, mayLeave: RegExp | null = null): Promise<void> {
  const files = async () => Object.entries(await snapshot(recipient.folder)).filter(([name]) => mayLeave?.test(name) !== true);
  const before = await files();
  const opened = await openBundle(recipient, { path });
  expect(opened).toMatchObject({ ok: false, error });
  expect(await files()).toEqual(before);
}

type Change = () => void | Promise<void>;
const container = (reason: string) => ({ code: 'bundle.bad-container', evidence: { reason } });
const sabotage = (name: RegExp, change: object) => () => {
  forge.onZip = (entries) => entries.map((entry) => (name.test(entry.name) ? { ...entry, ...change } : entry));
};
/** The journal's size is a lie, and the signed total agrees with the lie. */
const sizeLie = (sizeBytes: number) => () => {
  sabotage(/\.ndjson/, { sizeBytes })();
  const sizes = [...forge.payload].map(([name, bytes]) => (name.endsWith('.ndjson') ? sizeBytes : bytes.length));
  forge.oxum = `${String(sizes.reduce((sum, size) => sum + size, 0))}.${String(sizes.length)}`;
};
const extra = (name: string, more: object = {}) => () => {
  forge.onZip = (entries) => [...entries, { name: name.replace('%', forge.bundleId), data: Buffer.from('x'), ...more }];
};
const firstAttachment = () => [...forge.payload.keys()].find((name) => name.startsWith('data/attachments/')) ?? '';
const append = (record: Parameters<typeof lineAfter>[2]) => {
  const lines = journalLines(forge, unit.id);
  setJournal(forge, unit, [...lines, lineAfter(lines.at(-1) ?? '', unit, record)]);
};

describe('openBundle', () => {
  it('accepts a bundle taken apart and assembled again unchanged, so that every refusal below is the change itself', async () => {
    const fresh = await createOffice('county', '别县财政局');
    await fresh.admit(unit, 'subordinate');
    editExchange(forge, (draft) => (draft.recipients = [fresh.id]));
    await openAt(fresh, await assemble(forge));
  });

  it.each<[string, Change, object]>([
    ['bytes before the first entry', () => void (forge.zip = { prefix: Buffer.from('x') }), container('gap-or-overlap')],
    ['bytes between data and directory', () => void (forge.zip = { between: Buffer.from('x') }), container('gap-or-overlap')],
    ['bytes after the end', () => void (forge.zip = { suffix: Buffer.from('x') }), container('no-end-record')],
    ['a zip comment', () => void (forge.zip = { comment: 'hello' }), container('no-end-record')],
    ['a count of entries that is too small', () => void (forge.zip = { count: 3 }), container('entry-count')],
    ['a count of entries that is too large', () => void (forge.zip = { count: 99 }), container('entry-count')],
    ['a name that differs between the two directories', sabotage(/card\.json/, { localName: '1/evil.json' }), container('directories-differ')],
    ['a name of one length that differs', sabotage(/exchange\.json/, { localName: `${'x'.repeat(46)}` }), container('directories-differ')],
    ['flags that differ', sabotage(/card\.json/, { localFlags: 0 }), container('directories-differ')],
    ['an encrypted entry', sabotage(/card\.json/, { flags: 0x0801 }), container('encrypted-or-unknown-flag')],
    ['a strongly encrypted entry', sabotage(/card\.json/, { flags: 0x0840 }), container('encrypted-or-unknown-flag')],
    ['a symbolic link', sabotage(/card\.json/, { attributes: (0o120777 << 16) >>> 0 }), container('not-a-plain-file')],
    ['a folder by its mode', sabotage(/card\.json/, { attributes: (0o040755 << 16) >>> 0 }), container('not-a-plain-file')],
    ['a folder by its DOS bit', sabotage(/card\.json/, { attributes: 0x10 }), container('not-a-plain-file')],
    ['an unknown compression method', sabotage(/card\.json/, { method: 9 }), container('method')],
    ['an extra field', sabotage(/card\.json/, { extra: Buffer.from('01000000', 'hex') }), container('extra-field')],
    ['an extra field in the local header alone', sabotage(/card\.json/, { localExtra: Buffer.from('01000000', 'hex') }), container('directories-differ')],
    ['an entry comment', sabotage(/card\.json/, { comment: 'x' }), container('comment')],
    ['an offset that points elsewhere', sabotage(/card\.json/, { offset: (at: number) => at + 1 }), container('gap-or-overlap')],
    ['two entries over one block', sabotage(/exchange\.json/, { offset: () => 0 }), container('gap-or-overlap')],
    ['an entry twice', extra('%/data/card.json'), container('repeated-name')],
    ['an entry twice but for case', extra('%/data/CARD.json'), container('repeated-name')],
    ['a second top folder', extra('other/data/card.json'), container('several-folders')],
    ['a folder name that is no bundle id', () => void (forge.bundleId = 'evil'), container('folder-name')],
    ['an entry the format does not know', extra('%/data/evil.exe'), { code: 'bundle.unexpected-entry', evidence: { entry: 'data/evil.exe' } }],
    ['a size below the real one', sizeLie(10), { code: 'bundle.damaged-entry' }],
    ['a size above the real one', sizeLie(100_000), { code: 'bundle.damaged-entry' }],
    ['a size that the announced total does not know', sabotage(/\.ndjson/, { sizeBytes: 10 }), { code: 'bundle.bad-tag-file' }],
    ['a wrong checksum', sabotage(/\.ndjson/, { crc: 1 }), { code: 'bundle.damaged-entry' }],
    ['a wrong checksum of a small entry', sabotage(/exchange\.json/, { crc: 1 }), { code: 'bundle.damaged-entry' }],
    ['a stored entry whose two sizes differ', sabotage(/attachments/, { sizeBytes: 10 }), container('stored-size')],
    ['data that is no deflate stream', sabotage(/\.ndjson/, { packed: Buffer.alloc(50, 0xff) }), { code: 'bundle.damaged-entry' }],
    [
      'bytes behind the end of a deflate stream',
      () => {
        const data = forge.payload.get('data/card.json') ?? Buffer.alloc(0);
        sabotage(/card\.json/, { packed: Buffer.concat([deflateRawSync(data), Buffer.from('hidden')]) })();
      },
      { code: 'bundle.damaged-entry' },
    ],
    [
      'a bomb that announces its size',
      () => void forge.payload.set(`data/journals/${'b'.repeat(32)}.ndjson`, Buffer.alloc(64 << 20)),
      { code: 'bundle.entry-too-large' },
    ],
    [
      'a bomb that hides its size',
      () => sabotage(/\.ndjson/, { packed: deflateRawSync(Buffer.alloc(64 << 20)) })(),
      { code: 'bundle.damaged-entry' },
    ],
    ['a card larger than a card may be', () => void forge.payload.set('data/card.json', randomBytes(20_000)), { code: 'bundle.entry-too-large' }],
  ])('refuses a container with %s', async (_, change, error) => {
    await change();
    await expectRefusal(county, await assemble(forge), error);
  });

  it.each(
    ['../evil', '%/../../evil', '/etc/passwd', '%/data/..\\evil', 'C:/evil', '\\\\?\\C:\\evil', '%/data/a\u0000b', '%/data/a\u202eb', '%/data/a\u0301',
      '%/data/\u00e1', '%/data/.hidden', '%/data/./card.json', '%/data//card.json', '%/data/a b', '%/data/CON ', '%/', '%/data/', './x', '%/data/a\nb', '%/data/名.json'],
  )('refuses the hostile name %j', async (name) => {
    extra(name)();
    await expectRefusal(county, await assemble(forge), { code: 'bundle.bad-container' });
  });

  it('refuses 65,000 entries without reading them', async () => {
    forge.onZip = (entries) => [...entries, ...Array.from({ length: 65_000 }, (_, i) => ({ name: `x/${String(i)}`, data: Buffer.alloc(0), stored: true }))];
    await expectRefusal(county, await assemble(forge), container('entry-count'));
  });

  it.each<[string, Change, object]>([
    ['no signature', () => void (forge.onSigned = (files) => files.forEach((_, name) => name.endsWith('.sig') && files.delete(name))), { code: 'bundle.missing-entry' }],
    ['an empty signature', () => void (forge.onSigned = (files) => files.forEach((_, name) => name.endsWith('.sig') && files.set(name, Buffer.alloc(0)))), { code: 'bundle.bad-signature' }],
    ['two signatures', () => void (forge.onSigned = (files) => files.set(`signatures/${'0'.repeat(16)}.sm2.sig`, Buffer.from('x'))), { code: 'bundle.unexpected-entry' }],
    ['the tag manifest changed after signing', () => void (forge.onSigned = (files) => files.set('tagmanifest-sm3.txt', Buffer.from(`${'0'.repeat(64)}  bagit.txt\n`))), { code: 'bundle.bad-signature' }],
    ['a key that is no SM2 key', () => void (forge.onSigned = (files) => files.forEach((_, name) => name.endsWith('.pem') && files.set(name, Buffer.from('-----BEGIN')))), { code: 'bundle.bad-signature' }],
    ['another format of bagit.txt', () => void (forge.onTags = (tags) => tags.set('bagit.txt', Buffer.from('BagIt-Version: 0.97\n'))), { code: 'bundle.bad-tag-file' }],
    ['a manifest that does not list bagit.txt', () => void (forge.onTagManifest = (text) => text.replace(/.*bagit\.txt\n/, '')), { code: 'bundle.bad-tag-file' }],
    ['a tag manifest that lists a stranger', () => void (forge.onTagManifest = (text) => `${text}${'0'.repeat(64)}  zzz.txt\n`), { code: 'bundle.bad-tag-file' }],
    ['a wrong total of bytes', () => void (forge.oxum = '1.4'), { code: 'bundle.bad-tag-file', evidence: { reason: 'payload-oxum' } }],
    ['a later format version', () => void (forge.format = 2), { code: 'bundle.newer-format', evidence: { found: 2, known: 1 } }],
    ['a later format version with entries of its own', () => { forge.format = 7; extra('%/data/novelty.bin')(); }, { code: 'bundle.newer-format' }],
    ['no format version', () => void (forge.onTags = (tags) => tags.set('bag-info.txt', Buffer.from(String(tags.get('bag-info.txt')).replace(/Bundle-Format.*\n/, '')))), { code: 'bundle.bad-tag-file' }],
    ['another id inside than outside', () => void (forge.onTags = (tags) => tags.set('bag-info.txt', Buffer.from(String(tags.get('bag-info.txt')).replace(/-0001\n/, '-0009\n')))), { code: 'bundle.bad-tag-file' }],
    ['an entry that only one manifest lists', () => void (forge.onTags = (tags) => tags.set('manifest-sha256.txt', Buffer.from(String(tags.get('manifest-sha256.txt')).replace(/.*card\.json\n/, '')))), { code: 'bundle.manifest-differs' }],
    ['an entry listed but missing', () => void (forge.onSigned = (files) => files.delete(firstAttachment())), { code: 'bundle.manifest-differs' }],
    ['an entry there but unlisted', () => void (forge.onSigned = (files) => files.set(`data/attachments/${'0'.repeat(64)}`, Buffer.from('x'))), { code: 'bundle.manifest-differs' }],
    ['an attachment swapped for another of its length', () => void (forge.onSigned = (files) => files.set(firstAttachment(), pdf(40_000))), { code: 'bundle.digest-differs' }],
    ['a wrong SHA-256 beside a right SM3', () => void (forge.onTags = (tags) => tags.set('manifest-sha256.txt', Buffer.from(String(tags.get('manifest-sha256.txt')).replace(/^[0-9a-f]{64}(?= {2}data\/att)/m, '0'.repeat(64))))), { code: 'bundle.digest-differs' }],
    ['the card of another station', async () => {
      const other = await takeApart((await sealFor(county, unit)).path, county);
      forge.payload.set('data/card.json', other.payload.get('data/card.json') ?? Buffer.alloc(0));
    }, { code: 'bundle.bad-tag-file', evidence: { entry: 'data/card.json' } }],
    ['an exchange file that is not canonical', () => void forge.payload.set('data/exchange.json', Buffer.from(`${String(forge.payload.get('data/exchange.json'))} `)), { code: 'bundle.bad-tag-file' }],
    ['another sender inside', () => editExchange(forge, (draft) => (draft.sender = league.id)), { code: 'bundle.bad-tag-file' }],
    ['another recipient', () => editExchange(forge, (draft) => (draft.recipients = [league.id])), { code: 'bundle.other-recipient' }],
    ['no checkpoint for a journal', () => void forge.payload.delete(`data/checkpoints/${unit.id}.json`), { code: 'bundle.missing-entry' }],
    ['a checkpoint too many', () => void forge.payload.set(`data/checkpoints/${league.id}.json`, Buffer.from('{}')), { code: 'bundle.unexpected-entry' }],
    ['an attachment the exchange file does not name', () => editExchange(forge, (draft) => (draft.attachments = [])), { code: 'bundle.unexpected-entry' }],
    ['an attachment of another size than named', () => editExchange(forge, (draft) => draft.attachments.forEach((each) => (each.sizeBytes += 1))), { code: 'bundle.bad-tag-file' }],
  ])('refuses a bag with %s', async (_, change, error) => {
    await change();
    await expectRefusal(county, await assemble(forge), error);
  });

  it.each<[string, Change, object]>([
    ['a checkpoint by another key', () => setJournal(forge, unit, journalLines(forge, unit.id), league), { code: 'bundle.bad-checkpoint', evidence: { reason: 'signature' } }],
    ['a checkpoint of other lines', () => setCheckpoint(forge, unit, { seq: 3, hash: 'a'.repeat(64) as never }), { code: 'bundle.bad-checkpoint', evidence: { reason: 'other-lines' } }],
    ['a line missing in the middle', () => setJournal(forge, unit, journalLines(forge, unit.id).filter((_, index) => index !== 1)), { code: 'bundle.bad-chain', evidence: { seq: 2 } }],
    ['two lines swapped', () => { const [a = '', b = '', ...rest] = journalLines(forge, unit.id); setJournal(forge, unit, [a, ...rest.slice(0, 1), b, ...rest.slice(1)]); }, { code: 'bundle.bad-chain' }],
    ['more lines than announced', () => void forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.from(`${[...journalLines(forge, unit.id), lineAfter(journalLines(forge, unit.id).at(-1) ?? '', unit, { table: 'operators', body: { name: '乙', post: '科员', active: true } })].join('\n')}\n`)), { code: 'bundle.bad-chain' }],
    ['a last line without an end', () => void forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.from(journalLines(forge, unit.id).join('\n'))), { code: 'bundle.bad-line', evidence: { reason: 'no-line-end' } }],
    ['an empty line', () => void forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.from(`\n${journalLines(forge, unit.id).join('\n')}\n`)), { code: 'bundle.bad-line' }],
    ['a line of two megabytes', () => void forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.concat([randomBytes(2 << 20).fill(1, 0, 10), Buffer.from('\n')].map((b) => Buffer.from(b.toString('hex'))))), { code: 'bundle.bad-line', evidence: { reason: 'too-long' } }],
    ['bytes that are not UTF-8', () => void forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.from([0xff, 0xfe, 0x0a])), { code: 'bundle.bad-line', evidence: { reason: 'utf-8' } }],
    ['nesting of 200,000 levels', () => void forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.from(`${journalLines(forge, unit.id)[0]?.replace(/"body":\{.*\},"by"/, `"body":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}},"by"`) ?? ''}\n`)), { code: 'bundle.bad-line' }],
    ['a repeated key', () => void forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.from(`${journalLines(forge, unit.id)[0]?.replace('"body":{', '"body":{"name":"x",') ?? ''}\n`)), { code: 'bundle.bad-line', evidence: { reason: 'not-canonical' } }],
    ['a record that breaks its schema', () => append({ table: 'operators', body: { name: '', post: '科员', active: true } }), { code: 'bundle.bad-record', evidence: { seq: 5, reason: 'record.bad-body', field: 'name' } }],
    ['a field the schema does not know', () => append({ table: 'operators', body: { name: '乙', post: '科员', active: true, admin: true } }), { code: 'bundle.bad-record' }],
    ['an unknown table', () => append({ table: 'secrets', body: {} }), { code: 'bundle.bad-record', evidence: { reason: 'record.unknown-table' } }],
    ['a record of the working chain', () => append({ table: 'incidents', body: { kind: 'fork', code: 'x', subject: 'x' } }), { code: 'bundle.bad-record', evidence: { reason: 'record.wrong-chain' } }],
    ['a record of another owner', () => append({ table: 'operators', id: county.newId(), body: { name: '乙', post: '科员', active: true } }), { code: 'bundle.bad-record', evidence: { reason: 'record.wrong-owner' } }],
    ['a tombstone for a record of another owner', () => append({ table: 'planItems', id: county.newId(), body: null }), { code: 'bundle.bad-record', evidence: { reason: 'record.wrong-owner' } }],
    ['a line by an operator of another office', () => append({ table: 'operators', by: county.operator, body: { name: '乙', post: '科员', active: true } }), { code: 'bundle.bad-record', evidence: { reason: 'wrong-operator' } }],
    ['a record its office may not write', () => append({ table: 'decisions', body: { planItemId: unit.newId(), planItemRev: 1, planItemHash: 'a'.repeat(64), outcome: 'approved', amountFen: 1, fieldOpinions: [], opinion: '', documentNumber: '某财预〔2026〕1号', decidedOn: '2026-02-01', decidedBy: unit.operator } }), { code: 'bundle.bad-record', evidence: { reason: 'record.office-may-not-write' } }],
    ['a record in the name of an operator who did not write it', () => append({ table: 'planItems', body: planItem(unit, { reviewedBy: unit.newId() }) }), { code: 'bundle.bad-record', evidence: { reason: 'record.wrong-actor' } }],
    ['a station that calls itself another office', () => append({ table: 'stations', body: { ...unit.station, officeKind: 'region' } }), { code: 'bundle.bad-record', evidence: { reason: 'station-differs' } }],
    ['a station that moves itself to another region', () => append({ table: 'stations', body: { ...unit.station, regionCode: '150100' } }), { code: 'bundle.bad-record', evidence: { reason: 'station-differs' } }],
    ['a station under a name nobody admitted it by', () => append({ table: 'stations', body: { ...unit.station, name: '自治区财政厅' } }), { code: 'bundle.bad-record', evidence: { reason: 'station-differs' } }],
    ['a line of another author', () => append({ table: 'operators', body: {} }) ?? setJournal(forge, unit, [...journalLines(forge, unit.id).slice(0, 4), lineAfter(journalLines(forge, unit.id)[3] ?? '', { ...unit, id: county.id }, { table: 'operators', body: { name: '乙', post: '科员', active: true } })]), { code: 'bundle.bad-chain' }],
    ['an attachment that is nowhere', async () => append({ table: 'planItems', body: planItem(unit, { attachments: [{ sm3: 'a'.repeat(64) as never, name: 'x.pdf', sizeBytes: 5, mediaType: 'application/pdf' }] }) }), { code: 'bundle.attachment-missing' }],
    ['an attachment nobody refers to', () => {
      const bytes = pdf(100);
      forge.payload.set(`data/attachments/${sm3Hex(bytes)}`, bytes);
      editExchange(forge, (draft) => { draft.attachments.push({ sm3: sm3Hex(bytes), sizeBytes: 100 }); draft.attachments.sort((a, b) => (a.sm3 < b.sm3 ? -1 : 1)); });
    }, { code: 'bundle.attachment-unreferenced' }],
    ['an attachment under a false hash', () => {
      const bytes = pdf(100);
      const sm3 = 'c'.repeat(64);
      forge.payload.set(`data/attachments/${sm3}`, bytes);
      append({ table: 'planItems', body: planItem(unit, { attachments: [{ sm3: sm3 as never, name: 'x.pdf', sizeBytes: 100, mediaType: 'application/pdf' }] }) });
      editExchange(forge, (draft) => { draft.attachments.push({ sm3, sizeBytes: 100 }); draft.attachments.sort((a, b) => (a.sm3 < b.sm3 ? -1 : 1)); });
    }, { code: 'bundle.digest-differs' }],
    ['a program under the kind of a PDF', () => {
      const bytes = Buffer.concat([Buffer.from('MZ'), randomBytes(98)]);
      const sm3 = sm3Hex(bytes);
      forge.payload.set(`data/attachments/${sm3}`, bytes);
      append({ table: 'planItems', body: planItem(unit, { attachments: [{ sm3: sm3 as never, name: 'x.pdf', sizeBytes: 100, mediaType: 'application/pdf' }] }) });
      editExchange(forge, (draft) => { draft.attachments.push({ sm3, sizeBytes: 100 }); draft.attachments.sort((a, b) => (a.sm3 < b.sm3 ? -1 : 1)); });
    }, { code: 'bundle.attachment-differs' }],
    ['one attachment under two kinds', () => {
      const [reference] = (JSON.parse(journalLines(forge, unit.id)[3] ?? '') as { body: { attachments: Attachment[] } }).body.attachments;
      append({ table: 'planItems', body: planItem(unit, { attachments: [{ ...reference!, mediaType: 'image/png' }] }) });
    }, { code: 'bundle.attachment-differs' }],
    ["the recipient's own lines beyond its journal", () => setJournal(forge, county, [lineAfter(null, county, { table: 'stations', body: county.station }), ...Array.from({ length: 3 }, () => '')].reduce<string[]>((lines, line) => [...lines, line || lineAfter(lines.at(-1) ?? '', county, { table: 'operators', body: { name: '乙', post: '科员', active: true } })], [])), { code: 'bundle.own-journal-ahead', evidence: { have: 3, to: 4 } }],
    ["another version of the recipient's own lines", () => setJournal(forge, county, [lineAfter(null, county, { table: 'stations', body: county.station })]), { code: 'bundle.fork', evidence: { seq: 1 } }],
    ['a journal of somebody nobody vouches for', () => setJournal(forge, league, [lineAfter(null, league, { table: 'stations', body: league.station })]), { code: 'bundle.untrusted-author', evidence: { author: '' } }],
    ['a superior that only a subordinate vouches for', () => {
      append({ table: 'admissions', body: admissionOf(league.station, 'superior', unit.operator) });
      setJournal(forge, league, [lineAfter(null, league, { table: 'stations', body: league.station })]);
    }, { code: 'bundle.untrusted-author', evidence: { author: '' } }],
  ])('refuses journals with %s', async (_, change, error) => {
    await change();
    const evidence = (error as { evidence?: { author?: string } }).evidence;
    if (evidence?.author === '') evidence.author = league.id;
    await expectRefusal(county, await assemble(forge), error, /^quarantine\//);
  });

  it('refuses an unknown sender with its card, for comparing and admitting, and takes the same file once it is admitted', async () => {
    const stranger = await createOffice('county', '别县财政局');
    editExchange(forge, (draft) => (draft.recipients = [stranger.id]));
    const path = await assemble(forge);
    const evidence = { stationId: unit.id, name: '红旗县民政局', officeKind: 'unit', publicKey: unit.station.publicKey };
    await expectRefusal(stranger, path, { code: 'bundle.unknown-sender', evidence });
    await stranger.admit(unit, 'subordinate');
    await openAt(stranger, path);
  });

  it('refuses a revoked sender, also when the bundle was sealed before', async () => {
    const office = await createOffice('county', '别县财政局');
    const id = await office.admit(unit, 'subordinate');
    editExchange(forge, (draft) => (draft.recipients = [office.id]));
    const path = await assemble(forge);
    await office.admit(unit, 'subordinate', { state: 'revoked', id, rev: 2 });
    await expectRefusal(office, path, { code: 'bundle.revoked-sender', evidence: { sender: unit.id } });
  });

  it('refuses its own bundle and a bundle of an admitted office signed by nobody it knows', async () => {
    await expectRefusal(unit, sealedPath, { code: 'bundle.own-bundle' });
    forge.signer = league;
    await expectRefusal(county, await assemble(forge), { code: 'bundle.bad-tag-file', evidence: { entry: 'data/card.json' } });
  });

  it('names both ends of a gap', async () => {
    const office = await createOffice('county', '别县财政局');
    await office.admit(unit, 'subordinate');
    editExchange(forge, (draft) => (draft.recipients = [office.id]));
    setJournal(forge, unit, journalLines(forge, unit.id).slice(2));
    await expectRefusal(office, await assemble(forge), { code: 'bundle.gap', evidence: { author: unit.id, have: 0, from: 3 } });
  });

  it.each([
    ['within lines that are held', 3],
    ['right after the last line held', 4],
  ])('keeps both lines of a fork %s in quarantine and nothing else', async (_, kept) => {
    const office = await createOffice('county', '别县财政局');
    await office.admit(unit, 'subordinate');
    editExchange(forge, (draft) => (draft.recipients = [office.id]));
    const lines = journalLines(forge, unit.id);
    await openAt(office, await assemble(forge));
    // The twin wrote another line in place of the last one, and went on.
    const twin = [...lines.slice(0, 3), lineAfter(lines[2] ?? '', unit, { table: 'operators', body: { name: '丙', post: '科员', active: true } })];
    twin.push(lineAfter(twin[3] ?? '', unit, { table: 'operators', body: { name: '丁', post: '科员', active: true } }));
    for (const name of [...forge.payload.keys()].filter((each) => each.startsWith('data/attachments/'))) forge.payload.delete(name);
    editExchange(forge, (draft) => (draft.attachments = []));
    setJournal(forge, unit, twin.slice(kept));
    await expectRefusal(office, await assemble(forge), { code: 'bundle.fork', evidence: { author: unit.id, seq: 4 } }, /^quarantine\/fork-/);
    const left = Object.keys(await snapshot(office.folder)).filter((name) => name.startsWith('quarantine/'));
    expect(left).toEqual([`quarantine/fork-${unit.id}-4.txt`]);
  });

  it('tells a fork also where the twin wrote bytes that are no text', async () => {
    const office = await createOffice('county', '别县财政局');
    await office.admit(unit, 'subordinate');
    editExchange(forge, (draft) => (draft.recipients = [office.id]));
    await openAt(office, await assemble(forge));
    const [first = '', second = ''] = journalLines(forge, unit.id);
    const broken = Buffer.from(second);
    broken[broken.indexOf('经办甲')] = 0xff;
    const hash = hashLine(broken);
    for (const name of [...forge.payload.keys()].filter((each) => each.startsWith('data/attachments/'))) forge.payload.delete(name);
    forge.payload.set(`data/journals/${unit.id}.ndjson`, Buffer.concat([Buffer.from(`${first}\n`), broken, Buffer.from('\n')]));
    setCheckpoint(forge, unit, { seq: 2, hash });
    editExchange(forge, (draft) => {
      draft.attachments = [];
      draft.journals.forEach((slice) => Object.assign(slice, { toSeq: 2, hash }));
    });
    await expectRefusal(office, await assemble(forge), { code: 'bundle.fork', evidence: { author: unit.id, seq: 2 } }, /^quarantine\/fork-/);
  });

  it("takes a relayed journal on the relayer's admission in the same bundle, not without it and not with its revocation", async () => {
    const region = await createOffice('region', '自治区财政厅');
    await region.admit(league, 'subordinate');
    const own = lineAfter(null, league, { table: 'stations', body: league.station });
    const vouching = lineAfter(own, league, { table: 'admissions', body: admissionOf(county.station, 'subordinate', league.operator) });
    const theirs = [lineAfter(null, county, { table: 'stations', body: county.station })];
    const relay = async (vouched: boolean, revoked = false) => {
      const mine = vouched ? [own, vouching] : [own];
      if (revoked) mine.push(lineAfter(mine[1] ?? '', league, { table: 'admissions', body: admissionOf(county.station, 'subordinate', league.operator, 'revoked') }));
      const made = await takeApart(sealedPath, league);
      made.payload.forEach((bytes, name) => bytes.length >= 0 && /attachments|journals|checkpoints|card/.test(name) && made.payload.delete(name));
      made.payload.set('data/card.json', (await takeApart((await sealFor(league, region)).path, league)).payload.get('data/card.json') ?? Buffer.alloc(0));
      editExchange(made, (draft) => Object.assign(draft, { sender: league.id, recipients: [region.id], journals: [], attachments: [] }));
      setJournal(made, league, mine);
      setJournal(made, county, theirs);
      return assemble(made);
    };
    await league.admit(region, 'superior');
    await expectRefusal(region, await relay(false), { code: 'bundle.untrusted-author', evidence: { author: county.id } });
    const report = await openAt(region, await relay(true));
    expect(report.journals.map(({ author }) => author)).toEqual([league.id, county.id]);
    await expectRefusal(region, await relay(true, true), { code: 'bundle.untrusted-author', evidence: { author: county.id } });
  });
});
