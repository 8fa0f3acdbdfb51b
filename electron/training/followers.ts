// What follows a made-up plan item: the bureau's decision, the contract, the acceptance. Each keeps to the rules and to the one before it.

import { addDays, type BusinessDate } from '#shared/base/date';
import type { RecordId, Sm3Hex } from '#shared/base/ids';
import { multiplyBasisPoints, multiplyQuantity } from '#shared/base/money';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import type { Decision, DecisionOutcome } from '#shared/domain/decision';
import type { PlanItem } from '#shared/domain/plan-item';
import { supplierFor } from './projects';
import type { Chance } from './seeded';

/** An item as the journal has it. */
export interface Submitted {
  readonly id: RecordId;
  readonly rev: number;
  readonly hash: Sm3Hex;
  readonly item: PlanItem;
}

const REASONS: Readonly<Record<Exclude<DecisionOutcome, 'approved'>, readonly [string, ...string[]]>> = {
  cut: ['按近两年实际支出水平核减。', '与上年结转资金统筹，核减部分预算。', '服务数量偏高，按摸底人数核减。'],
  returned: ['请补充单价测算依据后再报。', '服务对象人数与摸底情况不一致，请核实。', '请说明与往年同类项目的关系。'],
  refused: ['本年预算未安排此项支出。', '与已批复项目内容重复。'],
};

export function decisionFor({ id, rev, hash, item }: Submitted, outcome: DecisionOutcome, decidedBy: RecordId, today: BusinessDate, chance: Chance): Decision {
  const decidedOn = earlier(addDays(item.submittedOn, chance.whole(6, 20)), today);
  const granted = { approved: item.amountFen, cut: multiplyBasisPoints(item.amountFen, chance.whole(60, 95) * 100).fen, returned: 0, refused: 0 };
  return {
    planItemId: id,
    planItemRev: rev,
    planItemHash: hash,
    outcome,
    amountFen: granted[outcome],
    fieldOpinions: [],
    opinion: outcome === 'approved' ? '' : chance.oneOf(REASONS[outcome]),
    documentNumber: `演财购〔${decidedOn.slice(0, 4)}〕${String(chance.whole(1, 400))}号`,
    decidedOn,
    decidedBy,
  };
}

/** The same item again after it came back, with what was asked for. */
export function revised(item: PlanItem, decision: Decision, today: BusinessDate, chance: Chance): PlanItem {
  return {
    ...item,
    costBasis: `${item.costBasis}已按财政部门意见补充近两年支出明细和询价记录。`,
    submittedOn: earlier(addDays(decision.decidedOn, chance.whole(3, 12)), today),
  };
}

/** Null while it would be signed after today. */
export function contractFor({ id, item }: Submitted, decided: Decision & { readonly id: RecordId }, handledBy: RecordId, today: BusinessDate, chance: Chance): Contract | null {
  const awardNoticeOn = addDays(decided.decidedOn, chance.whole(12, 30));
  const signedOn = addDays(awardNoticeOn, chance.whole(3, 25));
  if (signedOn > today) return null;
  // A little under what was granted, as awards are; whole yuan, so that the parts close.
  const unitPriceFen = Math.max(100, Math.floor((item.unitPriceFen * (decided.amountFen / item.amountFen) * chance.whole(93, 99)) / 10_000) * 100);
  const amountFen = multiplyQuantity(item.quantityE4, unitPriceFen).fen;
  const first = multiplyBasisPoints(amountFen, 3_000).fen;
  const startsOn = item.startsOn > signedOn ? item.startsOn : signedOn;
  const supplier = { ...supplierFor(chance), type: chance.oneOf(['P1', 'P3']) };
  return {
    planItemId: id,
    decisionId: decided.id,
    number: `演合〔${signedOn.slice(0, 4)}〕${item.number}`,
    name: `${item.name}服务合同`,
    supplier,
    method: item.method,
    awardNoticeOn,
    signedOn,
    scope: `${item.place}${item.recipients.group}`,
    subject: item.name,
    quality: '由具备资格的人员按约定次数提供，服务记录完整，投诉三日内答复。',
    startsOn,
    endsOn: item.endsOn > startsOn ? item.endsOn : addDays(startsOn, 180),
    paymentTerms: '合同生效后支付三成，验收合格后支付其余部分。',
    rights: { buyer: '检查服务、组织验收、按约付款', supplier: '按约提供服务、取得价款', recipients: '接受服务、提出意见和投诉' },
    breach: '逾期提供服务的按日支付合同金额万分之五的违约金；服务不合格的限期整改，拒不整改的解除合同。',
    lines: [{ lineNo: 1, name: item.name, requirement: item.content, quantityE4: item.quantityE4, unit: item.unit, unitPriceFen, amountFen }],
    amountFen,
    schedule: [
      { kind: 1, dueOn: addDays(signedOn, 20), amountFen: first, condition: '合同生效' },
      { kind: 3, dueOn: addDays(item.endsOn > signedOn ? item.endsOn : signedOn, 30), amountFen: amountFen - first, condition: '验收合格' },
    ],
    longTerm: { fixedContent: false, continuous: false, stableFunding: false, stablePrice: false },
    noAssignmentPromised: true,
    payeeName: supplier.name,
    payeeUscc: supplier.uscc,
    acceptanceScheme: '由本单位会同服务对象代表逐项核对服务记录，并抽样回访。',
    lateReason: '',
    filingNumber: '',
    attachments: [],
    handledBy,
  };
}

/** Null while the service has not run two months. */
export function acceptanceFor(contract: Contract & { readonly id: RecordId }, acceptedBy: RecordId, today: BusinessDate, chance: Chance): Acceptance | null {
  const acceptedOn = earlier(addDays(contract.endsOn, chance.whole(3, 25)), addDays(today, -chance.whole(1, 20)));
  const agreed = contract.lines[0];
  if (agreed === undefined || acceptedOn < addDays(contract.startsOn, 60)) return null;
  const outcome = chance.percent(84) ? 'passed' : chance.percent(75) ? 'partly' : 'failed';
  const accepted = { passed: agreed.quantityE4, partly: Math.floor((agreed.quantityE4 * chance.whole(70, 95)) / 1_000_000) * 10_000, failed: 0 }[outcome];
  const asked = chance.whole(20, 120);
  const actual = { passed: '服务记录齐全，抽查与记录一致。', partly: '部分服务没有记录，未予验收。', failed: '服务记录与实际不符，不予验收，限期整改。' }[outcome];
  return {
    contractId: contract.id,
    contractRev: 1,
    number: `演验${contract.number.slice(2)}`,
    acceptedOn,
    lines: [{ lineNo: 1, deliveredE4: agreed.quantityE4, acceptedE4: accepted, actual, conforms: outcome === 'passed' }],
    members: [
      { name: '演练员丙', post: '验收', side: 'buyer' },
      { name: '服务对象代表', post: '群众代表', side: 'recipient' },
    ],
    recipientOpinion: { asked, content: Math.floor((asked * chance.whole(80, 100)) / 100), words: chance.oneOf(['服务及时，态度好。', '希望增加次数。', '总体满意。']) },
    outcome,
    payableFen: multiplyQuantity(accepted, agreed.unitPriceFen).fen,
    deductionFen: 0,
    deductionReason: '',
    attachments: [],
    acceptedBy,
  };
}

export function earlier(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a < b ? a : b;
}
