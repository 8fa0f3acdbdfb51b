// How a clause is named and weighed in words, the same in every place that shows one.

import type { Clause } from '#shared/policy/clauses';
import type { Verification } from '#shared/policy/higher-rules';
import { day } from './findings/wording';

const VERIFIED: Readonly<Record<Verification, string>> = {
  full: '条文已全文核对',
  part: '条文已部分核对',
  secondary: '条文系转引，须由本单位核实',
  unverified: '条文未能核对，须由本单位核实',
};

/** '80号文 三（四）2', '财政部令第102号 第24条'. */
export function clauseName(clause: Clause): string {
  const article = clause.isGoverning ? clause.article.replace('(', '（').replace(')', '）').replace('尾', '末段') : clause.article;
  return [clause.isGoverning ? '80号文' : clause.document, article].filter((part) => part !== '').join(' ');
}

/** Whether the words are the document's own, and how far they could be checked. */
export function clauseWeight({ wording, verified }: Clause): string {
  return `${wording === 'exact' ? '原文' : '要点'}，${VERIFIED[verified]}`;
}

/** From when it applies, and how sure that is. */
export function clauseDate({ isGoverning, effectiveFrom, effectiveFromBasis }: Clause): string {
  if (effectiveFrom === null) return '施行日期不详，须由本单位核实';
  if (isGoverning) return `${day(effectiveFrom)}印发`;
  return `${day(effectiveFrom)}起施行${effectiveFromBasis === 'stated' ? '' : '（日期未能核对，须由本单位核实）'}`;
}

/** Address of a clause in the reader. */
export function clausePath(id: string): string {
  return `/clauses/${encodeURIComponent(id)}`;
}
