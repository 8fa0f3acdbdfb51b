// All help texts, and which one belongs to a page.

import {
  ACCEPTANCE_FORM_HELP, ACCEPTANCE_HELP, ACCEPTANCES_HELP, CHOOSE_CONTRACT_HELP, CHOOSE_ITEM_HELP, CONTRACT_FORM_HELP, CONTRACT_HELP,
  CONTRACTS_HELP,
} from './contract-help';
import { DAMAGE_HELP, HOME_HELP, RECOVERY_HELP, RESTORE_HELP, SETUP_HELP, SIGN_IN_HELP, STATION_HELP } from './entry-help';
import { DIRECTORY_HELP, PAPER_CHECK_HELP, RECEIVE_HELP, SEND_HELP, SUMMARY_HELP } from './exchange-help';
import type { HelpText } from './help-text';
import { BIN_HELP, PRINT_HELP } from './keeping-help';
import { BUYER_HELP, CATALOGUE_HELP, IMPORT_HELP, PLAN_HELP, PLAN_ITEM_HELP, REVIEW_HELP, RULING_HELP } from './plan-help';
import { CLAUSES_HELP, GUIDE_HELP } from './reading-help';

/** In the order of the work. */
export const HELP_TEXTS: readonly HelpText[] = [
  SETUP_HELP, SIGN_IN_HELP, HOME_HELP, CATALOGUE_HELP, PLAN_HELP, PLAN_ITEM_HELP, IMPORT_HELP, BUYER_HELP, REVIEW_HELP, RULING_HELP, CONTRACTS_HELP,
  CHOOSE_ITEM_HELP, CONTRACT_FORM_HELP, CONTRACT_HELP, ACCEPTANCES_HELP, CHOOSE_CONTRACT_HELP, ACCEPTANCE_FORM_HELP, ACCEPTANCE_HELP,
  SUMMARY_HELP, SEND_HELP, RECEIVE_HELP, DIRECTORY_HELP, PAPER_CHECK_HELP, PRINT_HELP, BIN_HELP, STATION_HELP, RECOVERY_HELP, DAMAGE_HELP, RESTORE_HELP,
  CLAUSES_HELP, GUIDE_HELP,
];

/** The ten sheets that are printed, each on one page. */
export const SHEET_IDS: readonly string[] = [
  'setup', 'directory', 'plan', 'plan-item', 'send', 'receive', 'ruling', 'contract-form', 'acceptance-form', 'recovery',
];

export function helpById(id: string): HelpText | null {
  return HELP_TEXTS.find((text) => text.id === id) ?? null;
}

/** The help of the page at a path: the pattern that fits with the most literal parts. null when no page of its own has help. */
export function helpForPath(path: string): HelpText | null {
  let best: { readonly text: HelpText; readonly literal: number } | null = null;
  for (const text of HELP_TEXTS) {
    for (const pattern of text.pages) {
      const literal = literalParts(pattern, path);
      if (literal !== null && (best === null || literal > best.literal)) best = { text, literal };
    }
  }
  return best?.text ?? null;
}

/** The help of a page, or of the area it lies in: an area's own page always has one. */
export function nearestHelp(path: string): HelpText | null {
  return helpForPath(path) ?? helpForPath(`/${path.split('/')[1] ?? ''}`);
}

/** How many parts of the path a pattern names literally; null when it does not fit. */
function literalParts(pattern: string, path: string): number | null {
  const wanted = pattern.split('/');
  const given = path.replace(/(?<=.)\/$/, '').split('/');
  if (wanted.length !== given.length) return null;
  let literal = 0;
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) continue;
    if (part !== given[index]) return null;
    literal += 1;
  }
  return literal;
}
