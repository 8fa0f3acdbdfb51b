// A finalised contract in words: sections of labelled values. Lines and instalments stand in tables of their own.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { Contract } from '#shared/domain/contract';
import { findProcurementMethod, labelOf, PAYMENT_KINDS, PROVIDER_TYPES } from '#shared/policy/code-lists';
import { attachmentSection, entry, type SheetSection } from './sheet';

/** What makes a contract of more than a year permissible. */
export const CONTRACT_CONDITIONS = {
  fixedContent: '内容相对固定',
  continuous: '连续性强',
  stableFunding: '经费来源稳定',
  stablePrice: '价格变化幅度小',
} as const;

/** `handledBy` is the handler's name. */
export function contractHeadSheet(contract: Contract, handledBy: string): readonly SheetSection[] {
  return [
    {
      title: '合同基本情况',
      entries: [
        entry('number', '合同编号', contract.number),
        entry('name', '合同名称', contract.name),
        entry('amountFen', '合同金额（元）', `${formatYuan(contract.amountFen)}（${toChineseAmountWithCurrency(contract.amountFen)}）`),
        entry('method', '采购方式', findProcurementMethod(contract.method)?.label ?? contract.method),
        entry('awardNoticeOn', '中标（成交）通知书日期', contract.awardNoticeOn ?? '没有通知书'),
        entry('signedOn', '签订日期', contract.signedOn),
        ...(contract.lateReason === '' ? [] : [entry('lateReason', '逾期签订原因', contract.lateReason)]),
        entry('filingNumber', '备案编号', contract.filingNumber),
        entry('handledBy', '经办人', handledBy),
      ],
    },
    {
      title: '承接主体与收款人',
      entries: [
        entry('supplier.name', '承接主体', contract.supplier.name),
        entry('supplier.uscc', '统一社会信用代码', contract.supplier.uscc),
        entry('supplier.type', '类型', labelOf(PROVIDER_TYPES, contract.supplier.type) ?? contract.supplier.type),
        entry('payeeName', '收款人', `${contract.payeeName}　${contract.payeeUscc}`),
        entry('noAssignmentPromised', '不转包承诺', contract.noAssignmentPromised ? '已书面承诺' : '未承诺'),
      ],
    },
    { title: '一、服务范围', entries: [entry('scope', '服务范围', contract.scope)] },
    { title: '二、标的', entries: [entry('subject', '标的', contract.subject)] },
  ];
}

/** What follows the table of lines (三、数量). */
export function contractElementSheet(contract: Contract): readonly SheetSection[] {
  const met = (Object.keys(CONTRACT_CONDITIONS) as (keyof typeof CONTRACT_CONDITIONS)[]).filter((key) => contract.longTerm[key]).map((key) => CONTRACT_CONDITIONS[key]);
  return [
    { title: '四、质量要求', entries: [entry('quality', '质量要求', contract.quality)] },
    {
      title: '五、服务期限',
      entries: [
        entry('startsOn', '服务期限', `${contract.startsOn} 至 ${contract.endsOn}`),
        ...(met.length === 0 ? [] : [entry('longTerm', '超过一年的条件', met.join('、'))]),
      ],
    },
  ];
}

/** What follows the table of instalments (六、资金支付方式). */
export function contractClosingSheet(contract: Contract): readonly SheetSection[] {
  return [
    {
      title: '七、权利义务',
      entries: [
        entry('rights.buyer', '购买主体', contract.rights.buyer),
        entry('rights.supplier', '承接主体', contract.rights.supplier),
        entry('rights.recipients', '服务对象', contract.rights.recipients),
      ],
    },
    { title: '八、违约责任', entries: [entry('breach', '违约责任', contract.breach)] },
    { title: '验收方案', entries: [entry('acceptanceScheme', '验收方案', contract.acceptanceScheme)] },
  ];
}

/** Everything a contract says, lines and instalments included, for comparing two versions: a section for each row. */
export function contractWholeSheet(contract: Contract, handledBy: string): readonly SheetSection[] {
  return [
    ...contractHeadSheet(contract, handledBy),
    ...contract.lines.map((line) => ({
      title: `三、数量 第 ${String(line.lineNo)} 项`,
      entries: [
        entry(`lines.${String(line.lineNo)}.name`, '名称', line.name),
        entry(`lines.${String(line.lineNo)}.quantityE4`, '数量', `${formatQuantity(line.quantityE4)} ${line.unit}`),
        entry(`lines.${String(line.lineNo)}.unitPriceFen`, '单价（元）', formatYuan(line.unitPriceFen)),
        entry(`lines.${String(line.lineNo)}.amountFen`, '金额（元）', formatYuan(line.amountFen)),
        entry(`lines.${String(line.lineNo)}.requirement`, '要求', line.requirement),
      ],
    })),
    ...contractElementSheet(contract),
    {
      title: '六、资金支付方式',
      entries: [
        entry('paymentTerms', '支付条款', contract.paymentTerms),
        ...contract.schedule.map(({ kind, dueOn, amountFen, condition }, index) =>
          entry(`schedule.${String(index)}`, `第 ${String(index + 1)} 笔`, `${dueOn}　${labelOf(PAYMENT_KINDS, kind) ?? ''}　${formatYuan(amountFen)} 元　${condition}`),
        ),
      ],
    },
    ...contractClosingSheet(contract),
    attachmentSection(contract.attachments),
  ];
}
