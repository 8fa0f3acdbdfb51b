import { describe, expect, it } from 'vitest';
import type { Sm3Hex, StationId } from '../../../shared/base/ids';
import { encodeExchangeFile, type ExchangeFile, parseExchangeFile } from '../../../shared/bundle/exchange-file';

const id = (digit: string) => digit.repeat(32) as StationId;
const hash = (digit: string) => digit.repeat(64) as Sm3Hex;
const file: ExchangeFile = {
  v: 1,
  bundleId: '150422-1a2b3c4d-2026-0003',
  sealedAt: '2026-03-02T01:20:11.123Z',
  sender: id('1'),
  environment: 'real',
  recipients: [id('2'), id('3')],
  journals: [
    { author: id('1'), fromSeq: 3, prev: hash('a'), toSeq: 3, hash: hash('b') },
    { author: id('4'), fromSeq: 1, prev: hash('0'), toSeq: 9, hash: hash('c') },
  ],
  attachments: [{ sm3: hash('d'), sizeBytes: 1 }, { sm3: hash('e'), sizeBytes: 2 }],
};

describe('parseExchangeFile', () => {
  it('reads back what encodeExchangeFile writes', () => {
    expect(parseExchangeFile(encodeExchangeFile(file))).toEqual(file);
  });

  it.each<[string, Partial<Record<keyof ExchangeFile, unknown>>]>([
    ['a later version', { v: 2 }],
    ['no recipient', { recipients: [] }],
    ['a recipient twice', { recipients: [id('2'), id('2')] }],
    ['no journal', { journals: [] }],
    ['two slices of one author', { journals: [file.journals[0], file.journals[0]] }],
    ['journals out of order', { journals: [...file.journals].reverse() }],
    ['a slice that ends before it begins', { journals: [{ ...file.journals[0], toSeq: 2 }] }],
    ['a slice from line 0', { journals: [{ ...file.journals[0], fromSeq: 0 }] }],
    ['attachments out of order', { attachments: [...file.attachments].reverse() }],
    ['an attachment beyond the limit', { attachments: [{ sm3: hash('d'), sizeBytes: 200 * 1024 * 1024 + 1 }] }],
    ['an id with a path in it', { bundleId: '../150422-1a2b3c4d-2026-0003' }],
    ['a field more', { more: 1 } as never],
  ])('refuses %s', (_, change) => {
    expect(parseExchangeFile(encodeExchangeFile({ ...file, ...change } as ExchangeFile))).toBeNull();
  });

  it('refuses text that is not canonical', () => {
    expect(parseExchangeFile(JSON.stringify(file))).toBeNull();
    expect(parseExchangeFile(`${encodeExchangeFile(file)}\n`)).toBeNull();
  });
});
