// The form shell: one react-hook-form per screen with its schema, complaints in words, Enter moving on, never while composing.

import { zodResolver } from '@hookform/resolvers/zod';
import type { KeyboardEvent, ReactNode } from 'react';
import { type DefaultValues, type FieldValues, FormProvider, useForm, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { fieldSentence } from '../text/field-errors';

/** `Typed` is what the controls hold; the schema's output is what is stored. */
export function useTypedForm<Typed extends FieldValues, Stored>(
  schema: z.ZodType<Stored, Typed>,
  defaultValues: Typed,
): UseFormReturn<Typed, unknown, Stored> {
  return useForm<Typed, unknown, Stored>({
    mode: 'onBlur',
    defaultValues: defaultValues as DefaultValues<Typed>,
    resolver: zodResolver(schema, { error: (issue) => fieldSentence(issue) }),
  });
}

interface FormShellProps<Typed extends FieldValues, Stored> {
  readonly form: UseFormReturn<Typed, unknown, Stored>;
  readonly label: string;
  readonly onSubmit: (stored: Stored) => void | Promise<void>;
  readonly children: ReactNode;
}

export function FormShell<Typed extends FieldValues, Stored>({ form, label, onSubmit, children }: FormShellProps<Typed, Stored>) {
  return (
    <FormProvider {...form}>
      <form
        aria-label={label}
        noValidate
        onKeyDown={moveOnEnter}
        onSubmit={(event) => void form.handleSubmit(async (stored) => { await onSubmit(stored); })(event)}
      >
        {children}
      </form>
    </FormProvider>
  );
}

const SINGLE_LINE = 'input:not([type=checkbox]):not([type=radio])';
const REACHABLE = 'input:not(:disabled):not([type=hidden]), textarea:not(:disabled), button:not(:disabled)';

/** As in a spreadsheet: Enter goes on, Shift+Enter back, Ctrl+Enter submits. An input method's Enter does nothing. */
function moveOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
  const target = event.target;
  if (event.ctrlKey) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
    return;
  }
  if (!(target instanceof HTMLInputElement) || !target.matches(SINGLE_LINE) || target.getAttribute('role') === 'combobox') return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHABLE)].filter((element) => element.tabIndex >= 0);
  stops[stops.indexOf(target) + (event.shiftKey ? -1 : 1)]?.focus();
}
