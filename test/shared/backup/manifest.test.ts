import { beforeAll, describe, expect, it } from 'vitest';
import { type BackupManifest, encodeManifest, isBackedUp, parseManifest, PIECE_BYTES } from '#shared/backup/manifest';
import { utf8 } from '#shared/base/bytes';
import type { Sm3Hex, StationId } from '#shared/base/ids';
import { readyCrypto, sm3Hex } from '#shared/crypto/sm3';
import { canonicalJson } from '#shared/journal/canonical';

const ID = 'a'.repeat(32) as StationId;
const HASH = 'b'.repeat(64) as Sm3Hex;
const MANIFEST: BackupManifest = {
  format: 1,
  version: '0.1.0',
  madeAt: '2026-11-30T12:00:00.000Z',
  thoroughAt: '2026-11-30T12:00:00.000Z',
  reason: 'daily',
  station: {
    stationId: ID, environment: 'real', name: '乌拉特旗民政局', officeKind: 'unit', regionCode: '150824', uscc: '11150824011612340Y',
    publicKey: 'AA==', secrecyDeclaredAt: '2026-01-01T00:00:00.000Z',
  },
  journals: [
    { chain: 'official', author: ID, seq: 3, hash: HASH, sizeBytes: 900 },
    { chain: 'working', author: ID, seq: 0, hash: HASH, sizeBytes: 0 },
  ],
  counts: { planItems: 1, decisions: 0, contracts: 0, acceptances: 0, drafts: 2, attachments: 0, lines: 3 },
  files: [{ path: 'station.json', sizeBytes: 10, pieces: [HASH] }, { path: `journals/${ID}.ndjson`, sizeBytes: PIECE_BYTES + 1, pieces: [HASH, HASH] }],
};
/** As somebody would write it who knows the form but not its bounds. */
const sealed = (value: object) => {
  const text = canonicalJson(value);
  return utf8(`${text}\n${sm3Hex(utf8(text))}\n`);
};
const codeOf = (bytes: Uint8Array, version = '0.1.0') => {
  const parsed = parseManifest(bytes, version);
  return parsed.ok ? 'ok' : `${parsed.error.code} ${String(parsed.error.evidence?.['reason'] ?? '')}`.trim();
};

beforeAll(readyCrypto);

describe('parseManifest', () => {
  it('gives back what was written', () => {
    expect(parseManifest(encodeManifest(MANIFEST), '0.1.0')).toEqual({ ok: true, value: MANIFEST });
  });

  it('refuses a manifest that is cut anywhere, and one with something behind it', () => {
    const bytes = encodeManifest(MANIFEST);
    for (let length = 0; length < bytes.length; length++) expect(codeOf(bytes.subarray(0, length))).toBe('backup.damaged torn');
    expect(codeOf(new Uint8Array([...bytes, 0x0a]))).toBe('backup.damaged torn');
  });

  it('refuses a manifest with one bit turned', () => {
    const bytes = encodeManifest(MANIFEST);
    for (let at = 0; at < bytes.length; at += 7) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(codeOf(altered)).toBe('backup.damaged torn');
    }
  });

  it.each([
    ['0.1.1', 'backup.newer'],
    ['0.2.0', 'backup.newer'],
    ['1.0.0', 'backup.newer'],
    ['0.1.0', 'ok'],
    ['0.0.9', 'ok'],
  ])('takes version %s for %s when it is 0.1.0 itself', (version, code) => {
    expect(codeOf(sealed({ ...MANIFEST, version }))).toBe(code);
  });

  it('says that a later form is newer, whatever it holds', () => {
    expect(codeOf(sealed({ format: 2, version: '0.1.0', everything: 'else' }))).toBe('backup.newer');
  });

  it.each([
    ['a name that leads out of the folder', { files: [{ path: '../station.json', sizeBytes: 1, pieces: [HASH] }] }],
    ['an absolute name', { files: [{ path: '/etc/passwd', sizeBytes: 1, pieces: [HASH] }] }],
    ['a name of another kind', { files: [{ path: 'vault/extra.pem', sizeBytes: 1, pieces: [HASH] }] }],
    ['a backslash', { files: [{ path: 'attachments\\ab', sizeBytes: 1, pieces: [HASH] }] }],
    ['fewer pieces than the size needs', { files: [{ path: 'station.json', sizeBytes: PIECE_BYTES + 1, pieces: [HASH] }] }],
    ['one name twice', { files: [MANIFEST.files[0], MANIFEST.files[0]] }],
    ['no working chain of its own', { journals: [MANIFEST.journals[0], MANIFEST.journals[0]] }],
    ['a field that nobody knows', { note: 'x' }],
  ])('refuses %s', (_, change) => {
    expect(codeOf(sealed({ ...MANIFEST, ...change }))).toBe('backup.damaged form');
  });
});

describe('isBackedUp', () => {
  it('knows every file of a station and no other', () => {
    const known = [
      'station.json', 'vault/station-key.pem', 'vault/station-key.recovery.pem', 'vault/station-key.pub.pem', 'vault/station-key.old-1.pem', 'vault/operators.json',
      `journals/${ID}.ndjson`, `journals/${ID}.working.ndjson`, `checkpoints/${ID}.json`, `attachments/bb/${HASH}`, `quarantine/fork-${ID}-12.txt`,
      `bundles/sent/150824-aaaaaaaa-2026-0001.gfb`, `bundles/received/150824-aaaaaaaa-2026-0001-0123abcd.gfb`,
    ];
    expect(known.filter((path) => !isBackedUp(path))).toEqual([]);
    const strange = ['restored.json', 'journals/.lock', `attachments/${HASH}`, 'bundles/elsewhere/1.tmp', `attachments/bb/.${'0'.repeat(24)}.tmp`, 'station.json\n', 'settings.json'];
    expect(strange.filter(isBackedUp)).toEqual([]);
  });
});
