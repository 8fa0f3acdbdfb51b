// The contract's summary 合同摘要 as an official page: who, how much, and the eight elements of 80号文 三(四)3. Pure.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import type { BusinessDate } from '#shared/base/date';
import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { PaperMark } from '#shared/bundle/paper-mark';
import type { Contract } from '#shared/domain/contract';
import { findProcurementMethod, labelOf, PAYMENT_KINDS, PROVIDER_TYPES } from '#shared/policy/code-lists';
import { type PaperBlock, type PaperDocument, type PaperTable, paragraphs } from '../../paper/document';
import { inFull, sumText } from './money';
import { markFoot, printedMark, type Printing, TRAINING_STAMP } from './printed-mark';

export interface ContractPaperInput {
  readonly contract: Contract;
  readonly rev: number;
  /** null when the project or its buyer is not held here. */
  readonly buyer: { readonly name: string; readonly uscc: string } | null;
  readonly handler: string;
  readonly mark: PaperMark;
  readonly printing: Printing;
}

export function contractPaper({ contract, rev, buyer, handler, mark, printing }: ContractPaperInput): PaperDocument {
  const { supplier, rights } = contract;
  return {
    name: `合同摘要 ${contract.number}`,
    layout: 'official',
    foot: markFoot(mark),
    blocks: [
      { kind: 'mark', mark: printedMark(mark, printing) },
      { kind: 'title', text: '政府购买服务合同摘要', under: contract.name },
      ...said(
        ['合同编号', `${contract.number}（第 ${String(rev)} 版）`],
        ['购买主体', buyer?.name ?? '本机没有这个单位的记录'],
        ['统一社会信用代码', buyer?.uscc ?? ''],
        ['承接主体', `${supplier.name}（${labelOf(PROVIDER_TYPES, supplier.type) ?? supplier.type}）`],
        ['统一社会信用代码', supplier.uscc],
        ['合同金额', `${formatYuan(contract.amountFen)} 元（${toChineseAmountWithCurrency(contract.amountFen)}）`],
        ['采购方式', findProcurementMethod(contract.method)?.label ?? contract.method],
        ['中标（成交）通知书日期', contract.awardNoticeOn === null ? '' : formatDay(contract.awardNoticeOn)],
        ['签订日期', formatDay(contract.signedOn)],
        ['逾期签订原因', contract.lateReason],
        ['备案编号', contract.filingNumber],
        ['收款人', contract.payeeName],
        ['收款人统一社会信用代码', contract.payeeUscc],
        ['不转包承诺', contract.noAssignmentPromised ? '承接主体已书面承诺不转包' : '未承诺'],
        ['合同经办人', handler],
      ),
      ...element('一、服务范围', contract.scope),
      ...element('二、标的', contract.subject),
      { kind: 'heading', text: '三、数量' },
      linesTable(contract),
      ...element('四、质量要求', contract.quality),
      ...element('五、服务期限', `${formatDay(contract.startsOn)}至${formatDay(contract.endsOn)}。`),
      ...element('六、资金支付方式', contract.paymentTerms),
      scheduleTable(contract),
      ...element('七、权利义务', `购买主体：${rights.buyer}\n承接主体：${rights.supplier}\n服务对象：${rights.recipients}`),
      ...element('八、违约责任', contract.breach),
      ...element('验收方案', contract.acceptanceScheme),
      { kind: 'signatures', labels: ['购买主体（盖章）：', '承接主体（盖章）：', '代表（签字）：', '代表（签字）：', '日期：', '日期：'] },
    ],
    ...(printing.training ? { stamp: TRAINING_STAMP } : {}),
  };
}

/** 2026年4月1日, as official texts write a day. */
function formatDay(date: BusinessDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

/** One paragraph each; what is empty is left out. */
function said(...facts: readonly (readonly [label: string, value: string])[]): readonly PaperBlock[] {
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ kind: 'paragraph', text: `${label}：${value}` }));
}

function element(heading: string, text: string): readonly PaperBlock[] {
  return [{ kind: 'heading', text: heading }, ...paragraphs(text)];
}

function linesTable({ lines, amountFen }: Contract): PaperTable {
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 8, align: 'center' },
      { title: '名称', share: 18 },
      { title: '要求', share: 26 },
      { title: '数量', share: 15, align: 'end' },
      { title: '单价（元）', share: 16, align: 'end' },
      { title: '金额（元）', share: 19, align: 'end' },
    ],
    rows: [
      ...lines.map((line) => ({
        cells: [String(line.lineNo), line.name, line.requirement, `${formatQuantity(line.quantityE4)} ${line.unit}`, formatYuan(line.unitPriceFen), formatYuan(line.amountFen)].map(
          (text) => ({ text }),
        ),
      })),
      { sum: true, cells: [{ text: '合计（元）', span: 2, align: 'center' }, { text: inFull(amountFen), span: 4, align: 'start' }] },
    ],
  };
}

function scheduleTable({ schedule }: Contract): PaperTable {
  const { figure, capitals } = sumText(schedule.map(({ amountFen }) => amountFen));
  return {
    kind: 'table',
    columns: [
      { title: '付款类型', share: 16 },
      { title: '付款日期', share: 18, align: 'center' },
      { title: '付款条件', share: 42 },
      { title: '金额（元）', share: 24, align: 'end' },
    ],
    rows: [
      ...schedule.map((one) => ({
        cells: [labelOf(PAYMENT_KINDS, one.kind) ?? String(one.kind), one.dueOn, one.condition, formatYuan(one.amountFen)].map((text) => ({ text })),
      })),
      { sum: true, cells: [{ text: '合计（元）', align: 'center' }, { text: `${figure}（${capitals}）`, span: 3, align: 'start' }] },
    ],
  };
}
