import { describe, expect, it } from 'vitest';
import type { Sm3Hex } from '#shared/base/ids';
import { parsePaperMark } from '#shared/bundle/paper-mark';
import { acceptancePaper } from '../../../../renderer/features/print/acceptance-paper';
import { contractPaper } from '../../../../renderer/features/print/contract-paper';
import { decisionPaper } from '../../../../renderer/features/print/decision-paper';
import { planPaper } from '../../../../renderer/features/print/plan-paper';
import { markFoot, printedMark } from '../../../../renderer/features/print/printed-mark';
import type { PaperDocument } from '../../../../renderer/paper/document';
import { decision, planItem } from '../../data/support/records';
import { ACCEPTANCE, CONTRACT, MARK, PERSON, PRINTING, wordsOf } from './support';

const item = (number: string, code: string, amountFen: number, parts = {}) => ({
  body: planItem(PERSON, { number, catalogueVersion: 'nmg-2014-80', catalogueCode: code, amountFen, name: `项目 ${number}`, ...parts }),
  buyer: '某旗民政局',
});
const plan = (items: readonly ReturnType<typeof item>[], manyBuyers = false) =>
  planPaper({ office: '某旗民政局', year: 2026, items, manyBuyers, mark: MARK, printing: PRINTING });

/** Spans of every row of every table add up to the table's columns. */
function expectWholeRows({ blocks }: PaperDocument): void {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const { cells } of block.rows) expect(cells.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(block.columns.length);
  }
}

describe('planPaper', () => {
  it('groups by category with a subtotal after each and the total in figures and capitals', () => {
    const words = wordsOf(plan([item('2026-001', '2.01', 100_000), item('2026-002', '1.07', 250_050), item('2026-003', '2.02', 50_000)]));
    const rows = words.filter((line) => line.includes('|')).slice(1).map((line) => line.split('|'));
    expect(rows.map(([first, second]) => [first, second])).toEqual([
      ['1', '2026-002'],
      ['1 公共服务　小计 1 项', '2,500.50'],
      ['2', '2026-001'],
      ['3', '2026-003'],
      ['2 社会管理　小计 2 项', '1,500.00'],
      ['全年合计 3 项', '4,000.50'],
    ]);
    expect(rows.at(-1)?.[2]).toBe('人民币肆仟元伍角整');
  });

  it('names the buyers where there are several, and every row fills the table', () => {
    expectWholeRows(plan([item('2026-001', '1.07', 1)]));
    const many = plan([item('2026-001', '1.07', 1)], true);
    expectWholeRows(many);
    expect(wordsOf(many).some((line) => line.startsWith('1|某旗民政局|2026-001|'))).toBe(true);
  });

  it('says that a sum is out of range instead of printing a wrong one', () => {
    const words = wordsOf(plan([item('2026-001', '1.07', 9_000_000_000_000_000), item('2026-002', '1.07', 1)]));
    expect(words.filter((line) => line.includes('超出范围'))).toHaveLength(2);
    expect(words.find((line) => line.startsWith('全年合计'))).toContain('请核对各项金额');
  });

  it('bears the training stamp and says so beside the mark', () => {
    const training = planPaper({ office: '某旗民政局', year: 2026, items: [], manyBuyers: false, mark: MARK, printing: { ...PRINTING, training: true } });
    expect(training.stamp).toBe('演练');
    expect(wordsOf(training)).toContain('演练数据，不作凭证');
    expect(plan([]).stamp).toBeUndefined();
  });
});

describe('decisionPaper', () => {
  const hash = '0'.repeat(64) as Sm3Hex;
  const judged = (number: string, parts: Parameters<typeof decision>[3]) => ({ body: item(number, '1.07', 1_000_000).body, decision: decision(PERSON, 1, hash, parts) });
  const paper = decisionPaper({
    office: '某旗财政局',
    buyer: '某旗民政局',
    year: 2026,
    items: [
      judged('2026-001', { outcome: 'approved', amountFen: 1_000_000 }),
      judged('2026-002', { outcome: 'cut', amountFen: 400_000, opinion: '压减', fieldOpinions: [{ field: 'unitPriceFen', opinion: '单价偏高' }] }),
      judged('2026-003', { outcome: 'returned', amountFen: 0 }),
      judged('2026-004', { outcome: 'refused', amountFen: 0 }),
      { body: item('2026-005', '1.07', 1_000_000).body, decision: null },
    ],
    mark: MARK,
    printing: PRINTING,
  });

  it('sets asked, approved and cut beside each other; of what was returned nothing is cut', () => {
    const rows = wordsOf(paper).filter((line) => line.includes('|')).map((line) => line.split('|'));
    expect(rows.slice(1, 6).map((cells) => cells.slice(4, 8))).toEqual([
      ['10,000.00', '10,000.00', '0.00', '同意'],
      ['10,000.00', '4,000.00', '6,000.00', '核减'],
      ['10,000.00', '0.00', '0.00', '退回'],
      ['10,000.00', '0.00', '10,000.00', '不予同意'],
      ['10,000.00', '', '', '待审定'],
    ]);
    expect(rows[6]).toEqual(['合计 5 项（待审定 1 项）', '50,000.00', '14,000.00', '16,000.00', '申报金额 人民币伍万元整\n审定金额 人民币壹万肆仟元整\n核减金额 人民币壹万陆仟元整']);
    expectWholeRows(paper);
  });

  it('gives opinions on single fields under the field’s own name', () => {
    expect(wordsOf(paper).join()).toContain('压减\n单价（元）：单价偏高');
  });
});

describe('contractPaper', () => {
  const paper = contractPaper({ contract: CONTRACT, rev: 2, buyer: { name: '某旗民政局', uscc: '11150824011612340Y' }, handler: '起草人', mark: MARK, printing: PRINTING });

  it('has the eight elements in the document’s order', () => {
    const headings = paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual(['一、服务范围', '二、标的', '三、数量', '四、质量要求', '五、服务期限', '六、资金支付方式', '七、权利义务', '八、违约责任', '验收方案']);
    expectWholeRows(paper);
  });

  it('writes the amount in figures and capitals, days in words, and what is empty not at all', () => {
    const words = wordsOf(paper);
    expect(words).toContain('合同金额：102,720.00 元（人民币壹拾万贰仟柒佰贰拾元整）');
    expect(words).toContain('签订日期：2026年4月20日');
    expect(words).toContain('合计（元）|102,720.00（人民币壹拾万贰仟柒佰贰拾元整）');
    expect(words.some((line) => line.startsWith('备案编号'))).toBe(false);
  });

  it('makes a paragraph of every line of a text', () => {
    expect(wordsOf(paper)).toEqual(expect.arrayContaining(['每周上门两次', '助餐、助洁']));
  });
});

describe('acceptancePaper', () => {
  const input = { acceptance: ACCEPTANCE, contract: CONTRACT, buyer: '某旗民政局', acceptedBy: '复核人', mark: MARK, printing: PRINTING };

  it('sets delivered beside agreed, line by line, and sums what is accepted', () => {
    const words = wordsOf(acceptancePaper(input));
    expect(words).toContain('1|上门服务|逐次签字|1,200 人次|600|580.5|85.50|49,632.75|不符合|19.5 人次没有签字');
    expect(words).toContain('2|回访|每月一次|12 次|6|6|10.00|60.00|符合|齐全');
    expect(words).toContain('验收金额合计　人民币肆万玖仟陆佰玖拾贰元柒角伍分|49,692.75|');
    expect(words).toContain('应付金额|49,060.00（人民币肆万玖仟零陆拾元整）');
    expectWholeRows(acceptancePaper(input));
  });

  it('stands without the contract, and says that it is not here', () => {
    const words = wordsOf(acceptancePaper({ ...input, contract: null }));
    expect(words).toContain('合同|合同不在本机');
    expect(words).toContain('1||||600|580.5|||不符合|19.5 人次没有签字');
  });
});

describe('printedMark', () => {
  it('says in words what the code holds: whoever types the words finds the same file', () => {
    const line = { kind: 'line' as const, recordId: PERSON, sm3: MARK.sm3 };
    for (const mark of [MARK, line]) {
      const { code, words } = printedMark(mark, PRINTING);
      expect(parsePaperMark(code)).toEqual({ ok: true, value: mark });
      expect(parsePaperMark(words.join('\n'))).toEqual({ ok: true, value: mark });
    }
    expect(printedMark(line, PRINTING).words[0]).toContain('尚未导出');
    expect(markFoot(line)).toContain('尚未导出');
  });
});
