import { describe, expect, it } from 'vitest';
import { encodeBagInfo, encodeManifest, parseBagInfo, parseManifest, peekFormat } from '../../../shared/bundle/manifest';

const digest = (digit: string) => digit.repeat(64);
const info = {
  organization: '红旗县财政局',
  bundleId: '150422-1a2b3c4d-2026-0003',
  date: '2026-03-02',
  payloadBytes: 4096,
  payloadFiles: 7,
  station: '1a2b3c4d'.repeat(4),
  format: 1,
};

describe('parseManifest', () => {
  it('reads back what encodeManifest writes, sorted by name', () => {
    const manifest = new Map([['data/b', digest('2')], ['bagit.txt', digest('1')], ['data/a', digest('3')]]);
    const text = encodeManifest(manifest);
    expect(text).toBe(`${digest('1')}  bagit.txt\n${digest('3')}  data/a\n${digest('2')}  data/b\n`);
    expect(new Map(parseManifest(text))).toEqual(manifest);
  });

  it.each([
    ['nothing', ''],
    ['a missing line end', `${digest('1')}  a`],
    ['one space', `${digest('1')} a\n`],
    ['the binary mark of other tools', `${digest('1')} *a\n`],
    ['capital digits', `${digest('A')}  a\n`],
    ['a short digest', `${'1'.repeat(63)}  a\n`],
    ['a name twice', `${digest('1')}  a\n${digest('2')}  a\n`],
    ['names out of order', `${digest('1')}  b\n${digest('2')}  a\n`],
    ['a carriage return', `${digest('1')}  a\r\n`],
    ['an escaped name', `\\${digest('1')}  a\n`],
    ['an empty line', `${digest('1')}  a\n\n`],
  ])('refuses %s', (_, text) => {
    expect(parseManifest(text)).toBeNull();
  });
});

describe('parseBagInfo', () => {
  it('reads back what encodeBagInfo writes', () => {
    expect(parseBagInfo(encodeBagInfo(info))).toEqual(info);
  });

  it.each([
    ['another order', (text: string) => text.split('\n').reverse().join('\n')],
    ['a label more', (text: string) => `${text}X: y\n`],
    ['a label less', (text: string) => text.replace(/Bagging-Date.*\n/, '')],
    ['a number with a leading zero', (text: string) => text.replace('4096.7', '04096.7')],
    ['a folded line', (text: string) => text.replace('局\n', '局\n  分局\n')],
  ])('refuses %s', (_, change) => {
    expect(parseBagInfo(change(encodeBagInfo(info)))).toBeNull();
  });
});

describe('peekFormat', () => {
  it('finds the number in a file that says more than this version knows', () => {
    expect(peekFormat(`Novelty: x\nBundle-Format: 12\nMore: y\n`)).toBe(12);
    expect(peekFormat('Bundle-Format: x\n')).toBeNull();
  });
});
