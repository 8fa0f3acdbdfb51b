// Leads to a field of a form by its path: its control, or for rows that repeat the first of them, or the button that adds one.

import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

/** False for a group of fields, or a figure that is reckoned. */
export function canGoTo<Typed extends FieldValues, Stored>(form: Pick<UseFormReturn<Typed, unknown, Stored>, 'getValues'>, path: string): boolean {
  const value: unknown = form.getValues(path as FieldPath<Typed>);
  return typeof value === 'string' || typeof value === 'boolean' || Array.isArray(value);
}

const CONTROL = ':is(input, textarea, [role=combobox], button):enabled';

/** Brings the field to the middle of the screen and puts the cursor into it; for a path of no field of its own, that of its group. */
export function goToField(path: string): void {
  const [group = ''] = path.split('.');
  const place = find(`[data-field="${CSS.escape(path)}"]`) ?? find(`[data-path="${CSS.escape(path)}"] > :is(.repeat-row, .repeat-rows-actions)`) ?? find(`[data-field="${CSS.escape(group)}"]`);
  if (place === null) return;
  const control = place.querySelector<HTMLElement>(CONTROL) ?? place;
  place.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}
