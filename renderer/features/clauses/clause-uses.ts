// What rests on a clause: rules, exclusions, catalogue categories and screens, gathered from the rules and texts that cite it.

import type { RequirementId, RuleId, Severity } from '#shared/domain/finding';
import { acceptanceRules } from '#shared/domain/rules/acceptance/check-acceptance';
import { buyerRules } from '#shared/domain/rules/buyer/check-buyer';
import { contractRules } from '#shared/domain/rules/contract/check-contract';
import { decisionRules } from '#shared/domain/rules/decision/check-decision';
import { planItemRules } from '#shared/domain/rules/plan-item/check-plan-item';
import type { BusinessDate } from '#shared/base/date';
import { PUBLISHED_CATALOGUES } from '#shared/policy/catalogue';
import type { ClauseId } from '#shared/policy/clauses';
import { EXCLUSIONS } from '#shared/policy/exclusions';
import { clauseOfRequirement } from '#shared/policy/requirements';
import type { HelpText } from '../../text/help/help-text';
import { HELP_TEXTS, helpById } from '../../text/help/topics';

interface CitingRule {
  readonly id: RuleId;
  readonly clause: ClauseId;
  readonly requirement?: RequirementId;
  readonly severity: Severity;
  readonly until?: BusinessDate;
}

export interface RuleGroup {
  /** The kind of record judged: 合同. */
  readonly kind: string;
  readonly rules: readonly CitingRule[];
}

export interface ClauseUses {
  readonly groups: readonly RuleGroup[];
  /** Rules of later documents on what this clause of 80号文 is about: they may say otherwise. */
  readonly later: readonly CitingRule[];
  readonly exclusions: readonly string[];
  readonly categories: readonly string[];
  readonly screens: readonly Screen[];
}

export interface Screen {
  readonly title: string;
  readonly to: string;
  readonly offices: HelpText['offices'];
}

/** Each kind of record with its rules and the help of the page where they speak. */
const KINDS: readonly { readonly kind: string; readonly rules: readonly CitingRule[]; readonly page: string }[] = [
  { kind: '购买主体', rules: buyerRules, page: 'buyer' },
  { kind: '年度计划', rules: planItemRules, page: 'plan' },
  { kind: '计划审定', rules: decisionRules, page: 'review' },
  { kind: '合同', rules: contractRules, page: 'contracts' },
  { kind: '验收', rules: acceptanceRules, page: 'acceptances' },
];

export function usesOf(id: ClauseId): ClauseUses {
  const groups = KINDS.map(({ kind, rules, page }) => ({ kind, page, rules: rules.filter((rule) => rule.clause === id) })).filter(({ rules }) => rules.length > 0);
  const later = KINDS.flatMap(({ rules }) => rules).filter(
    ({ clause, requirement }) => clause !== id && clause.startsWith('L') && requirement !== undefined && clauseOfRequirement(requirement) === id,
  );
  const exclusions = EXCLUSIONS.filter(({ clause }) => clause === id).map(({ name }) => name);
  const categories = PUBLISHED_CATALOGUES.flatMap((catalogue) => catalogue.categories)
    .filter(({ clause }) => clause === id)
    .map(({ code, name }) => `${code}　${name}`);
  const pages = [
    ...groups.map(({ page }) => helpById(page)),
    exclusions.length + categories.length > 0 ? helpById('catalogue') : null,
    ...HELP_TEXTS.filter(({ clauses }) => clauses.includes(id)),
  ];
  return { groups, later, exclusions, categories, screens: screensOf(pages) };
}

/** The areas of those pages, each once: a page of one record is reached through its list. */
function screensOf(texts: readonly (HelpText | null)[]): readonly Screen[] {
  const screens = new Map<string, Screen>();
  for (const text of texts) {
    const [page] = text?.pages ?? [];
    const area = page?.split('/')[1];
    if (text === null || page === undefined || area === undefined) continue;
    const to = page.includes(':') ? `/${area}` : page;
    const title = HELP_TEXTS.find(({ pages }) => pages.includes(to))?.title ?? text.title;
    if (!screens.has(title)) screens.set(title, { title, to, offices: text.offices });
  }
  return [...screens.values()];
}
