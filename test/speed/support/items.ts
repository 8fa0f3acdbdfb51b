// Plan items by the number: the same seed gives the same records, on any machine. Texts differ, so that packing is as hard as in life.

import { createRecordId, type RecordId, type StationId } from '#shared/base/ids';
import type { PlanItem } from '#shared/domain/plan-item';

const WORK = ['上门照料', '法律援助', '课后托管', '文化下乡', '环卫保洁', '防疫消毒', '就业培训', '数据整理', '心理疏导', '道路养护'];
const PLACES = ['红旗街道', '巴音镇', '乌兰苏木', '白音花嘎查', '胜利社区', '东河村', '北山林场', '南湖小区'];
const GROUPS = ['失能老人', '留守儿童', '残疾居民', '农牧民', '社区居民', '困难职工', '复员军人', '在校学生'];
const WORDS = ['每周', '上门', '记录', '评估', '反馈', '培训', '护理', '照料', '回访', '建档', '巡查', '登记', '指导', '协助', '组织', '开展', '按季', '汇总'];

/** One office's journal speaks of few purchasing bodies: itself and what belongs to it. */
const BUYERS = 12;

/** A small generator of even quality, enough to choose words by. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Makers {
  readonly newId: () => RecordId;
  planItem(index: number): PlanItem;
}

/** Records of one station, prepared by one of its operators and reviewed by another. */
export function makersOf(owner: StationId, operator: RecordId, seed = 20_260_302): Makers {
  const random = seeded(seed);
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
  const newId = () => createRecordId(owner, bytes);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const oneOf = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const words = (count: number) => Array.from({ length: count }, () => oneOf(WORDS)).join('');
  const buyers = Array.from({ length: BUYERS }, newId);
  const preparer = newId();
  return {
    newId,
    planItem(index) {
      const place = oneOf(PLACES);
      const group = oneOf(GROUPS);
      const work = oneOf(WORK);
      const amountFen = whole(100_000, 90_000_000);
      return {
        buyerId: buyers[whole(0, buyers.length - 1)] ?? preparer,
        year: 2026,
        number: `2026-${String(index).padStart(6, '0')}`,
        name: `${place}${group}${work}服务`,
        catalogueVersion: 'nmg-2014-80',
        catalogueCode: `${String(whole(1, 5))}.0${String(whole(1, 9))}`,
        otherService: null,
        procurementCode: null,
        content: `为${place}${group}${words(6)}，并${words(6)}。`,
        quantityE4: whole(1, 5000) * 10_000,
        unit: '人次',
        unitPriceFen: whole(1000, 100_000),
        amountFen,
        costBasis: '',
        startsOn: '2026-03-01',
        endsOn: '2026-12-31',
        place,
        recipients: { group, count: whole(10, 3000), area: place },
        funds: [{ source: 1, year: 2026, amountFen, origin: 'existing', fromProject: work, approvalDocument: '' }],
        budgetProject: `${work}补助`,
        budgetCode: '',
        functionCode: '20810',
        economicCode: '302',
        goals: [],
        priority: { livelihood: whole(0, 5), ease: whole(0, 5), key: whole(0, 5) },
        duty: { document: '', item: '' },
        need: { source: '', surveyedCount: whole(0, 500), surveyedOn: null, conclusion: '' },
        suitability: { marketFit: true, socialCapable: true, reason: '' },
        benefits: { duty: '', cost: '', quality: '' },
        exclusionsDenied: [],
        exclusionReview: '',
        establishmentPledged: true,
        method: 'open',
        providerTypes: ['P1'],
        smeReservedFen: 0,
        confidential: false,
        attachments: [],
        preparedBy: preparer,
        reviewedBy: operator,
        submittedOn: '2026-01-20',
      };
    },
  };
}
