// Records on which no rule has anything to say; tests change one thing at a time.

import { type RecordId, recordIdSchema, type Sm3Hex, sm3HexSchema } from '#shared/base/ids';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Buyer } from '#shared/domain/buyer';
import type { Contract } from '#shared/domain/contract';
import type { Decision } from '#shared/domain/decision';
import type { Finding, RuleId } from '#shared/domain/finding';
import type { PlanItem } from '#shared/domain/plan-item';
import type { AcceptanceContext } from '#shared/domain/rules/acceptance/acceptance-rule';
import type { ContractContext } from '#shared/domain/rules/contract/contract-rule';
import type { DecisionContext } from '#shared/domain/rules/decision/check-decision';
import type { PlanItemSurroundings, SiblingItem } from '#shared/domain/rules/plan-item/plan-item-rule';

/** The n-th record id of one station. */
export function recordId(n: number): RecordId {
  return recordIdSchema.parse(`0a1b2c3d-4e5f-8678-9abc-${n.toString(16).padStart(12, '0')}`);
}

export const HASH: Sm3Hex = sm3HexSchema.parse('5a'.repeat(32));
export const OTHER_HASH: Sm3Hex = sm3HexSchema.parse('a5'.repeat(32));
export const TODAY = '2026-03-02';
export const PREPARER = recordId(101);
export const REVIEWER = recordId(102);
export const DECIDER = recordId(103);

export function findingsOf<R extends RuleId>(findings: readonly Finding[], rule: R): Extract<Finding, { rule: R }>[] {
  return findings.filter((finding): finding is Extract<Finding, { rule: R }> => finding.rule === rule);
}

export const BUYER: Buyer = {
  name: '某旗民政局',
  uscc: '11152921011690211Q',
  regionCode: '152921',
  buyerType: 'B1',
  civilServiceManaged: false,
  administrativeFunction: true,
  establishment: 'administrative',
  fundedByFinance: true,
  institutionClass: 'none',
  needStatement: '',
};

export function planItem(changes: Partial<PlanItem> = {}): PlanItem {
  return {
    buyerId: recordId(1),
    year: 2026,
    number: '2026-001',
    name: '农牧区失能老人居家照料',
    catalogueVersion: 'nmg-2014-80',
    catalogueCode: '1.07',
    otherService: null,
    procurementCode: 'C05010400',
    content: '为失能老人每周上门照料两次，包括助洁、助餐、测量血压和精神慰藉，并记录每次服务情况。',
    quantityE4: 12_000_000,
    unit: '人次',
    unitPriceFen: 8_050,
    amountFen: 9_660_000,
    costBasis: '按近三年每人次平均成本八十元五角测算',
    startsOn: '2026-04-01',
    endsOn: '2027-03-31',
    place: '全旗 8 个苏木镇',
    recipients: { group: '失能老人', count: 120, area: '全旗' },
    funds: [
      { source: 1, year: 2026, amountFen: 9_000_000, origin: 'existing', fromProject: '养老服务补助', approvalDocument: '' },
      { source: 1, year: 2027, amountFen: 660_000, origin: 'new', fromProject: '', approvalDocument: '某财预〔2026〕12号' },
    ],
    budgetProject: '养老服务',
    budgetCode: '152921260001',
    functionCode: '20810',
    economicCode: '30227',
    goals: [
      { kind: 'quantity', name: '上门照料人次', target: '不少于 1200 人次' },
      { kind: 'quality', name: '服务记录完整率', target: '100%' },
      { kind: 'satisfaction', name: '老人及家属满意度', target: '不低于 90%' },
    ],
    priority: { livelihood: 5, ease: 4, key: 0 },
    duty: { document: '某旗民政局职能配置规定', item: '负责养老服务体系建设' },
    need: { source: '2025 年入户摸底', surveyedCount: 3, surveyedOn: '2025-11-10', conclusion: '现有照料缺口约 1200 人次' },
    suitability: { marketFit: true, socialCapable: true, reason: '本地有三家养老服务机构能够承担' },
    benefits: { duty: '民政局转向监管', cost: '比自办每人次低 12 元', quality: '由持证护理员上门' },
    exclusionsDenied: [
      ...Array.from({ length: 9 }, (_, i) => `X0${i + 1}`),
      ...Array.from({ length: 6 }, (_, i) => `N0${i + 1}`),
      ...Array.from({ length: 5 }, (_, i) => `F0${i + 1}`),
    ],
    exclusionReview: '',
    establishmentPledged: true,
    method: 'consultation',
    providerTypes: ['P1', 'P3'],
    smeReservedFen: 9_660_000,
    confidential: false,
    attachments: [],
    preparedBy: PREPARER,
    reviewedBy: REVIEWER,
    submittedOn: TODAY,
    ...changes,
  };
}

export function surroundings(changes: Partial<PlanItemSurroundings> = {}): PlanItemSurroundings {
  return { today: TODAY, id: recordId(2), buyer: BUYER, yearItems: [], ...changes };
}

export function sibling(n: number, changes: Partial<SiblingItem> = {}): SiblingItem {
  return {
    id: recordId(1000 + n),
    number: `2026-9${n}`,
    name: `其他项目之${n}`,
    catalogueCode: '5.11',
    content: '对基层工作人员开展业务培训，每期三天，全年四期。',
    budgetProject: '业务培训',
    procurementCode: null,
    amountFen: 100_000,
    ...changes,
  };
}

export function decision(changes: Partial<Decision> = {}): Decision {
  return {
    planItemId: recordId(2),
    planItemRev: 1,
    planItemHash: HASH,
    outcome: 'approved',
    amountFen: 9_660_000,
    fieldOpinions: [],
    opinion: '',
    documentNumber: '某财预〔2026〕20号',
    decidedOn: '2026-03-10',
    decidedBy: DECIDER,
    ...changes,
  };
}

export function decisionContext(changes: Partial<DecisionContext> = {}): DecisionContext {
  return {
    today: '2026-03-10',
    id: recordId(3),
    submitted: { rev: 1, hash: HASH, item: planItem(), blockingFindings: 0 },
    decisions: [],
    ...changes,
  };
}

export function contract(changes: Partial<Contract> = {}): Contract {
  return {
    planItemId: recordId(2),
    decisionId: recordId(3),
    number: 'HT-2026-07',
    name: '农牧区失能老人居家照料服务合同',
    supplier: { name: '某旗暖心养老服务中心', uscc: '52152921MJ7654329M', type: 'P1' },
    method: 'consultation',
    awardNoticeOn: '2026-03-12',
    signedOn: '2026-03-25',
    scope: '全旗 8 个苏木镇的失能老人',
    subject: '居家照料服务',
    quality: '每次不少于一小时，记录完整',
    startsOn: '2026-04-01',
    endsOn: '2027-03-31',
    paymentTerms: '按季验收后支付',
    rights: { buyer: '检查、验收、付款', supplier: '按约提供服务、取得价款', recipients: '接受服务、提出意见' },
    breach: '逾期按日计违约金',
    lines: [
      { lineNo: 1, name: '上门照料', requirement: '每周两次', quantityE4: 10_000_000, unit: '人次', unitPriceFen: 8_000, amountFen: 8_000_000 },
      { lineNo: 2, name: '家属培训', requirement: '每季一期', quantityE4: 40_000, unit: '期', unitPriceFen: 250_025, amountFen: 1_000_100 },
    ],
    amountFen: 9_000_100,
    schedule: [
      { kind: 1, dueOn: '2026-04-30', amountFen: 3_000_000, condition: '合同生效' },
      { kind: 3, dueOn: '2027-04-15', amountFen: 6_000_100, condition: '验收合格' },
    ],
    longTerm: { fixedContent: false, continuous: false, stableFunding: false, stablePrice: false },
    noAssignmentPromised: true,
    payeeName: '某旗暖心养老服务中心',
    payeeUscc: '52152921MJ7654329M',
    acceptanceScheme: '由民政局会同服务对象代表按季验收，逐项核对记录',
    lateReason: '',
    filingNumber: '',
    attachments: [],
    handledBy: PREPARER,
    ...changes,
  };
}

export function contractContext(changes: Partial<ContractContext> = {}): ContractContext {
  return {
    today: '2026-03-25',
    id: recordId(4),
    buyer: BUYER,
    planItem: { rev: 1, ...planItem() },
    decision: decision(),
    contracts: [],
    ...changes,
  };
}

export function acceptance(changes: Partial<Acceptance> = {}): Acceptance {
  return {
    contractId: recordId(4),
    contractRev: 1,
    number: 'YS-2026-01',
    acceptedOn: '2027-04-06',
    lines: [
      { lineNo: 1, deliveredE4: 10_000_000, acceptedE4: 10_000_000, actual: '记录齐全', conforms: true },
      { lineNo: 2, deliveredE4: 40_000, acceptedE4: 40_000, actual: '四期均已举办', conforms: true },
    ],
    members: [
      { name: '甲', post: '副局长', side: 'buyer' },
      { name: '乙', post: '老人家属', side: 'recipient' },
    ],
    recipientOpinion: { asked: 30, content: 28, words: '照料及时，态度好' },
    outcome: 'passed',
    payableFen: 9_000_100,
    deductionFen: 0,
    deductionReason: '',
    attachments: [],
    acceptedBy: REVIEWER,
    ...changes,
  };
}

export function acceptanceContext(changes: Partial<AcceptanceContext> = {}): AcceptanceContext {
  return {
    today: '2027-04-06',
    id: recordId(5),
    contract: { rev: 1, ...contract() },
    catalogueCode: '1.07',
    acceptances: [],
    ...changes,
  };
}
