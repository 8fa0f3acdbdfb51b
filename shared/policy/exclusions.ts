// What may not be purchased, from three documents, each from its own date. A keyword only asks a person to look; it decides nothing.

import { type BusinessDate } from '../base/date';
import { toHalfWidth } from '../base/text';
import { type ClauseId, clauseById, governing, isClauseInForce } from './clauses';

export type ExclusionId = `X0${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | `N0${1 | 2 | 3 | 4 | 5 | 6}` | `F0${1 | 2 | 3 | 4 | 5}`;

export interface Exclusion {
  readonly id: ExclusionId;
  readonly name: string;
  readonly clause: ClauseId;
  /** Words in a plan's texts that hint at this exclusion. */
  readonly keywords: readonly string[];
  /** 'stop': entry stops at once (state secrets never enter). 'cite': saying yes needs the provision. 'review': a person judges. */
  readonly onHit: 'stop' | 'cite' | 'review';
}

export interface KeywordHit {
  readonly exclusion: Exclusion;
  readonly keyword: string;
}

const SEED = governing('三(三)');

/** In the order to be confirmed: the governing document's nine, order 102's six, 财预〔2017〕87号's five. */
export const EXCLUSIONS: readonly Exclusion[] = [
  { id: 'X01', name: '法律法规另有规定', clause: SEED, keywords: [], onHit: 'cite' },
  review('X02', '国家安全', SEED, ['国家安全']),
  { id: 'X03', name: '保密事项', clause: SEED, keywords: ['涉密', '绝密', '机密', '秘密', '机要'], onHit: 'stop' },
  review('X04', '司法审判', SEED, ['司法审判']),
  review('X05', '行政决策', SEED, ['行政决策']),
  review('X06', '行政许可', SEED, ['许可', '发证']),
  review('X07', '行政审批', SEED, ['审批', '核准']),
  review('X08', '行政执法', SEED, ['执法', '处罚', '稽查']),
  review('X09', '行政强制', SEED, ['强制', '查封', '扣押']),
  review('N01', '不属于政府职责范围的服务事项', 'L06', []),
  review('N02', '应当由政府直接履职的事项', 'L06', []),
  review('N03', '政府采购法律、行政法规规定的货物和工程，以及将工程和服务打包的项目', 'L06', [
    '新建', '扩建', '改建', '装修', '拆除', '修缮', '设备采购', '打包',
  ]),
  review('N04', '融资行为', 'L06', ['融资', '垫资', '回购', '应收账款']),
  review('N05', '购买主体的人员招、聘用，以劳务派遣方式用工，以及设置公益性岗位等事项', 'L06', [
    '劳务派遣', '招聘', '聘用人员', '公益性岗位', '编外',
  ]),
  review('N06', '法律、行政法规以及国务院规定的其他不得作为政府购买服务内容的事项', 'L06', []),
  review('F01', '原材料、燃料、设备、产品等货物', 'L12', ['设备采购']),
  review('F02', '建筑物和构筑物的新建、改建、扩建及其相关的装修、拆除、修缮等建设工程', 'L12', [
    '新建', '扩建', '改建', '装修', '拆除', '修缮',
  ]),
  review(
    'F03',
    '铁路、公路、机场、通讯、水电煤气，以及教育、科技、医疗卫生、文化、体育等领域的基础设施建设，储备土地前期开发，农田水利等建设工程',
    'L12',
    ['基础设施建设', '土地前期开发', '农田水利'],
  ),
  review('F04', '建设工程与服务打包', 'L12', ['打包']),
  review('F05', '金融机构、融资租赁公司等非金融机构提供的融资行为', 'L12', ['融资', '垫资', '回购', '应收账款']),
];

/** Phrases that contain a keyword and mean something harmless; they are taken out before the search. */
const HARMLESS = [
  '不涉及国家秘密', '不涉及任何国家秘密', '不涉密', '非涉密', '商业秘密', '商业机密', '技术秘密',
  '拒绝密切', '主机要求', '总机要求', '手机要求', '有机要素', '机密切', '机密码', '机密钥', '机密封', '机密集',
] as const;

/** Exclusions that apply to a record of that business date. */
export function exclusionsInForce(date: BusinessDate): readonly Exclusion[] {
  return EXCLUSIONS.filter((exclusion) => isClauseInForce(clauseById(exclusion.clause), date));
}

/**
 * Keywords of the exclusions in force that occur in `text`, each once per exclusion, in the order of EXCLUSIONS. Width and
 * blanks inside words do not hide them.
 */
export function keywordHits(text: string, date: BusinessDate): readonly KeywordHit[] {
  return hitsOf(exclusionsInForce(date), text);
}

/** The same among some of the exclusions, whatever the date. */
export function hitsOf(exclusions: readonly Exclusion[], text: string): readonly KeywordHit[] {
  const whole = toHalfWidth(text.normalize('NFC')).replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
  const wordsIn = (searched: string) =>
    exclusions.flatMap((exclusion) => exclusion.keywords.filter((keyword) => searched.includes(keyword)).map((keyword) => ({ exclusion, keyword })));
  // Taking phrases out brings no keyword in: most texts hold none and are done.
  const hits = wordsIn(whole);
  if (hits.length === 0) return hits;
  // A line feed cannot be part of a keyword, so what stood left and right does not join into one.
  return wordsIn(HARMLESS.reduce((searched, phrase) => searched.replaceAll(phrase, '\n'), whole));
}

function review(id: ExclusionId, name: string, clause: ClauseId, keywords: readonly string[]): Exclusion {
  return { id, name, clause, keywords, onHit: 'review' };
}
