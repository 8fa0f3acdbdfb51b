// Findings beside fields: a form puts its findings here, fields and lists take theirs by path.

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Finding } from '#shared/domain/finding';
import { findingSentence } from '../text/findings';

/** A finding as a screen shows it: the sentence is already words, the clause can be opened. */
export interface FindingView {
  readonly rule: string;
  readonly severity: 'block' | 'warn' | 'info';
  readonly field: string;
  readonly sentence: string;
  readonly clause: string;
}

const FindingsContext = createContext<ReadonlyMap<string, readonly FindingView[]>>(new Map());
const NONE: readonly FindingView[] = [];

export function FindingsProvider({ findings, children }: { readonly findings: readonly FindingView[]; readonly children: ReactNode }) {
  const byField = useMemo(() => {
    const map = new Map<string, FindingView[]>();
    for (const finding of findings) map.set(finding.field, [...(map.get(finding.field) ?? []), finding]);
    return map;
  }, [findings]);
  return <FindingsContext.Provider value={byField}>{children}</FindingsContext.Provider>;
}

export function useFindings(field: string): readonly FindingView[] {
  return useContext(FindingsContext).get(field) ?? NONE;
}

/** Findings of the rules with their sentences. */
export function toFindingViews(findings: readonly Finding[]): readonly FindingView[] {
  return findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    field: finding.field,
    sentence: findingSentence(finding),
    clause: finding.clause,
  }));
}
