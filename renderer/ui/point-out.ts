// Leads to the first finding that stands against finalising.

import type { Finding } from '#shared/domain/finding';
import { goToField } from './go-to-field';

/** Focuses the first blocking finding's field and gives how many there are; 0 when the form may be finalised. */
export function pointOut(findings: readonly Finding[]): number {
  const blocking = findings.filter((finding) => finding.severity === 'block');
  const first = blocking.find((finding) => finding.field !== '');
  if (first !== undefined) goToField(first.field);
  return blocking.length;
}
