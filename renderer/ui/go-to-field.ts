// Leads to a field of a form by its path: its control, or for rows that repeat the first of them, or the button that adds one.

import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

type Form<Typed extends FieldValues, Stored> = Pick<UseFormReturn<Typed, unknown, Stored>, 'getValues' | 'setFocus'>;

/** False for a group of fields, or a figure that is reckoned. */
export function canGoTo<Typed extends FieldValues, Stored>(form: Form<Typed, Stored>, path: string): boolean {
  const value: unknown = form.getValues(path as FieldPath<Typed>);
  return typeof value === 'string' || typeof value === 'boolean' || Array.isArray(value);
}

export function goToField<Typed extends FieldValues, Stored>(form: Form<Typed, Stored>, path: string): void {
  if (!Array.isArray(form.getValues(path as FieldPath<Typed>))) form.setFocus(path as FieldPath<Typed>);
  else document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] > :is(.repeat-row, .repeat-rows-actions) :is(input, textarea, button):enabled`)?.focus();
}
