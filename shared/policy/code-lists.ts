// Closed lists that records refer to by code, with the official Chinese label. Data and look-ups only; what a code permits is for rules.

import { type BusinessDate } from '../base/date';

/** 购买主体类型 (80号文 三(一)). */
export const BUYER_TYPES = {
  B1: '各级行政机关',
  B2: '参照公务员法管理、具有行政管理职能的事业单位',
  B3: '纳入行政编制管理且经费由财政负担的群团组织',
} as const;

/** 承接主体类型 (80号文 三(二), 102号令第6条). */
export const PROVIDER_TYPES = {
  P1: '民政部门登记的社会组织',
  P2: '经国务院批准免予登记的社会组织',
  P3: '企业',
  P4: '行业主管部门登记成立的机构',
  P5: '事业单位（公益二类、从事生产经营活动）',
  P6: '农村集体经济组织',
  P7: '基层群众性自治组织',
  P8: '具备条件的个人',
} as const;
export type ProviderType = keyof typeof PROVIDER_TYPES;

/** OCDS `method`; 'either' depends on how suppliers are invited. */
export type OcdsMethod = 'open' | 'selective' | 'direct' | 'either';

export interface ProcurementMethod {
  readonly label: string;
  readonly ocds: OcdsMethod;
  /** 询价 buys goods only (财政部令第74号第3条). */
  readonly goodsOnly: boolean;
  /** One of the ways of 80号文 三(四)3 outside procurement. */
  readonly nonCompetitive: boolean;
  /** First day it may no longer be chosen (102号令第2条); null while it may. */
  readonly blockedFrom: BusinessDate | null;
}

const ORDER_102_IN_FORCE = '2020-03-01';

/** 采购方式 (政府采购法第26条, 财库〔2014〕214号, 110号令) and the three ways of 2014 outside procurement (80号文 三(四)3). */
export const PROCUREMENT_METHODS = {
  'open-tender': method('公开招标', 'open'),
  'invited-tender': method('邀请招标', 'selective'),
  negotiation: method('竞争性谈判', 'either'),
  consultation: method('竞争性磋商', 'either'),
  'single-source': method('单一来源采购', 'direct'),
  'price-inquiry': { ...method('询价（仅货物）', 'either'), goodsOnly: true },
  framework: method('框架协议', 'either'),
  innovation: method('合作创新采购', 'selective'),
  entrustment: outsideProcurement('委托'),
  franchise: outsideProcurement('特许经营'),
  'strategic-alliance': outsideProcurement('战略合作'),
} as const;
export type ProcurementMethodCode = keyof typeof PROCUREMENT_METHODS;

/** 资金来源. */
export const FUND_SOURCES = {
  1: '一般公共预算资金',
  2: '政府性基金预算',
  3: '其他资金',
  4: '非财政性资金',
  5: '非同级财政拨款',
  6: '其他单位资金',
} as const;

/** 采购组织形式. */
export const ORGANISATION_FORMS = {
  1: '政府集中采购',
  2: '部门集中采购',
  3: '分散采购',
  4: '自行采购',
} as const;

/** 付款类型. */
export const PAYMENT_KINDS = {
  1: '首付款',
  2: '进度款',
  3: '尾款',
  4: '质保金',
} as const;
export type PaymentKind = keyof typeof PAYMENT_KINDS;

/** 绩效指标, as plan items and evaluations name them. */
export const INDICATOR_KINDS = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  benefit: '效益指标',
  satisfaction: '服务对象满意度指标',
} as const;

/** Label of a code in one of the lists above; null when the list has no such code. */
export function labelOf(list: Readonly<Record<string | number, string>>, code: string | number): string | null {
  return Object.hasOwn(list, code) ? (list[code] ?? null) : null;
}

export function findProcurementMethod(code: string): ProcurementMethod | null {
  return Object.hasOwn(PROCUREMENT_METHODS, code) ? PROCUREMENT_METHODS[code as ProcurementMethodCode] : null;
}

/** Methods a service project of that business date may choose: no goods-only method, none that is blocked by then. */
export function methodsForServices(date: BusinessDate): readonly ProcurementMethodCode[] {
  return (Object.keys(PROCUREMENT_METHODS) as ProcurementMethodCode[]).filter((code) => {
    const { goodsOnly, blockedFrom }: ProcurementMethod = PROCUREMENT_METHODS[code];
    return !goodsOnly && (blockedFrom === null || date < blockedFrom);
  });
}

function method(label: string, ocds: OcdsMethod): ProcurementMethod {
  return { label, ocds, goodsOnly: false, nonCompetitive: false, blockedFrom: null };
}

function outsideProcurement(label: string): ProcurementMethod {
  return { ...method(label, 'direct'), nonCompetitive: true, blockedFrom: ORDER_102_IN_FORCE };
}
