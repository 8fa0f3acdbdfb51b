// The form's sections, labels and field paths in one place: form, jump list and opinions speak of the same field alike.

import type { FundSlice } from '#shared/domain/plan-item';
import { FUND_SOURCES, findProcurementMethod, INDICATOR_KINDS, labelOf, PROVIDER_TYPES } from '#shared/policy/code-lists';
import { EXCLUSIONS } from '#shared/policy/exclusions';
import { findProcurementCode } from '#shared/policy/procurement-codes';
import type { DraftWords } from '../../text/draft-sheet';

export interface PlanSection {
  readonly id: string;
  readonly title: string;
  /** For the section list. */
  readonly short: string;
  /** First segments of the form paths that stand in it. */
  readonly roots: readonly string[];
}

export const PLAN_SECTIONS = [
  { id: 'basics', title: '项目基本情况', short: '基本情况', roots: ['', 'buyerId', 'year', 'number', 'name', 'mongolianName', 'notConfidential'] },
  { id: 'contents', title: '目录与内容', short: '目录与内容', roots: ['catalogueCode', 'otherService', 'procurementCode', 'content'] },
  { id: 'amounts', title: '数量、单价与金额', short: '数量与金额', roots: ['quantity', 'unit', 'unitPrice', 'amount', 'costBasis'] },
  { id: 'term', title: '期限、地点与服务对象', short: '期限与对象', roots: ['startsOn', 'endsOn', 'place', 'recipients'] },
  { id: 'funds', title: '资金来源与分年安排', short: '资金安排', roots: ['funds'] },
  { id: 'budget', title: '预算与科目', short: '预算与科目', roots: ['budgetProject', 'budgetCode', 'functionCode', 'economicCode'] },
  { id: 'goals', title: '绩效目标', short: '绩效目标', roots: ['goals'] },
  { id: 'priority', title: '三原则优先度', short: '三原则', roots: ['priority'] },
  { id: 'grounds', title: '职责依据与需求', short: '职责与需求', roots: ['duty', 'need'] },
  { id: 'suitability', title: '适宜性与三有利', short: '适宜与三有利', roots: ['suitability', 'benefits', 'establishmentPledged'] },
  { id: 'exclusions', title: '排除事项逐项确认', short: '排除事项', roots: ['exclusionsDenied', 'exclusionReview'] },
  { id: 'method', title: '采购方式与承接主体', short: '采购与承接', roots: ['method', 'providerTypes', 'smeReserved'] },
  { id: 'attachments', title: '附件', short: '附件', roots: ['attachments'] },
] as const satisfies readonly PlanSection[];

export type PlanSectionId = (typeof PLAN_SECTIONS)[number]['id'];

const LABELS: Readonly<Record<string, string>> = {
  buyerId: '购买主体',
  number: '项目编号',
  name: '项目名称',
  mongolianName: '蒙古文名称',
  notConfidential: '保密确认',
  catalogueCode: '目录项',
  'otherService.name': '其他事项名称',
  'otherService.reason': '列入理由',
  'otherService.consentDocument': '财政部门同意文号',
  procurementCode: '政府采购品目',
  content: '服务内容',
  quantity: '数量',
  unit: '计量单位',
  unitPrice: '单价',
  amount: '金额',
  costBasis: '测算依据',
  startsOn: '开始日期',
  endsOn: '结束日期',
  place: '实施地点',
  'recipients.group': '服务对象',
  'recipients.count': '服务人数',
  'recipients.area': '覆盖地区',
  funds: '资金安排',
  'funds.*.source': '资金来源',
  'funds.*.year': '年度',
  'funds.*.amount': '金额',
  'funds.*.origin': '存量或新增',
  'funds.*.fromProject': '存量来源项目',
  'funds.*.approvalDocument': '新增批准文号',
  budgetProject: '预算项目名称',
  budgetCode: '预算项目编码',
  functionCode: '支出功能分类科目',
  economicCode: '支出经济分类科目',
  goals: '绩效目标',
  'goals.*.kind': '指标类型',
  'goals.*.name': '指标名称',
  'goals.*.target': '目标值',
  'priority.livelihood': '民生优先',
  'priority.ease': '先易后难',
  'priority.key': '突出重点',
  'duty.document': '职责依据文件',
  'duty.item': '对应职责',
  'need.source': '需求来源',
  'need.surveyedCount': '调查对象数',
  'need.surveyedOn': '调查日期',
  'need.conclusion': '调查结论',
  'suitability.marketFit': '适合采取市场化方式提供',
  'suitability.socialCapable': '社会力量能够承担',
  'suitability.reason': '适宜性说明',
  'benefits.duty': '有利于转变政府职能',
  'benefits.cost': '有利于降低服务成本',
  'benefits.quality': '有利于提升服务质量水平和资金效益',
  establishmentPledged: '机构编制承诺',
  exclusionsDenied: '排除事项',
  exclusionReview: '复核说明',
  method: '拟用采购方式',
  providerTypes: '承接主体类型',
  smeReserved: '面向中小企业预留',
  attachments: '附件',
};

/** Where money comes from that the project is to have. */
export const FUND_ORIGINS: Readonly<Record<FundSlice['origin'], string>> = { existing: '存量调整', new: '新增安排' };

/** The same for saved states and the steps between them. */
export const PLAN_WORDS: DraftWords = {
  labels: { ...LABELS, forReview: '送审' },
  show: {
    procurementCode: (code) => findProcurementCode(code)?.name,
    method: (code) => findProcurementMethod(code)?.label,
    'funds.*.origin': (code) => labelOf(FUND_ORIGINS, code),
    'funds.*.source': (code) => labelOf(FUND_SOURCES, Number(code)),
    'goals.*.kind': (code) => labelOf(INDICATOR_KINDS, code),
    providerTypes: (code) => labelOf(PROVIDER_TYPES, code),
    exclusionsDenied: (id) => EXCLUSIONS.find((one) => one.id === id)?.name,
  },
};

/** Record path → form path, where the record stores a figure or a group that the form shows under another name. */
const RENAMED: Readonly<Record<string, string>> = {
  quantityE4: 'quantity',
  unitPriceFen: 'unitPrice',
  amountFen: 'amount',
  smeReservedFen: 'smeReserved',
  confidential: 'notConfidential',
  otherService: 'otherService.name',
  recipients: 'recipients.group',
  priority: 'priority.livelihood',
  duty: 'duty.document',
  need: 'need.source',
  suitability: 'suitability.reason',
  benefits: 'benefits.duty',
};

/** Where on the form a finding's or an opinion's field stands; '' when it concerns the whole project. */
export function formPathOf(recordPath: string): string {
  const path = RENAMED[recordPath] ?? recordPath.replace(/^(funds\.\d+)\.amountFen$/, '$1.amount').replace(/^(goals\.\d+)$/, '$1.name');
  return sectionOf(path) === undefined ? '' : path;
}

export function sectionOf(formPath: string): PlanSectionId | undefined {
  const root = formPath.split('.')[0] ?? '';
  return PLAN_SECTIONS.find(({ roots }) => (roots as readonly string[]).includes(root))?.id;
}

/** '数量', '资金安排第 2 项金额'; the whole project for ''. */
export function labelOfPath(formPath: string): string {
  const [root = '', index, ...rest] = formPath.split('.');
  if (index !== undefined && /^\d+$/.test(index)) {
    const column = LABELS[[root, '*', ...rest].join('.')] ?? '';
    return `${LABELS[root] ?? ''}第 ${String(Number(index) + 1)} 项${column}`;
  }
  return LABELS[formPath] ?? '整个项目';
}
