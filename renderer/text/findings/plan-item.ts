// What the rules on a plan item say: what is wrong, and what to do about it.

import type { PlanItemEvidence } from '#shared/domain/rules/plan-item/evidence';
import { INDICATOR_KINDS } from '#shared/policy/code-lists';
import { day, difference, label, labels, methodLabel, PRIVATE_CODES, providerLabel, type SentencesFor, yuan } from './wording';

const DETAILS = {
  number: '项目编号',
  name: '项目名称',
  content: '服务内容',
  unit: '计量单位',
  place: '服务地点',
  startsOn: '开始日期',
  endsOn: '结束日期',
};
const OTHER_SERVICE = { name: '服务名称', reason: '理由', consentDocument: '财政部门同意的文号' };
const RECIPIENTS = { group: '服务对象类别', count: '服务对象人数（正整数）', area: '所在地区' };
const PRIORITY = { livelihood: '民生优先', ease: '先易后难', key: '突出重点' };
const DUTY = { document: '职责依据文件', item: '对应的职责条文' };
const BENEFITS = { duty: '转变政府职能', cost: '降低服务成本', quality: '提升服务质量和资金效益' };
const SURVEY = { surveyedCount: '调查对象数', surveyedOn: '调查日期', conclusion: '调查结论' };

export const PLAN_ITEM_SENTENCES: SentencesFor<keyof PlanItemEvidence> = {
  'plan-item.detail-missing': ({ missing }) => `计划须细化到具体项目，请填写${label(DETAILS, missing)}。`,
  'plan-item.buyer-missing': () => '请先选择购买主体。',
  'plan-item.buyer-barred': ({ count }) =>
    `所选购买主体有 ${String(count)} 处不符合条件，请先到“购买主体”中改正，或改由有资格的单位购买。`,

  'plan-item.catalogue-missing': () => '请从指导性目录中选择购买内容。',
  'plan-item.catalogue-not-in-force': ({ catalogueCode, date }) =>
    `目录项 ${catalogueCode} 不在${day(date)}有效的指导性目录内，请重新选择。`,
  'plan-item.other-service': ({ missing }) => `选用第六类“其他”须另写名称、理由并经财政部门同意，请填写${label(OTHER_SERVICE, missing)}。`,
  'plan-item.other-service-unneeded': ({ catalogueCode }) =>
    `已选目录项 ${catalogueCode}，又另写了服务名称；请删去另写的名称，或改选第六类“其他”。`,
  'plan-item.warned-item-review': ({ catalogueCode }) =>
    `目录项 ${catalogueCode} 带有警示，请对照警示内容人工复核，并在“复核说明”中写明可以购买的理由。`,
  'plan-item.engineering': ({ catalogueCode, words }) =>
    `目录项 ${catalogueCode} 只限纯服务，文中出现“${words}”，属于建设工程或工程与服务打包，不得作为政府购买服务；请改按工程采购办理，或把纯服务部分单独立项。`,
  'plan-item.procurement-code-unknown': ({ procurementCode }) => `政府采购品目编码 ${procurementCode} 不在 2022 年品目（服务类）中，请重新选择。`,

  'plan-item.exclusions-denied': ({ missing, count }) =>
    `还有 ${String(count)} 项排除事项未确认“不涉及”（${missing}），请逐项核对；涉及其中任何一项的，不得购买。`,
  'plan-item.goods-works-denied': ({ missing, count }) =>
    `还有 ${String(count)} 项货物、工程、融资类禁止事项未确认“不涉及”（${missing}），请逐项核对；涉及的不得购买。`,
  'plan-item.negative-list-denied': ({ missing, count }) =>
    `负面清单还有 ${String(count)} 项未确认“不涉及”（${missing}），请逐项核对；涉及的不得购买。`,
  'plan-item.exclusion-words': ({ words, exclusions }) =>
    `文中出现“${words}”，可能涉及排除事项 ${exclusions}；请人工复核，确不涉及的在“复核说明”中写明理由，涉及的不得购买。`,
  'plan-item.goods-works-words': ({ words, exclusions }) =>
    `文中出现“${words}”，可能涉及货物、工程或融资（${exclusions}）；请人工复核，确不涉及的在“复核说明”中写明理由，涉及的不得购买。`,
  'plan-item.negative-list-words': ({ words, exclusions }) =>
    `文中出现“${words}”，可能涉及负面清单 ${exclusions}；请人工复核，确不涉及的在“复核说明”中写明理由，涉及的不得购买。`,
  'plan-item.secrecy-words': ({ count }) =>
    `有 ${String(count)} 处文字含有涉密字样。本软件不处理国家秘密，请立即删去；确属保密事项的，停止录入并按保密规定办理。`,
  'plan-item.confidential': () => '涉及国家秘密的事项不得录入本软件，请停止录入并按保密规定办理。',
  'plan-item.identity-number': () => '此处像是公民身份号码。计划只登记服务对象的类别、人数和地区，请删去个人号码。',
  'plan-item.mongolian-private-codes': () => PRIVATE_CODES,
  'plan-item.phone-number': () => '此处像是个人电话号码，请删去；如不是电话，可以保留。',

  'plan-item.quantity-required': () => '请填写大于 0 的数量；计划不得只报总额。',
  'plan-item.unit-price-required': () => '请填写大于 0 的单价；计划不得只报总额。',
  'plan-item.amount-required': () => '请填写大于 0 的金额。',
  'plan-item.amount-product': ({ expectedFen, amountFen, differenceFen }) =>
    `数量乘单价应为 ${yuan(expectedFen)}，现填金额 ${yuan(amountFen)}，${difference(differenceFen)}；请核对数量、单价或金额。`,
  'plan-item.amount-unusual': ({ amountFen }) => `金额为 ${yuan(amountFen)}，数额很大，请核对是否把“万元”当作“元”填写。`,
  'plan-item.lump-sum': ({ unit }) => `以“1${unit}”报一行总额，不利于审定和验收；请改用可以计量的单位，写明数量和单价。`,
  'plan-item.cost-basis': () => '请写明单价的测算依据，如工作量、历史价格或市场询价。',

  'plan-item.funds-required': () => '请填写资金来源，至少一项。',
  'plan-item.fund-amount': () => '请填写这笔资金的金额，须大于 0。',
  'plan-item.sources-close': ({ sumFen, amountFen, differenceFen }) =>
    `各项资金合计 ${yuan(sumFen)}，项目金额 ${yuan(amountFen)}，合计${difference(differenceFen)}；请调整到完全相等。`,
  'plan-item.fund-year': ({ year, firstYear, lastYear }) =>
    `资金年度 ${String(year)} 不在计划年度和服务期限之内，应为 ${String(firstYear)}${firstYear === lastYear ? '' : ` 至 ${String(lastYear)}`} 年。`,
  'plan-item.existing-from-project': () => '存量资金须写明从哪个项目调整而来。',
  'plan-item.new-approval-document': () => '新增资金须列入预算，请填写预算批复或追加的文号。',
  'plan-item.all-new-money': ({ newFen }) => `本项目 ${yuan(newFen)} 全部为新增资金；购买服务主要从存量中调整安排，请确认确需新增。`,
  'plan-item.budget-project': () => '请填写对应的部门预算项目；年度预算未安排资金的，不得购买。',
  'plan-item.budget-code': () => '未填预算项目编码，绩效目标无法与预算项目对应；编码下达后请补填。',

  'plan-item.priority': ({ missing }) => `请给“${label(PRIORITY, missing)}”打分（0 至 5）。`,
  'plan-item.duty-basis': ({ missing }) => `请填写${label(DUTY, missing)}；没有职责依据的，不属于本单位购买的范围。`,
  'plan-item.suitability': ({ missing }) =>
    missing === 'reason'
      ? '请写明适合采取市场化方式、社会力量能够承担的理由。'
      : `${missing === 'marketFit' ? '“适合采取市场化方式提供”' : '“社会力量能够承担”'}须为“是”；答案为“否”的，不得列入计划。`,
  'plan-item.benefits': ({ missing }) => `请论证本项目如何有利于${label(BENEFITS, missing)}。`,
  'plan-item.benefit-cost-figure': () => '降低成本的论证须有数字，请写明自办与购买的成本比较。',
  'plan-item.establishment-pledge': () => '请确认本项目不新设机构、不增加编制；不能承诺的，不得送审。',
  'plan-item.goals-missing': ({ missing }) => `绩效目标还缺${labels(INDICATOR_KINDS, missing)}，每项须有名称和目标值。`,
  'plan-item.goal-target-figure': () => '数量指标的目标值没有数字，请写明具体数量。',
  'plan-item.recipients': ({ missing }) => `请填写${label(RECIPIENTS, missing)}。`,
  'plan-item.need-source': () => '请写明需求来源，如群众反映、调查统计或上级要求。',
  'plan-item.survey-missing': ({ missing }) => `公共服务项目须先作需求调查，请填写${label(SURVEY, missing)}。`,
  'plan-item.survey-too-few': ({ surveyedCount, leastCount }) =>
    `需求调查对象为 ${String(surveyedCount)} 个，不足 ${String(leastCount)} 个；请补充调查。`,
  'plan-item.survey-too-old': ({ surveyedOn, date }) =>
    `需求调查作于${day(surveyedOn)}，到${day(date)}已超过一年，不能沿用；请重新调查。`,
  'plan-item.survey-in-future': ({ surveyedOn, date }) => `需求调查日期${day(surveyedOn)}晚于${day(date)}，请核对。`,

  'plan-item.same-reviewer': () => '编制人与复核人不能是同一人，请换一位经办人登录复核。',
  'plan-item.period-order': ({ startsOn, endsOn }) => `结束日期${day(endsOn)}早于开始日期${day(startsOn)}，请改正。`,
  'plan-item.period-starts-outside-year': ({ startsOn, year }) =>
    `服务从${day(startsOn)}开始，不在 ${String(year)} 计划年度内，请核对年度或日期。`,
  'plan-item.period-over-three-years': ({ latestEnd }) =>
    `服务期限超过三年，超出中期财政规划；最迟到${day(latestEnd)}，请缩短期限。`,
  'plan-item.period-beyond-medium-term': ({ endsOn, latestEnd }) =>
    `服务到${day(endsOn)}结束，晚于计划年度起三年（${day(latestEnd)}）；请确认资金已列入中期财政规划。`,
  'plan-item.period-over-one-year': ({ latestEnd }) =>
    `服务期限超过一年（一年到${day(latestEnd)}止）；签订合同时须同时符合内容固定、连续性强、经费来源稳定、价格变化幅度小四个条件。`,
  'plan-item.submitted-too-early': ({ submittedOn, earliest }) =>
    `送审日期${day(submittedOn)}过早，计划应与部门预算同步编制，不早于${day(earliest)}；请改正日期。`,
  'plan-item.submitted-in-future': ({ submittedOn, today }) => `送审日期${day(submittedOn)}晚于今天（${day(today)}），请核对日期和电脑时钟。`,
  'plan-item.submitted-after-year': ({ year }) => `${String(year)} 计划年度已过；如系补录历史计划，可以保留。`,
  'plan-item.method-unknown': () => '请选择采购方式。',
  'plan-item.method-outside-procurement': ({ method, blockedFrom }) =>
    `${day(blockedFrom)}起不能再以“${methodLabel(method)}”方式购买，须按政府采购的方式和程序办理；只有一家能够承接的可用单一来源采购，一般服务可用竞争性磋商。`,
  'plan-item.method-outside-needs-proof': ({ method }) =>
    `采用“${methodLabel(method)}”方式须具有特殊性、不符合竞争性条件，请附上情形说明和批准材料。`,
  'plan-item.method-goods-only': () => '询价只能采购货物，不能用于服务；请改用竞争性磋商等方式。',
  'plan-item.single-source-proof': () => '采用单一来源采购，请附上只能从一家购买的理由和论证材料。',
  'plan-item.provider-types': () => '请选择承接主体类型，至少一类。',
  'plan-item.provider-individual': () => '向个人购买只限确实适宜由个人承接的服务，不得变相用工；请核实并在论证中说明。',
  'plan-item.provider-not-yet-named': ({ providerType }) =>
    `“${providerLabel(providerType)}”在 2020年3月1日之前的规定中没有列明，请核实当时能否作为承接主体。`,
  'plan-item.sme-small-project': ({ reservedFen, amountFen }) =>
    `200 万元以下的服务项目原则上全部预留给中小企业，现预留 ${yuan(reservedFen)}，项目金额 ${yuan(amountFen)}；不预留的须有法定情形。`,
  'plan-item.sme-share': ({ reservedFen, leastFen }) =>
    `超过 200 万元的项目应预留三成以上给中小企业，至少 ${yuan(leastFen)}，现预留 ${yuan(reservedFen)}。`,
  'plan-item.sme-over-amount': ({ reservedFen, amountFen }) =>
    `预留给中小企业的 ${yuan(reservedFen)} 超过了项目金额 ${yuan(amountFen)}，请改正。`,

  'plan-item.duplicate-name': ({ number }) => `与本年度 ${number} 号项目同名，请确认不是重复购买。`,
  'plan-item.duplicate-number': ({ number }) => `项目编号 ${number} 本年度已经用过，请另编一个。`,
  'plan-item.duplicate-content': ({ number, similarityPercent }) =>
    `与本年度 ${number} 号项目目录项相同、内容有 ${String(similarityPercent)}% 相似，疑似重复购买，请核实。`,
  'plan-item.suspected-splitting': ({ count, totalFen }) =>
    `同一预算项目、同一品目本年度已有 ${String(count)} 个项目，合计 ${yuan(totalFen)}；请核对是否达到公开招标数额，不得化整为零。`,
};
