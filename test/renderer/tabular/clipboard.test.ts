// Blocks of cells to and from the clipboard: what Excel, WPS and writers of documents put there, and what hostile ones might.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockToClipboard, MOST_COLUMNS, MOST_ROWS, parseClipboard, parseTsv, toTsv } from '../../../renderer/tabular/clipboard';

const only = (plain: string) => parseClipboard({ plain, html: '' });
const block = (result: ReturnType<typeof parseClipboard>): Block => {
  expect(result.ok).toBe(true);
  return result.ok ? result.value : [];
};

const cell = fc.string({ unit: fc.constantFrom('养', '老', '"', '\t', '\n', ' ', ',', 'a', '0'), maxLength: 6 });

describe('parseTsv', () => {
  it('is the inverse of toTsv for any cells, quotes, tabs and line breaks included', () => {
    const blocks = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(fc.property(blocks, (cells) => { expect(parseTsv(toTsv(cells))).toEqual(cells); }), { numRuns: 500 });
  });

  it('reads line ends of every system, and a last one as none', () => {
    expect(parseTsv('甲\t1\r\n乙\t2\r\n')).toEqual([['甲', '1'], ['乙', '2']]);
    expect(parseTsv('甲\t1\n乙\t2')).toEqual([['甲', '1'], ['乙', '2']]);
    expect(parseTsv('甲\t')).toEqual([['甲', '']]);
  });

  it('takes a quote that never closes, or closes in the middle, for a character', () => {
    expect(parseTsv('"甲\t乙')).toEqual([['"甲', '乙']]);
    expect(parseTsv('"甲"级\t乙')).toEqual([['"甲"级', '乙']]);
    expect(parseTsv('5" 屏\t乙')).toEqual([['5" 屏', '乙']]);
  });
});

describe('parseClipboard', () => {
  it('makes the rows one length', () => {
    expect(block(only('甲\t乙\t丙\n丁'))).toEqual([['甲', '乙', '丙'], ['丁', '', '']]);
  });

  it('reads the table where the text is none, or falls apart', () => {
    const html = '<html><style>td{color:red}</style><body><!--StartFragment--><table><tr><th>名称<th>内容</tr><tr><td>甲 &amp; 乙</td><td><p>第一行</p><p>第二行</p></td></tr></table>';
    const table = [['名称', '内容'], ['甲 & 乙', '第一行\n第二行']];
    expect(block(parseClipboard({ plain: '', html }))).toEqual(table);
    expect(block(parseClipboard({ plain: '名称\t内容\n甲 & 乙\t第一行\n第二行', html }))).toEqual(table);
    expect(block(parseClipboard({ plain: '名称\t内容\n丙\t丁', html }))).toEqual([['名称', '内容'], ['丙', '丁']]);
  });

  it('keeps merged cells in their places, their text in the first', () => {
    const html = '<table><tr><td rowspan=2>类别</td><td colspan="2">数量</td></tr><tr><td>1</td><td>2</td></tr></table>';
    expect(block(parseClipboard({ plain: '', html }))).toEqual([['类别', '数量', ''], ['', '1', '2']]);
  });

  it('takes the exact figure of a spreadsheet’s cell for the rounded one it shows, and dates as they are shown', () => {
    const html = '<table><tr><td x:num="1234.567">1,234.57</td><td x:num="46447">2027/3/1</td><td>￥5.00</td></tr></table>';
    expect(block(parseClipboard({ plain: '', html }))).toEqual([['1234.567', '2027/3/1', '￥5.00']]);
  });

  it('gives plain text whatever the HTML says', () => {
    const html = '<table><tr><td><script>alert(1)</script><img src=x onerror="alert(1)">甲<b>&lt;img&gt;</b></td><td>&#20057;&#x4E19;&#0;&#xD800;</td></tr></table>';
    expect(block(parseClipboard({ plain: '', html }))).toEqual([['甲<img>', '乙丙']]);
  });

  it('reads a table within a cell as text of that cell', () => {
    const html = '<table><tr><td>外<table><tr><td>内一</td><td>内二</td></tr></table></td><td>旁</td></tr></table>';
    expect(block(parseClipboard({ plain: '', html }))).toEqual([['外 内一 内二', '旁']]);
  });

  it('refuses nothing, and what is too much', () => {
    expect(only('')).toMatchObject({ ok: false, error: { code: 'clipboard.empty' } });
    expect(only('甲\n'.repeat(MOST_ROWS + 1))).toMatchObject({ ok: false, error: { code: 'clipboard.too-large' } });
    expect(only('甲\t'.repeat(MOST_COLUMNS + 1))).toMatchObject({ ok: false, error: { code: 'clipboard.too-large' } });
    expect(only('甲'.repeat(9_000_000))).toMatchObject({ ok: false, error: { code: 'clipboard.too-large' } });
  });

  it('does not let spans make more cells than there may be', () => {
    const html = `<table>${'<tr><td colspan=99999 rowspan=99999>甲</td></tr>'.repeat(30)}</table>`;
    const parsed = parseClipboard({ plain: '', html });
    expect(parsed.ok || parsed.error.code === 'clipboard.too-large').toBe(true);
  });

  it('ends for any text, without a throw', () => {
    const piece = fc.constantFrom('<table>', '</table>', '<tr>', '<td>', '<td rowspan=3>', '</td>', '<!--', '-->', '<style>', '"', "'", '<', '>', '&#x;', '甲', '\n', '<td colspan="2" x:num="1">');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => { parseClipboard({ plain: '', html: pieces.join('') }); }), { numRuns: 500 });
  });
});

describe('blockToClipboard', () => {
  it('escapes what is copied and keeps codes as text', () => {
    const { html, plain } = blockToClipboard([['<b>', '007'], ['一\n二', '']], [false, true]);
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain(`mso-number-format:'\\@'">007`);
    expect(parseTsv(plain)).toEqual([['<b>', '007'], ['一\n二', '']]);
    expect(block(parseClipboard({ plain: '', html }))).toEqual([['<b>', '007'], ['一\n二', '']]);
  });

  it('copies one cell as its bare text', () => {
    expect(blockToClipboard([['养老']], [false]).plain).toBe('养老');
  });
});
