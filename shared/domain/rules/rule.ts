// How a business rule is written and run: pure, dated, resting on one clause. It knows no particular rule.
//
// Rules see a record that may still be being typed (Loose). A rule that demands a field reports its absence; a rule that
// relates fields keeps silent until all of them are there. A rule applies to a record by the record's business date.

import type { BusinessDate } from '../../base/date';
import { type ClauseId, clauseById, isClauseInForce } from '../../policy/clauses';
import type { Finding, RequirementId, RuleEvidence, RuleId, Severity } from '../finding';

/** The record's shape with every field possibly missing. Values that are there have their schema's type, not yet its bounds; numbers are finite. */
export type Loose<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Element)[]
    ? readonly Loose<Element>[]
    : { readonly [K in keyof T]?: Loose<T[K]> | undefined };

export interface Hit<R extends RuleId> {
  readonly field: string;
  readonly evidence: RuleEvidence[R];
}

export interface Rule<R extends RuleId, Form, Context> {
  readonly id: R;
  readonly clause: ClauseId;
  readonly requirement?: RequirementId;
  readonly severity: Severity;
  /** First business date on which it no longer applies; it begins with its clause. */
  readonly until?: BusinessDate;
  readonly check: (form: Form, context: Context) => readonly Hit<R>[];
}

/** One of the rules of R, whichever: its `id` and `check` belong together. */
export type AnyRule<R extends RuleId, Form, Context> = { [K in R]: Rule<K, Form, Context> }[R];

/** Binds form and context of a kind of record, so that a rule only names its id: `const planItemRule = ruleFor<…>()`. */
export function ruleFor<Form, Context>() {
  return <R extends RuleId>(rule: Rule<R, Form, Context>): Rule<R, Form, Context> => rule;
}

/** The list of a kind's rules; a rule id without its rule is a compile error. */
export function everyRuleOf<Ids extends RuleId>() {
  return <const Rules extends readonly { readonly id: Ids }[]>(
    rules: Exclude<Ids, Rules[number]['id']> extends never ? Rules : never,
  ): Rules => rules;
}

/**
 * True when a rule judges a record of that business date. 80号文 is the start of everything here, so that an impossibly early
 * date escapes none of its rules; a later document's rule begins with that document, and never while its date is unknown.
 */
export function applies(rule: { readonly clause: ClauseId; readonly until?: BusinessDate }, date: BusinessDate): boolean {
  const clause = clauseById(rule.clause);
  return (clause.isGoverning || isClauseInForce(clause, date)) && (rule.until === undefined || date < rule.until);
}

/** Findings of every rule in force on `date`, in the order of the rules. */
export function runRules<R extends RuleId, Form, Context>(
  rules: readonly AnyRule<R, Form, Context>[],
  form: Form,
  context: Context,
  date: BusinessDate,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!applies(rule, date)) continue;
    const { id, clause, requirement, severity } = rule;
    for (const { field, evidence } of rule.check(form, context)) {
      const head = { rule: id, clause, severity, field, evidence };
      // Each rule's evidence is that of its own id; the compiler cannot follow the pairing through the union.
      findings.push((requirement === undefined ? head : { ...head, requirement }) as Finding);
    }
  }
  return findings;
}
