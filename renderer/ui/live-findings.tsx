// Findings of a form while it is being typed. A field that is still empty is not scolded before the first try to finalise; the
// check panel at the foot always tells the whole count.

import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react';
import { type FieldValues, useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { Finding } from '#shared/domain/finding';
import { FindingsProvider, type FindingView, toFindingViews } from './findings';
import { useSame } from './use-same';

const AllFindings = createContext<readonly FindingView[]>([]);

interface LiveFindingsProps<Typed extends FieldValues> {
  /** Everything it closes over is stable (useCallback): it runs on every change. */
  readonly check: (typed: Typed) => readonly Finding[];
  readonly children: ReactNode;
}

export function LiveFindings<Typed extends FieldValues>({ check, children }: LiveFindingsProps<Typed>) {
  const { control } = useFormContext<Typed>();
  const { submitCount } = useFormState({ control });
  const typed = useDeferredValue(useWatch({ control }) as Typed);
  // Fields then do not draw themselves again at every key.
  const all = useSame(useMemo(() => toFindingViews(check(typed)), [check, typed]));
  const shown = useSame(submitCount > 0 ? all : all.filter((finding) => !isBlankAt(typed, finding.field)));
  return (
    <AllFindings.Provider value={all}>
      <FindingsProvider findings={shown}>{children}</FindingsProvider>
    </AllFindings.Provider>
  );
}

/** Every finding of the form, those on empty fields included. */
export function useAllFindings(): readonly FindingView[] {
  return useContext(AllFindings);
}

/** True when the form holds nothing at a path: the user has not come to it yet. A path that is no field counts as filled. */
export function isBlankAt(typed: unknown, path: string): boolean {
  if (path === '') return false;
  let value: unknown = typed;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(key in value)) return false;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value === '' || value === false || (Array.isArray(value) && value.length === 0);
}
