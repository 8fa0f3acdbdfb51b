// Two hundred projects of one year over the whole catalogue: varied, repeatable, and with nothing for a rule to say against them.

import { addDays, addYears, type BusinessDate } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import { multiplyQuantity } from '#shared/base/money';
import type { FundSlice, PlanItem } from '#shared/domain/plan-item';
import { CATCH_ALL_CODE, catalogueInForce, type PublishedItem } from '#shared/policy/catalogue';
import { exclusionsInForce } from '#shared/policy/exclusions';

export interface ItemSetting {
  readonly today: BusinessDate;
  readonly year: number;
  readonly buyerId: RecordId;
  readonly preparedBy: RecordId;
  readonly reviewedBy: RecordId;
}

const TOWNS = ['锦山镇', '美林镇', '王爷府镇', '小牛群镇', '牛家营子镇', '乃林镇', '西桥镇', '十家满族乡', '南台子乡', '河南街道', '河北街道'] as const;
const GROUPS = ['失能老年人', '困境儿童', '重度残疾人', '城乡低保家庭', '社区居民', '农牧民合作社成员', '基层工作人员', '社会组织从业人员'] as const;
const UNITS = ['人次', '小时', '户', '场', '份', '期', '件'] as const;
const METHODS = ['consultation', 'open-tender', 'negotiation', 'framework'] as const;
const PROVIDERS = [['P1', 'P3'], ['P3'], ['P1', 'P5', 'P7'], ['P3', 'P4'], ['P1', 'P6']] as const;
const FUND_SOURCES = [1, 1, 1, 2, 5, 3, 6, 4] as const;

/** How a service is described; each round through the catalogue takes the next one, so that no two texts resemble each other. */
const DESCRIPTIONS: readonly ((town: string, group: string, month: number) => string)[] = [
  (town, group, month) => `在${town}设一处服务点，每周开放五天，由两名专职人员接待${group}，逐次登记需求与办理结果，自${String(month)}月起按月汇总。`,
  (town, group, month) => `组织持证人员进入${town}各嘎查村上门服务，每户每季不少于三次；对${group}建立台账，${String(month)}月底前完成首轮走访并回访满意情况。`,
  (town, group, month) => `面向${town}的${group}开设集中课程与现场指导，全年分四个阶段实施，第${String((month % 4) + 1)}阶段结束后提交成果报告、影像资料和签到原件。`,
  (town, group, month) => `委派第三方团队对${town}相关情况开展数据采集、分析和研判，抽样覆盖${group}不少于${String(120 + month * 10)}个样本，形成书面报告并答复询问。`,
];

/** The items from `first` (counted from 1) to `last`. The same setting and number always give the same item. */
export function journeyItems(first: number, last: number, setting: ItemSetting): readonly PlanItem[] {
  const choices = catalogueChoices(setting.today);
  return Array.from({ length: last - first + 1 }, (_, index) => journeyItem(first + index, choices, setting));
}

function catalogueChoices(today: BusinessDate): readonly PublishedItem[] {
  const categories = catalogueInForce(today)?.categories ?? [];
  return categories.flatMap(({ items, catchAll }) => (catchAll === null ? items : [...items, catchAll]));
}

function journeyItem(n: number, choices: readonly PublishedItem[], setting: ItemSetting): PlanItem {
  const { today, year } = setting;
  const draw = numbers(n);
  const of = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const chosen = choices[(n - 1) % choices.length] as PublishedItem;
  const round = Math.floor((n - 1) / choices.length);
  const town = TOWNS[n % TOWNS.length] as string;
  const group = of(GROUPS);
  const month = 1 + draw(9);
  const startsOn = `${String(year)}-${String(month).padStart(2, '0')}-01`;
  const crossesYears = month > 1 && n % 6 === 0;
  const endsOn = crossesYears ? addDays(addYears(startsOn, 1), -1) : `${String(year)}-12-31`;
  const quantityE4 = (20 + draw(1500)) * 10_000 + of([0, 0, 0, 2_500, 5_000, 3_333]);
  const unitPriceFen = n % 41 === 0 ? 200_000 + draw(90_001) : 3_001 + draw(90_000);
  const amountFen = multiplyQuantity(quantityE4, unitPriceFen).fen;
  const unit = of(UNITS);
  const label = `${chosen.name}之${town}${['服务点', '上门', '课程', '研判'][round % 4] ?? ''}项目`;
  const name = chosen.code === '5.08' ? `${town}工程造价咨询${String(n)}` : chosen.code === '5.16' ? `${town}农村公路日常养护管理${String(n)}` : label;
  return {
    buyerId: setting.buyerId,
    year,
    number: numberOf(year, n),
    name,
    catalogueVersion: catalogueInForce(today)?.id ?? '',
    catalogueCode: chosen.code,
    otherService:
      chosen.code === CATCH_ALL_CODE
        ? { name: `${town}殡葬公益引导`, reason: '目录未列名，服务面向社会公众且市场供给充足', consentDocument: `喀财预〔${String(year - 1)}〕${String(60 + round)}号` }
        : null,
    procurementCode: chosen.suggestedProcurementCodes[0] ?? null,
    content: (DESCRIPTIONS[round % DESCRIPTIONS.length] as (typeof DESCRIPTIONS)[number])(town, group, month),
    quantityE4,
    unit,
    unitPriceFen,
    amountFen,
    costBasis: `参照上年同类服务每${unit}结算价，并询三家报价取中间值`,
    startsOn,
    endsOn,
    place: `喀喇沁旗${town}`,
    recipients: { group, count: 30 + draw(900), area: town },
    funds: slices(n, amountFen, year, crossesYears),
    budgetProject: `${chosen.name}专项（第${String(n)}项）`,
    budgetCode: `150428${String(year)}${String(n).padStart(4, '0')}`,
    functionCode: '2081006',
    economicCode: '30227',
    goals: [
      { kind: 'quantity', name: `完成${unit}数`, target: `不少于 ${String(Math.floor(quantityE4 / 10_000))} ${unit}` },
      { kind: 'quality', name: '服务记录完整率', target: `${String(95 + draw(6))}%` },
      { kind: 'satisfaction', name: '服务对象满意度', target: `不低于 ${String(85 + draw(11))}%` },
    ],
    priority: { livelihood: draw(6), ease: draw(6), key: draw(6) },
    duty: { document: '喀喇沁旗民政局职能配置、内设机构和人员编制规定', item: `承担${chosen.name}有关组织实施工作` },
    need: { source: `${town}入户走访与座谈`, surveyedCount: 3 + draw(60), surveyedOn: addDays(today, -30 - draw(200)), conclusion: '现有供给不足，服务对象愿意接受社会力量提供的服务' },
    suitability: { marketFit: true, socialCapable: true, reason: `赤峰市内有 ${String(3 + draw(6))} 家机构具备承接能力` },
    benefits: { duty: '由直接办理转为制定标准和监督', cost: `比自办每年节约 ${String(1 + draw(20))} 万元`, quality: '由专业人员按统一标准提供' },
    exclusionsDenied: exclusionsInForce(today).map(({ id }) => id),
    exclusionReview: chosen.warning === null ? '' : '已逐项复核：只购买其中的辅助性、技术性服务，行政职权仍由本机关行使',
    establishmentPledged: true,
    method: METHODS[n % METHODS.length] as string,
    providerTypes: [...(PROVIDERS[n % PROVIDERS.length] as readonly string[])],
    smeReservedFen: amountFen,
    confidential: false,
    attachments: [],
    preparedBy: setting.preparedBy,
    reviewedBy: setting.reviewedBy,
    submittedOn: today,
  };
}

export function numberOf(year: number, n: number): string {
  return `${String(year)}-${String(n).padStart(3, '0')}`;
}

/** One to three slices, by year, source and origin; they close to the fen. */
function slices(n: number, amountFen: number, year: number, crossesYears: boolean): FundSlice[] {
  const existing = (part: number, fundYear: number): FundSlice => ({
    source: FUND_SOURCES[n % FUND_SOURCES.length] as number, year: fundYear, amountFen: part, origin: 'existing', fromProject: '民政事业费结构调整', approvalDocument: '',
  });
  const fresh = (part: number, fundYear: number): FundSlice => ({
    source: 1, year: fundYear, amountFen: part, origin: 'new', fromProject: '', approvalDocument: `喀政办字〔${String(year - 1)}〕${String(10 + (n % 80))}号`,
  });
  const first = Math.floor(amountFen / 3);
  if (crossesYears) return [existing(amountFen - first, year), fresh(first, year + 1)];
  if (n % 5 === 0) return [existing(first, year), { ...existing(1, year), source: 3, fromProject: '公益金' }, fresh(amountFen - first - 1, year)];
  return [existing(amountFen, year)];
}

/** Repeatable numbers from 0 up to (not including) the bound. */
function numbers(seed: number): (bound: number) => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % bound;
  };
}
