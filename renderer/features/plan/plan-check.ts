// Everything there is to say about a project as typed: findings of the rules and complaints of the schema, by form path, in form order.

import type { RecordId } from '#shared/base/ids';
import type { PlanItem } from '#shared/domain/plan-item';
import { checkPlanItem, compareWithSiblings } from '#shared/domain/rules/plan-item/check-plan-item';
import type { PlanItemForm, PlanItemSurroundings } from '#shared/domain/rules/plan-item/plan-item-rule';
import { complaintWords, fieldSentence } from '../../text/field-errors';
import { type FindingView, toFindingViews } from '../../ui/findings';
import { toLoose } from './plan-convert';
import { formPathOf, labelOfPath, PLAN_SECTIONS, type PlanSectionId, sectionOf } from './plan-fields';
import { planFormSchema, type PlanTyped } from './plan-typed';

export interface PlanProblem {
  readonly severity: 'block' | 'warn' | 'info';
  /** Form path; '' for the whole project. */
  readonly path: string;
  readonly section: PlanSectionId;
  readonly label: string;
  readonly sentence: string;
  /** The field is still empty: not wrong, only not filled in yet. */
  readonly blank: boolean;
}

export interface PlanReport {
  /** For the fields: paths are form paths. */
  readonly findings: readonly FindingView[];
  /** For the summary: findings and complaints, one of them for a field. */
  readonly problems: readonly PlanProblem[];
}

export function checkPlan(typed: PlanTyped, surroundings: PlanItemSurroundings): PlanReport {
  const findings = toFindingViews(checkPlanItem(asOfToday(typed, surroundings), surroundings)).map((view) => ({ ...view, field: formPathOf(view.field) }));
  const ruled = findings.map(({ severity, field, sentence }) => problem(typed, severity, field, sentence));
  const complained = complaints(typed);
  // Of an empty field the rule says more; of one that cannot be read the schema says what is wrong with it.
  const said = new Set(ruled.filter(({ severity, blank }) => severity === 'block' && blank).map(({ path }) => path));
  const unread = new Set(complained.filter(({ blank }) => !blank).map(({ path }) => path));
  const problems = [
    ...ruled.filter(({ severity, path }) => severity !== 'block' || !unread.has(path)),
    ...complained.filter(({ path }) => !said.has(path)),
  ];
  const order = PLAN_SECTIONS.map(({ id }) => id);
  return { findings, problems: problems.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section)) };
}

/** All that a report owes to the other projects of the year, as one comparable text. */
export function siblingsIn(typed: PlanTyped, surroundings: PlanItemSurroundings): string {
  return JSON.stringify(compareWithSiblings(asOfToday(typed, surroundings), surroundings));
}

/** Handing over would date it today, so it is judged as of today. */
function asOfToday(typed: PlanTyped, { today }: PlanItemSurroundings): PlanItemForm {
  return { ...toLoose(typed), submittedOn: today };
}

export interface Signatures {
  readonly preparedBy: RecordId;
  readonly reviewedBy: RecordId;
  readonly submittedOn: string;
}

/** The record as it would be written; null while the schema has complaints. */
export function toPlanItem(typed: PlanTyped, signatures: Signatures): PlanItem | null {
  const parsed = planFormSchema.safeParse(typed);
  return parsed.success ? { ...parsed.data, ...signatures } : null;
}

export function isBlankAt(typed: PlanTyped, path: string): boolean {
  let value: unknown = typed;
  for (const step of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  if (path === 'goals') return typed.goals.every(({ name, target }) => name === '' && target === '');
  if (path === 'amount') return typed.quantity === '' || typed.unitPrice === '';
  return value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

function complaints(typed: PlanTyped): readonly PlanProblem[] {
  const parsed = planFormSchema.safeParse(typed, { error: (issue) => fieldSentence(issue) });
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => problem(typed, 'block', formPathOf(issue.path.join('.')), complaintWords(issue.message)));
}

function problem(typed: PlanTyped, severity: PlanProblem['severity'], path: string, sentence: string): PlanProblem {
  return { severity, path, sentence, section: sectionOf(path) ?? 'basics', label: labelOfPath(path), blank: path !== '' && isBlankAt(typed, path) };
}
