import { describe, expect, it } from 'vitest';
import type { StationId } from '../../../shared/base/ids';
import { bundleNumberOf, createBundleId, entryKindOf, isBundleId } from '../../../shared/bundle/names';

const sender = '1a2b3c4d'.repeat(4) as StationId;

describe('createBundleId', () => {
  it('joins region, short station id, year and a number of four digits or more', () => {
    expect(createBundleId('150422', sender, 2026, 3)).toBe('150422-1a2b3c4d-2026-0003');
    expect(createBundleId('150422', sender, 2026, 12345)).toBe('150422-1a2b3c4d-2026-12345');
  });

  it('throws for what would not be a bundle id', () => {
    expect(() => createBundleId('110000', sender, 2026, 1)).toThrow('invariant');
    expect(() => createBundleId('150422', sender, 1999, 1)).toThrow('invariant');
  });
});

describe('bundleNumberOf', () => {
  it("counts only this station's bundles of this year", () => {
    expect(bundleNumberOf('150422-1a2b3c4d-2026-0017', '150422', sender, 2026)).toBe(17);
    expect(bundleNumberOf('150422-1a2b3c4d-2025-0017', '150422', sender, 2026)).toBeNull();
    expect(bundleNumberOf('150422-ffffffff-2026-0017', '150422', sender, 2026)).toBeNull();
    expect(bundleNumberOf('请先读我', '150422', sender, 2026)).toBeNull();
  });
});

describe('entryKindOf', () => {
  it.each([
    ['bagit.txt', 'tag'],
    ['manifest-sha256.txt', 'list'],
    ['data/exchange.json', 'exchange'],
    ['data/card.json', 'card'],
    [`data/journals/${'a'.repeat(32)}.ndjson`, 'journal'],
    [`data/checkpoints/${'a'.repeat(32)}.json`, 'checkpoint'],
    [`data/attachments/${'a'.repeat(64)}`, 'attachment'],
    [`signatures/${'a'.repeat(16)}.sm2.sig`, 'signature'],
    [`signatures/${'a'.repeat(16)}.pub.pem`, 'key'],
  ])('knows %s', (name, kind) => {
    expect(entryKindOf(name)?.kind).toBe(kind);
  });

  it.each(['', 'data/', 'data/x', 'bagit.txt/', 'data/card.json\n', 'Data/card.json', `data/journals/${'A'.repeat(32)}.ndjson`, `data/attachments/${'a'.repeat(64)}.pdf`])(
    'does not know %j',
    (name) => {
      expect(entryKindOf(name)).toBeNull();
    },
  );
});

describe('isBundleId', () => {
  it('is not fooled by line ends or longer text', () => {
    expect(isBundleId('150422-1a2b3c4d-2026-0003')).toBe(true);
    for (const text of ['150422-1a2b3c4d-2026-0003\n', 'x150422-1a2b3c4d-2026-0003', '150422-1a2b3c4d-2026-3']) expect(isBundleId(text)).toBe(false);
  });
});
