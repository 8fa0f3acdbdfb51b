// Made-up plan items on which the rules have nothing to block. Texts, figures and dates come by chance; who wrote them is told.

import { addDays, type BusinessDate, daysBetween } from '#shared/base/date';
import { multiplyBasisPoints, multiplyQuantity } from '#shared/base/money';
import type { RecordId } from '#shared/base/ids';
import type { PlanItem } from '#shared/domain/plan-item';
import { exclusionsInForce } from '#shared/policy/exclusions';
import type { ChosenProject } from './projects';
import type { Chance } from './seeded';

export interface PlanMaker {
  readonly buyerId: RecordId;
  readonly office: string;
  readonly preparedBy: RecordId;
  readonly reviewedBy: RecordId;
}

export interface PlanSlot {
  readonly year: number;
  /** Within the unit's year, from 1. */
  readonly number: number;
  readonly project: ChosenProject;
  /** Somewhere in here it is submitted. */
  readonly window: readonly [from: BusinessDate, to: BusinessDate];
}

/** From here a project is put out to open tender, as bureaus commonly do. */
const OPEN_TENDER_FEN = 40_000_000;
/** 财库〔2020〕46号第8条: up to here whole for small and medium enterprises, above it a share. */
const SMALL_PROJECT_FEN = 200_000_000;

export function planItemFor(maker: PlanMaker, { year, number, project, window: [from, to] }: PlanSlot, chance: Chance): PlanItem {
  const { code, work, doing, group, unit, place, round, functionCode } = project;
  const units = chance.whole(...project.units);
  const unitPriceFen = chance.whole(...project.yuan) * 100;
  const amountFen = multiplyQuantity(units * 10_000, unitPriceFen).fen;
  const name = `${place}${work}${round === 1 ? '' : `（第${String(round)}批）`}`;
  const submittedOn = addDays(from, chance.whole(0, Math.max(0, daysBetween(from, to))));
  const people = chance.whole(30, 1600);
  const nextYearFen = chance.percent(25) ? multiplyBasisPoints(amountFen, 3_000).fen : 0;
  const wish = chance.oneOf(['反映较多', '需求稳定', '供给不足', '逐年增长']);
  return {
    buyerId: maker.buyerId,
    year,
    number: `${String(year)}-${String(number).padStart(3, '0')}`,
    name,
    catalogueVersion: 'nmg-2014-80',
    catalogueCode: code,
    otherService: null,
    procurementCode: null,
    content: `为${place}${group}${doing}，全年不少于${String(units)}${unit}，每次服务留存记录，每季度向本单位报告一次。`,
    quantityE4: units * 10_000,
    unit,
    unitPriceFen,
    amountFen,
    costBasis: `按近三年同类服务每${unit}平均支出和本地工资水平测算，每${unit} ${String(unitPriceFen / 100)} 元。`,
    startsOn: `${String(year)}-05-01`,
    endsOn: nextYearFen > 0 ? `${String(year + 1)}-04-30` : `${String(year)}-12-31`,
    place,
    recipients: { group, count: people, area: place },
    funds: [
      { source: 1, year, amountFen: amountFen - nextYearFen, origin: 'existing', fromProject: `${work}经费`, approvalDocument: '' },
      ...(nextYearFen === 0
        ? []
        : [{ source: 1, year: year + 1, amountFen: nextYearFen, origin: 'new' as const, fromProject: '', approvalDocument: `演财预〔${String(year)}〕${String(chance.whole(1, 90))}号` }]),
    ],
    budgetProject: `${name}经费`,
    budgetCode: `150824${String(year).slice(2)}${String(number).padStart(6, '0')}`,
    functionCode,
    economicCode: '30227',
    goals: [
      { kind: 'quantity', name: `服务${unit}数`, target: `不少于${String(units)}${unit}` },
      { kind: 'quality', name: '服务记录完整率', target: '100%' },
      { kind: 'satisfaction', name: '服务对象满意度', target: `不低于${String(chance.whole(85, 95))}%` },
    ],
    priority: { livelihood: chance.whole(2, 5), ease: chance.whole(1, 5), key: chance.whole(0, 5) },
    duty: { document: `${maker.office}职能配置规定`, item: `负责${work}相关工作的组织和监督` },
    need: {
      source: `${String(year - 1)}年入户摸底和群众意见征集`,
      surveyedCount: chance.whole(30, 400),
      surveyedOn: addDays(submittedOn, -chance.whole(20, 80)),
      conclusion: `${place}${group}对本项服务${wish}，现有力量难以满足。`,
    },
    suitability: { marketFit: true, socialCapable: true, reason: `本地有${String(chance.whole(2, 6))}家机构能够承担` },
    benefits: { duty: '本单位转向组织和监督', cost: `比自行办理每${unit}约低${String(chance.whole(3, 20))}元`, quality: '由具备专业资格的人员提供' },
    exclusionsDenied: exclusionsInForce(submittedOn).map(({ id }) => id),
    exclusionReview: '',
    establishmentPledged: true,
    method: amountFen >= OPEN_TENDER_FEN ? 'open-tender' : 'consultation',
    providerTypes: ['P1', 'P3'],
    smeReservedFen: amountFen <= SMALL_PROJECT_FEN ? amountFen : multiplyBasisPoints(amountFen, 4_000).fen,
    confidential: false,
    attachments: [],
    preparedBy: maker.preparedBy,
    reviewedBy: maker.reviewedBy,
    submittedOn,
  };
}
