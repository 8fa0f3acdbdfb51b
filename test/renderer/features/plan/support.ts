// A complete project as typed, its buyer and draft rows, for the plan area's tests. Everything is made up.

import { createRecordId, type RecordId, type StationId } from '#shared/base/ids';
import { EXCLUSIONS } from '#shared/policy/exclusions';
import type { RowOf } from '../../../../renderer/data/db';
import { type PlanDraft, toDraft } from '../../../../renderer/features/plan/drafts';
import { blankPlan, type PlanTyped } from '../../../../renderer/features/plan/plan-typed';

export const STATION = 'a1b2c3d4e5f60718293a4b5c6d7e8f90' as StationId;
export const TODAY = '2026-11-22';

export function idOf(seed: number): RecordId {
  return createRecordId(STATION, (size) => Uint8Array.from({ length: size }, (_, index) => (seed * 31 + index) % 256));
}

export const PREPARER = idOf(1);
export const REVIEWER = idOf(2);
export const BUYER = idOf(3);

const envelope = { author: STATION, seq: 3, rev: 1, hash: 'ab'.repeat(32) as RowOf<'buyers'>['hash'], at: '2026-11-20T01:00:00.000Z', by: PREPARER };

export const buyerRow: RowOf<'buyers'> = {
  ...envelope,
  id: BUYER,
  body: {
    name: '乌拉特旗民政局',
    uscc: '11150824011612340Y',
    regionCode: '150824',
    buyerType: 'B1',
    civilServiceManaged: false,
    administrativeFunction: true,
    establishment: 'administrative',
    fundedByFinance: true,
    institutionClass: 'none',
    needStatement: '',
  },
};

/** Satisfies every blocking rule on TODAY; not reserving for small enterprises leaves one warning. */
export function completePlan(more: Partial<PlanTyped> = {}): PlanTyped {
  return {
    ...blankPlan({ year: 2027, number: '2027-001', buyerId: BUYER, catalogueVersion: 'nmg-2014-80' }),
    name: '居家养老上门服务',
    notConfidential: true,
    catalogueCode: '1.07',
    content: '为城镇特困老年人每周上门两次，提供助餐、助洁和健康巡访，每次不少于一小时。',
    quantity: '1,200',
    unit: '人次',
    unitPrice: '85.50',
    costBasis: '按每次一小时人工 65.50 元、交通 20 元测算。',
    startsOn: '2027-03-01',
    endsOn: '2027-12-31',
    place: '乌拉特旗城镇各社区',
    recipients: { group: '城镇特困老年人', count: '300', area: '乌拉特旗' },
    funds: [{ source: '1', year: '2027', amount: '102,600.00', origin: 'existing', fromProject: '社区养老补助', approvalDocument: '' }],
    budgetProject: '居家养老服务',
    budgetCode: '150824-2081005',
    goals: [
      { kind: 'quantity', name: '上门服务', target: '1200 人次' },
      { kind: 'quality', name: '服务合格率', target: '≥95%' },
      { kind: 'satisfaction', name: '老人满意度', target: '≥90%' },
    ],
    priority: { livelihood: '5', ease: '4', key: '3' },
    duty: { document: '三定规定第三条', item: '负责养老服务体系建设。' },
    need: { source: '社区摸底。', surveyedCount: '60', surveyedOn: '2026-09-10', conclusion: '九成以上老人需要上门服务。' },
    suitability: { marketFit: true, socialCapable: true, reason: '本旗有四家机构可以承担。' },
    benefits: { duty: '由直接提供改为监督考核。', cost: '每年节约 12 万元。', quality: '按次考核。' },
    exclusionsDenied: EXCLUSIONS.map(({ id }) => id),
    establishmentPledged: true,
    method: 'consultation',
    providerTypes: ['P1'],
    ...more,
  };
}

export function draftRow(draft: Partial<PlanDraft> = {}, basedOnRev = 0, id = idOf(9)): RowOf<'drafts'> {
  return { ...envelope, id, body: toDraft({ typed: completePlan(), preparedBy: PREPARER, forReview: true, ...draft }, basedOnRev) };
}

export function itemRow(body: RowOf<'planItems'>['body'], id = idOf(8), rev = 1, seq = 5): RowOf<'planItems'> {
  return { ...envelope, id, rev, seq, body };
}
