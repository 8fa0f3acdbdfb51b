// A submitted plan item in words: sections of labelled values, each with the field path that opinions and findings use.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { FundSlice, PlanItem } from '#shared/domain/plan-item';
import { findCatalogueItem } from '#shared/policy/catalogue';
import { FUND_SOURCES, findProcurementMethod, INDICATOR_KINDS, labelOf, PROVIDER_TYPES } from '#shared/policy/code-lists';
import { EXCLUSIONS } from '#shared/policy/exclusions';
import { findProcurementCode } from '#shared/policy/procurement-codes';
import { entry, type SheetSection } from './sheet';

export function planItemSheet(item: PlanItem): readonly SheetSection[] {
  return [
    {
      title: '项目',
      entries: [
        entry('number', '项目编号', item.number),
        entry('name', '项目名称', item.name),
        ...(item.mongolianName === undefined ? [] : [entry('mongolianName', '蒙古文名称', item.mongolianName)]),
        entry('catalogueCode', '目录项', `${item.catalogueCode} ${findCatalogueItem(item.catalogueVersion, item.catalogueCode)?.name ?? ''}`),
        ...(item.otherService === null
          ? []
          : [entry('otherService', '兜底事项', `${item.otherService.name}；理由：${item.otherService.reason}；财政同意文件：${item.otherService.consentDocument}`)]),
        entry('procurementCode', '采购品目', item.procurementCode === null ? '' : `${item.procurementCode} ${findProcurementCode(item.procurementCode)?.name ?? ''}`),
        entry('content', '服务内容', item.content),
      ],
    },
    {
      title: '数量与金额',
      entries: [
        entry('quantityE4', '数量', `${formatQuantity(item.quantityE4)} ${item.unit}`),
        entry('unitPriceFen', '单价（元）', formatYuan(item.unitPriceFen)),
        entry('amountFen', '预算金额（元）', `${formatYuan(item.amountFen)}（${toChineseAmountWithCurrency(item.amountFen)}）`),
        entry('costBasis', '测算依据', item.costBasis),
        ...item.funds.map((slice, index) => entry(`funds.${String(index)}.amountFen`, `资金来源 ${String(index + 1)}`, fundText(slice))),
        entry('budgetProject', '预算项目', [item.budgetProject, item.budgetCode].filter(Boolean).join('　')),
        entry('functionCode', '功能科目、经济科目', [item.functionCode, item.economicCode].filter(Boolean).join('　')),
        entry('smeReservedFen', '面向中小企业预留（元）', formatYuan(item.smeReservedFen)),
      ],
    },
    {
      title: '期限、地点与对象',
      entries: [
        entry('startsOn', '实施期限', `${item.startsOn} 至 ${item.endsOn}`),
        entry('place', '实施地点', item.place),
        entry('recipients', '服务对象', `${item.recipients.group}，${String(item.recipients.count)} 人，${item.recipients.area}`),
      ],
    },
    {
      title: '绩效与依据',
      entries: [
        ...item.goals.map((goal, index) =>
          entry(`goals.${String(index)}`, labelOf(INDICATOR_KINDS, goal.kind) ?? goal.kind, `${goal.name}：${goal.target}`),
        ),
        entry('priority', '三原则', `民生优先 ${String(item.priority.livelihood)}，先易后难 ${String(item.priority.ease)}，突出重点 ${String(item.priority.key)}`),
        entry('duty', '职责依据', [item.duty.document, item.duty.item].filter(Boolean).join('：')),
        entry('need', '需求', [item.need.source, item.need.conclusion].filter(Boolean).join('；')),
        entry('suitability', '适宜性', `${yesNo(item.suitability.marketFit)}适合市场化，社会力量${item.suitability.socialCapable ? '能' : '不能'}承担；${item.suitability.reason}`),
        entry('benefits', '三有利', [item.benefits.duty, item.benefits.cost, item.benefits.quality].filter(Boolean).join('；')),
        entry('exclusionsDenied', '已逐项确认不属于', EXCLUSIONS.filter(({ id }) => item.exclusionsDenied.includes(id)).map(({ name }) => name).join('、')),
        entry('exclusionReview', '用词复核', item.exclusionReview),
        entry('establishmentPledged', '不新增机构编制', item.establishmentPledged ? '已承诺' : '未承诺'),
      ],
    },
    {
      title: '采购',
      entries: [
        entry('method', '拟采购方式', findProcurementMethod(item.method)?.label ?? item.method),
        entry('providerTypes', '承接主体类型', item.providerTypes.map((type) => labelOf(PROVIDER_TYPES, type) ?? type).join('、')),
        entry('submittedOn', '定稿日期', item.submittedOn),
      ],
    },
  ];
}

function yesNo(value: boolean): string {
  return value ? '' : '不';
}

function fundText(slice: FundSlice): string {
  const origin =
    slice.origin === 'existing' ? `存量调整，来自“${slice.fromProject}”` : `新增，批复文号 ${slice.approvalDocument}`;
  return `${String(slice.year)} 年　${labelOf(FUND_SOURCES, slice.source) ?? ''}　${formatYuan(slice.amountFen)} 元（${origin}）`;
}
