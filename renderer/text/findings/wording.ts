// Pieces of sentences that findings share: amounts, differences, quantities and dates as offices write them.

import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { RuleEvidence } from '#shared/domain/finding';
import { findProcurementMethod, labelOf, PROVIDER_TYPES } from '#shared/policy/code-lists';

/** One sentence per rule of a kind of record; a rule without its sentence does not compile. */
export type SentencesFor<Ids extends keyof RuleEvidence> = { readonly [R in Ids]: (evidence: RuleEvidence[R]) => string };

export function yuan(fen: number): string {
  return `${formatYuan(fen)} 元`;
}

/** '多 0.03 元（3 分）': the difference of a sum that does not close, in yuan and in fen. */
export function difference(fen: number): string {
  const size = Math.abs(fen);
  return `${fen > 0 ? '多' : '少'} ${formatYuan(size)} 元（${String(size)} 分）`;
}

export function quantity(quantityE4: number): string {
  return formatQuantity(quantityE4);
}

/** '2026-03-01' → '2026年3月1日'. */
export function day(date: string): string {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return `${year}年${String(Number(month))}月${String(Number(dayOfMonth))}日`;
}

export function methodLabel(code: string): string {
  return findProcurementMethod(code)?.label ?? (code === '' ? '（未填）' : code);
}

export function providerLabel(code: string): string {
  return labelOf(PROVIDER_TYPES, code) ?? code;
}

/** The label of a part, or the part itself when it has none. */
export function label(labels: Readonly<Record<string, string>>, part: string): string {
  return labels[part] ?? part;
}

/** 'a、b' → the labels of a and b. */
export function labels(names: Readonly<Record<string, string>>, parts: string): string {
  return parts
    .split('、')
    .map((part) => label(names, part))
    .join('、');
}

export const USCC_PROBLEMS: Readonly<Record<string, string>> = {
  length: '不是 18 位',
  alphabet: '含有不应出现的字符（不用 I、O、S、V、Z）',
  'check-digit': '末位校验码不符',
};

/** Said of every name in Mongolian script; no document says it. */
export const PRIVATE_CODES =
  '本系统提示：蒙古文名称用的是旧的私有编码（如蒙科立编码），在别的电脑上不能正确显示。内容照原样保留，请改用国际编码的蒙古文输入法重新录入。';
