// A finalised acceptance in words: sections of labelled values. Its lines stand in a table of their own.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { Acceptance } from '#shared/domain/acceptance';
import { ACCEPTANCE_OUTCOME_LABELS, MEMBER_SIDE_LABELS } from './acceptance';
import { attachmentSection, entry, type SheetSection } from './sheet';

export interface AcceptanceNames {
  readonly contract: string;
  readonly acceptedBy: string;
}

export function acceptanceSheet(acceptance: Acceptance, names: AcceptanceNames): readonly SheetSection[] {
  const { recipientOpinion: opinion } = acceptance;
  return [
    {
      title: '结论与应付',
      entries: [
        entry('number', '验收编号', acceptance.number),
        entry('contractId', '合同', `${names.contract}（第 ${String(acceptance.contractRev)} 版）`),
        entry('acceptedOn', '验收日期', acceptance.acceptedOn),
        entry('outcome', '结论', ACCEPTANCE_OUTCOME_LABELS[acceptance.outcome]),
        entry('payableFen', '应付（元）', `${formatYuan(acceptance.payableFen)}（${toChineseAmountWithCurrency(acceptance.payableFen)}）`),
        entry('deductionFen', '扣款（元）', formatYuan(acceptance.deductionFen)),
        ...(acceptance.deductionReason === '' ? [] : [entry('deductionReason', '扣款依据', acceptance.deductionReason)]),
        entry('acceptedBy', '验收人', names.acceptedBy),
      ],
    },
    {
      title: '验收人员',
      entries: acceptance.members.map((member, index) =>
        entry(`members.${String(index)}`, MEMBER_SIDE_LABELS[member.side], `${member.name}　${member.post}`),
      ),
    },
    {
      title: '服务对象意见',
      entries:
        opinion === null
          ? [entry('recipientOpinion', '意见', '没有征求')]
          : [
              entry('recipientOpinion.asked', '人数', `征求 ${String(opinion.asked)} 人，满意 ${String(opinion.content)} 人`),
              entry('recipientOpinion.words', '意见', opinion.words),
            ],
    },
  ];
}

/** Everything an acceptance says, lines included, for comparing two versions; `nameOf` a line's agreed name. */
export function acceptanceWholeSheet(acceptance: Acceptance, names: AcceptanceNames, nameOf: (lineNo: number) => string): readonly SheetSection[] {
  return [
    ...acceptanceSheet(acceptance, names),
    {
      title: '逐项验收',
      entries: acceptance.lines.map(({ lineNo, deliveredE4, acceptedE4, conforms, actual }) =>
        entry(
          `lines.${String(lineNo)}`,
          `第 ${String(lineNo)} 项 ${nameOf(lineNo)}`,
          `交付 ${formatQuantity(deliveredE4)}，验收 ${formatQuantity(acceptedE4)}，${conforms ? '符合' : '不符合'}。${actual}`,
        ),
      ),
    },
    attachmentSection(acceptance.attachments),
  ];
}
