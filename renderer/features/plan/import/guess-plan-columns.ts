// Which column of a plan is meant by a heading, and whether the headings are those of our own files.

import { type Guess, guessColumns } from '../../../excel/column-map';
import type { PlanColumn } from '../plan-column';
import { PLAN_SYNONYMS, UNREAD_HEADINGS } from './plan-words';
import { sheetColumns } from './sheet-columns';

/** What is reckoned stands in our exports too, and is not read back. */
const DERIVED = sheetColumns([]).filter(({ derived }) => derived === true);

export function guessPlanColumns(headings: readonly string[], columns: readonly PlanColumn[]): Guess {
  return guessColumns(headings, [...columns, ...DERIVED], PLAN_SYNONYMS, UNREAD_HEADINGS);
}
