// A project that is not complete yet, to be read: what has been filled in, in the sections of the form. What is missing is the check's to say.

import { findCatalogueItem } from '#shared/policy/catalogue';
import { draftSheet, type DraftWords } from '../../text/draft-sheet';
import type { SheetSection } from '../../text/sheet';
import { labelOfPath, PLAN_SECTIONS, PLAN_WORDS, sectionOf } from './plan-fields';
import type { PlanNeighbours } from './plan-report';
import type { PlanTyped } from './plan-typed';

export function planDraftSheet(typed: PlanTyped, buyers: PlanNeighbours['buyers']): readonly SheetSection[] {
  const words: DraftWords = {
    labels: PLAN_WORDS.labels,
    show: {
      ...PLAN_WORDS.show,
      buyerId: (id) => buyers.find((row) => row.id === id)?.body.name,
      catalogueCode: (code) => (code === '' ? null : `${code} ${findCatalogueItem(typed.catalogueVersion, code)?.name ?? ''}`),
    },
  };
  const filled = draftSheet(words, typed)
    .flatMap(({ entries }) => entries)
    .filter(({ value }) => value !== '');
  return PLAN_SECTIONS.filter(({ id }) => id !== 'attachments').flatMap(({ id, title }) => {
    const entries = filled.filter(({ field }) => sectionOf(field) === id).map((one) => ({ ...one, label: labelOfPath(one.field) }));
    return entries.length === 0 ? [] : [{ title, entries }];
  });
}
