// The contract and the acceptance that the journey enters, reckoned from the project and what was approved for it.

import { multiplyQuantity } from '#shared/base/money';
import type { PlanItem } from '#shared/domain/plan-item';
import type { BusinessDate } from '#shared/base/date';
import { withCheckCharacter } from './journey-offices';
import type { AcceptanceFacts, ContractFacts } from './journey-contract';

const SUPPLIER = { name: '赤峰市惠民就业服务有限公司', uscc: withCheckCharacter('91150402MA0NXY012'), type: 'P3' } as const;

/** Two lines that together stay below what was approved; the second one's product has a fraction of a fen to round. */
export function contractFacts(project: PlanItem, approvedFen: number, signedOn: BusinessDate): ContractFacts {
  const first = { quantityE4: 1_000_000, unitPriceFen: Math.floor(approvedFen / 200) };
  const second = { quantityE4: 33_333, unitPriceFen: Math.floor(approvedFen / 10) };
  const lines = [
    { lineNo: 1, name: '入户与现场服务', requirement: '每次不少于一小时，当场签字确认', unit: project.unit, ...first, amountFen: multiplyQuantity(first.quantityE4, first.unitPriceFen).fen },
    { lineNo: 2, name: '集中指导', requirement: '提交签到表、课件和影像资料', unit: '期', ...second, amountFen: multiplyQuantity(second.quantityE4, second.unitPriceFen).fen },
  ];
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  const firstPayment = Math.floor(amountFen / 3);
  return {
    number: `HT-${String(project.year)}-001`,
    name: `${project.name}服务合同`,
    supplier: SUPPLIER,
    method: project.method,
    awardNoticeOn: signedOn,
    signedOn,
    scope: project.place,
    subject: project.content,
    quality: '服务记录完整，服务对象满意度不低于百分之九十',
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    paymentTerms: '合同生效后支付首付款，验收合格后支付尾款',
    rights: { buyer: '检查、监督、组织验收，按约付款', supplier: '按约提供服务，取得价款', recipients: '接受服务，提出意见和投诉' },
    breach: '逾期提供服务的，按日支付合同金额千分之一的违约金',
    lines,
    amountFen,
    schedule: [
      { kind: 1, dueOn: project.startsOn, amountFen: firstPayment, condition: '合同生效' },
      { kind: 3, dueOn: project.endsOn, amountFen: amountFen - firstPayment, condition: '验收合格' },
    ],
    noAssignmentPromised: true,
    payeeName: SUPPLIER.name,
    payeeUscc: SUPPLIER.uscc,
    acceptanceScheme: '由本局会同服务对象代表逐项核对服务记录和成果',
    lateReason: '',
    filingNumber: '',
  };
}

/** The first line in full, of the second less than came, and something taken off for it. */
export function acceptanceFacts(contract: ContractFacts, acceptedOn: BusinessDate): AcceptanceFacts {
  const [first, second] = contract.lines as [ContractFacts['lines'][number], ContractFacts['lines'][number]];
  return {
    number: 'YS-001',
    acceptedOn,
    lines: [
      { lineNo: 1, deliveredE4: first.quantityE4, acceptedE4: first.quantityE4, actual: '记录齐全，抽查二十户均属实', conforms: true },
      { lineNo: 2, deliveredE4: second.quantityE4, acceptedE4: 30_000, actual: '最后一期缺少影像资料', conforms: false },
    ],
    members: [
      { name: '编制员甲', post: '社会事务股科员', side: 'buyer' },
      { name: '代表庚', post: '服务对象代表', side: 'recipient' },
    ],
    recipientOpinion: { asked: 30, content: 28, words: '上门及时，态度好，希望增加培训场次' },
    outcome: 'partly',
    deductionFen: 1_001,
    deductionReason: '缺少影像资料，按合同违约责任扣款',
  };
}

/** Σ accepted × unit price − deduction, reckoned apart from the form. */
export function payableFen(contract: ContractFacts, { lines, deductionFen }: AcceptanceFacts): number {
  const price = (lineNo: number) => contract.lines.find((line) => line.lineNo === lineNo)?.unitPriceFen ?? 0;
  return lines.reduce((sum, { lineNo, acceptedE4 }) => sum + Number((BigInt(acceptedE4) * BigInt(price(lineNo)) + 5_000n) / 10_000n), 0) - deductionFen;
}
