// The plan's fields as columns: what one project says in one row of the grid, of a spreadsheet or of the template. Lists longer than a row
// holds stand in derived columns; exclusions and attachments are for the form alone.

import { type BusinessDate, todayInShanghai } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import { normaliseText } from '#shared/base/text';
import { catalogueInForce } from '#shared/policy/catalogue';
import { methodsForServices, PROCUREMENT_METHODS, PROVIDER_TYPES } from '#shared/policy/code-lists';
import { PROCUREMENT_CODES } from '#shared/policy/procurement-codes';
import { codeOf } from '../../tabular/choice-text';
import type { Choice } from '../../tabular/column';
import { derivedText, field, fundColumns, fundWords, goalColumns, goalWords, type PlanColumn, yesNo, yuanOrNothing } from './plan-column';
import { amountOf } from './plan-convert';
import { labelOfPath } from './plan-fields';
import type { PlanTyped } from './plan-typed';

/** Slices of money and goals that have columns of their own. */
export const FUND_COLUMNS = 3;
export const GOAL_COLUMNS = 3;

interface DayPolicy {
  readonly day: BusinessDate;
  readonly catalogueId: string | null;
  readonly items: readonly Choice[];
  readonly methods: readonly Choice[];
}

let held: DayPolicy | null = null;

/** What may be chosen today: a window that stays open over a change of catalogue goes by the new one. */
function policyToday(): DayPolicy {
  const day = todayInShanghai(Date.now());
  if (held?.day === day) return held;
  const catalogue = catalogueInForce(day);
  const listed = (catalogue?.categories ?? []).flatMap(({ items, catchAll }) => (catchAll === null ? items : [...items, catchAll]));
  held = {
    day,
    catalogueId: catalogue?.id ?? null,
    items: listed.map(({ code, name }) => ({ code, label: `${code} ${name}` })),
    methods: methodsForServices(day).map((code) => ({ code, label: PROCUREMENT_METHODS[code].label })),
  };
  return held;
}

const CODES: readonly Choice[] = PROCUREMENT_CODES.filter(({ level }) => level > 0).map(({ code, name }) => ({ code, label: `${code} ${name}` }));
const SCORES: readonly Choice[] = [0, 1, 2, 3, 4, 5].map((score) => ({ code: String(score), label: String(score) }));

/** Columns without the buyer: an office that prepares for itself has only one. */
export const PLAN_COLUMNS: readonly PlanColumn[] = [
  field('number', 'code', { hint: '本年度内不重复，如 2027-001' }),
  field('name', 'text'),
  field('mongolianName', 'text'),
  {
    ...field('catalogueCode', 'choice', { hint: '指导性目录的代码或“代码 名称”' }),
    get choices() {
      return policyToday().items;
    },
    write: (typed, text) => writeCatalogueCode(typed, codeOf(policyToday().items, text)),
  },
  field('otherService.name', 'text', { hint: '只在选用第六类“其他”时填写' }),
  field('otherService.reason', 'text'),
  field('otherService.consentDocument', 'text'),
  field('procurementCode', 'choice', { choices: CODES, hint: '2022 年品目，服务类，可不填' }),
  field('content', 'text'),
  field('quantity', 'quantity', { hint: '最多四位小数' }),
  field('unit', 'text'),
  field('unitPrice', 'money', { hint: '元' }),
  {
    key: 'amount',
    title: '金额',
    kind: 'money',
    hint: '数量乘单价，自动计算',
    derived: true,
    read: (typed) => yuanOrNothing(amountOf(typed)),
    write: (typed) => typed,
  },
  field('costBasis', 'text'),
  field('startsOn', 'date'),
  field('endsOn', 'date'),
  field('place', 'text'),
  field('recipients.group', 'text', { hint: '如城镇特困老年人；不写个人姓名' }),
  field('recipients.count', 'whole'),
  field('recipients.area', 'text'),
  ...Array.from({ length: FUND_COLUMNS }, (_, index) => fundColumns(index)).flat(),
  derivedText('funds.more', `资金第 ${String(FUND_COLUMNS + 1)} 笔起`, ({ funds }) => funds.slice(FUND_COLUMNS).map(fundWords).join('；')),
  field('budgetProject', 'text'),
  field('budgetCode', 'code'),
  field('functionCode', 'code', { hint: '3、5 或 7 位，如 2081005' }),
  field('economicCode', 'code', { hint: '3 或 5 位，如 30227' }),
  ...Array.from({ length: GOAL_COLUMNS }, (_, index) => goalColumns(index)).flat(),
  derivedText('goals.more', `绩效目标第 ${String(GOAL_COLUMNS + 1)} 项起`, ({ goals }) => goals.slice(GOAL_COLUMNS).map(goalWords).join('；')),
  field('priority.livelihood', 'choice', { choices: SCORES, hint: '0 至 5 分' }),
  field('priority.ease', 'choice', { choices: SCORES, hint: '0 至 5 分' }),
  field('priority.key', 'choice', { choices: SCORES, hint: '0 至 5 分' }),
  field('duty.document', 'text'),
  field('duty.item', 'text'),
  field('need.source', 'text'),
  field('need.surveyedCount', 'whole'),
  field('need.surveyedOn', 'date'),
  field('need.conclusion', 'text'),
  yesNo('suitability.marketFit'),
  yesNo('suitability.socialCapable'),
  field('suitability.reason', 'text'),
  field('benefits.duty', 'text'),
  field('benefits.cost', 'text', { hint: '须有数字' }),
  field('benefits.quality', 'text'),
  yesNo('establishmentPledged', '不新设机构、不增加编制'),
  {
    ...field('method', 'choice'),
    get choices() {
      return policyToday().methods;
    },
    write: (typed, text) => field('method', 'choice').write(typed, codeOf(policyToday().methods, text)),
  },
  {
    key: 'providerTypes',
    title: labelOfPath('providerTypes'),
    kind: 'code',
    hint: Object.entries(PROVIDER_TYPES).map(([code, label]) => `${code} ${label}`).join('；'),
    read: ({ providerTypes }) => providerTypes.join('、'),
    write: (typed, text) => ({ ...typed, providerTypes: readProviderTypes(text) }),
  },
  field('smeReserved', 'money', { hint: '元，可不填' }),
  field('exclusionReview', 'text'),
  yesNo('notConfidential', '已核对：不涉及国家秘密'),
];

/** With a column for the buyer where the station prepares for several. */
export function planColumns(buyers: readonly { readonly id: RecordId; readonly body: { readonly name: string } }[]): readonly PlanColumn[] {
  if (buyers.length < 2) return PLAN_COLUMNS;
  const choices = buyers.map(({ id, body }): Choice => ({ code: id, label: body.name }));
  const [number, name, ...rest] = PLAN_COLUMNS;
  return [number, name, field('buyerId', 'choice', { choices, hint: '代编单位的名称' }), ...rest].filter((column) => column !== undefined);
}

function writeCatalogueCode(typed: PlanTyped, code: string): PlanTyped {
  if (code === typed.catalogueCode) return typed;
  const { catalogueId, items } = policyToday();
  const listed = catalogueId !== null && items.some((choice) => choice.code === code);
  return { ...typed, catalogueCode: code, catalogueVersion: listed ? catalogueId : typed.catalogueVersion };
}

/** Codes, or labels of the list; what is neither stays as it is and is complained about. */
function readProviderTypes(text: string): string[] {
  let rest = normaliseText(text);
  const found: string[] = [];
  for (const [code, label] of Object.entries(PROVIDER_TYPES)) {
    if (!rest.includes(label)) continue;
    rest = rest.replace(label, ' ');
    found.push(code);
  }
  const words = rest.split(/[\s、，,;；]+/).filter((word) => word !== '');
  return [...new Set([...found, ...words.map((word) => word.toUpperCase())])].sort();
}

