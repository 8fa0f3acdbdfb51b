// What training units buy: kinds of service out of the catalogue of 2014, with figures such as a banner's offices meet. Data only; all places are made up.

import { creditCode } from './offices';
import type { Chance } from './seeded';

interface Project {
  /** Of the catalogue of 2014. */
  readonly code: string;
  readonly work: string;
  /** What is done, after “为 … ”. */
  readonly doing: string;
  readonly group: string;
  readonly unit: string;
  /** Whole yuan per unit, and units a year. */
  readonly yuan: readonly [number, number];
  readonly units: readonly [number, number];
  readonly functionCode: string;
}

type Row = readonly [code: string, work: string, doing: string, group: string, unit: string, yuan: readonly [number, number], units: readonly [number, number], functionCode: string];

const CIVIL: readonly [Row, ...Row[]] = [
  ['1.07', '居家养老上门照料', '每周上门助餐、助洁、测量血压并作精神慰藉', '失能老人', '人次', [60, 110], [600, 4000], '20810'],
  ['1.07', '互助养老院夜间看护', '夜间巡视、应急送医和翻身擦洗', '集中居住老人', '人月', [900, 1600], [60, 300], '20810'],
  ['1.05', '低收入家庭情况入户核查', '入户核对家庭人口、收入和困难情况并形成记录', '申请救助家庭', '户次', [35, 70], [800, 5000], '20820'],
  ['1.05', '困难群众心理疏导', '开展情绪评估、个别谈话和回访', '困难群众', '人次', [120, 220], [150, 900], '20820'],
  ['1.06', '困境儿童关爱陪伴', '每月探访、课业辅导和安全教育', '困境儿童', '人次', [80, 150], [300, 1800], '20810'],
  ['1.06', '散居孤儿家庭探访', '按季探访、健康登记和生活指导', '散居孤儿', '人次', [90, 160], [80, 400], '20810'],
  ['1.15', '残疾人辅助器具适配', '上门评估、适配调试和使用训练', '残疾居民', '人次', [180, 320], [100, 700], '20811'],
  ['1.15', '残疾人日间照料', '日间照料、康复训练和手工活动', '残疾居民', '人月', [1100, 1900], [60, 280], '20811'],
  ['1.08', '退役军人就业辅导', '职业测评、简历指导和岗位推荐', '退役军人', '人次', [150, 260], [80, 500], '20828'],
  ['2.01', '社区网格便民代办', '代办证照材料、代购药品和生活缴费', '行动不便居民', '人次', [25, 45], [2000, 9000], '20802'],
  ['2.02', '社会组织培育孵化', '登记辅导、财务培训和活动督导', '社会组织', '家', [6000, 12000], [6, 30], '20802'],
  ['2.03', '苏木镇社工站驻站服务', '驻站开展个案、小组和社区活动', '困难家庭', '人月', [4200, 6200], [24, 120], '20802'],
  ['2.05', '救灾物资分拣配送', '物资入库、分拣、装车和到户配送', '受灾群众', '车次', [700, 1300], [40, 260], '22407'],
  ['2.06', '志愿服务组织与培训', '招募、培训、保险和活动组织', '志愿者', '场', [2600, 4800], [12, 80], '20802'],
  ['2.09', '流动人口关怀服务', '政策宣讲、权益咨询和生活帮扶', '流动人口', '人次', [40, 80], [400, 2500], '20802'],
  ['5.11', '民政业务骨干培训', '组织集中授课、案例研讨和考核', '基层民政人员', '人天', [280, 420], [120, 800], '20508'],
];

const CULTURE: readonly [Row, ...Row[]] = [
  ['1.12', '乌兰牧骑式流动演出', '到牧区和村镇演出歌舞、曲艺节目', '农牧民', '场', [5200, 9800], [12, 90], '20701'],
  ['1.12', '图书室流动借阅', '图书轮换、登记借阅和阅读指导', '城乡居民', '点月', [600, 1100], [120, 700], '20701'],
  ['1.12', '公益电影放映', '按片单放映并做安全检查和观众登记', '农牧民', '场', [260, 420], [300, 1800], '20701'],
  ['1.12', '非物质文化遗产传习', '组织长调、马头琴和刺绣传习课', '中小学生', '课时', [180, 320], [150, 1100], '20701'],
  ['1.12', '文化馆免费开放讲解', '讲解接待、秩序维护和观众统计', '参观群众', '人天', [220, 320], [240, 900], '20701'],
  ['1.13', '全民健身活动组织', '组织赛事、裁判、医疗保障和宣传', '城乡居民', '场', [7000, 16000], [6, 40], '20703'],
  ['1.13', '健身路径巡检维修', '按月巡检、紧固、更换易损件并建档', '城乡居民', '处次', [120, 240], [200, 1300], '20703'],
  ['1.13', '青少年搏克公益课', '技术教学、体能训练和安全教育', '青少年', '课时', [160, 260], [120, 800], '20703'],
  ['1.01', '课后文艺托管', '课后组织合唱、舞蹈和绘画活动', '小学生', '课时', [110, 190], [200, 1600], '20502'],
  ['2.06', '旅游志愿讲解', '景区讲解、引导和游客意见收集', '游客', '人天', [200, 300], [100, 700], '20701'],
  ['2.11', '文明旅游公益宣传', '制作海报、短片并在公共场所展示', '游客和居民', '期', [5200, 12000], [6, 36], '20701'],
  ['1.20', '牧区旅游经营辅导', '培训接待礼仪、卫生和网上经营', '牧家乐经营户', '户次', [300, 560], [60, 360], '21301'],
  ['1.16', '景区沿线垃圾清运', '每日捡拾、分类和清运生活垃圾', '沿线居民和游客', '公里月', [420, 800], [90, 520], '21103'],
  ['5.11', '文化站人员业务培训', '组织舞台、摄影和群众文化课程', '文化站人员', '人天', [280, 420], [100, 600], '20508'],
];

const PLACES: readonly [string, ...string[]] = [
  '青松镇', '白石镇', '柳泉镇', '长滩镇', '红柳镇', '双山镇', '东营镇', '西河镇', '南坡镇', '北井镇',
  '阿尔山图苏木', '巴彦塔拉苏木', '查干诺苏木', '哈日乌苏木', '乌兰希热苏木', '宝力格苏木', '额尔顿苏木', '呼和敖包苏木',
  '向阳街道', '新桥街道', '和平街道', '团结街道', '朝霞街道', '金穗街道',
];

export interface ChosenProject extends Project {
  readonly place: string;
  /** Which round over all kinds and places this is, from 1: names stay apart at any number. */
  readonly round: number;
}

/** The n-th project of a unit's year, every kind and place before any comes again. */
export function projectAt(seat: 'unit-1' | 'unit-2', index: number): ChosenProject {
  const rows = seat === 'unit-1' ? CIVIL : CULTURE;
  const [code, work, doing, group, unit, yuan, units, functionCode] = rows[index % rows.length] ?? rows[0];
  const turn = Math.floor(index / rows.length);
  const place = PLACES[(turn + (index % rows.length)) % PLACES.length] ?? PLACES[0];
  const round = Math.floor(turn / PLACES.length) + 1;
  return { code, work, doing, group, unit, yuan, units, functionCode, place, round };
}

const STEMS: readonly [string, ...string[]] = ['暖阳', '同心', '晨光', '远航', '春晖', '草原风', '百灵', '清泉', '启明', '长风'];
const KINDS: readonly [string, ...string[]] = ['社会服务中心', '公益服务中心', '社会工作服务社', '文化服务中心'];

/** A made-up provider: its name and its credit code. */
export function supplierFor(chance: Chance): { readonly name: string; readonly uscc: string } {
  const [stem, kind] = [chance.whole(0, STEMS.length - 1), chance.whole(0, KINDS.length - 1)];
  const number = String(200 + stem * KINDS.length + kind);
  return { name: `演练旗${STEMS[stem] ?? ''}${KINDS[kind] ?? ''}`, uscc: creditCode('52', `0000${number}MJ`) };
}
