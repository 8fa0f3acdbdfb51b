// The gate against state secrets: a stop while typing, in every text of every record. It reports that a word fell, never which text.

import { GOVERNING_DOCUMENT } from '../../policy/clauses';
import { exclusionsInForce, hitsOf } from '../../policy/exclusions';

export interface SecrecyStop {
  /** Which of the texts; its index in the list given. */
  readonly index: number;
  readonly word: string;
}

/**
 * The first word of state secrecy in each text. Not empty: entry stops at once, nothing of it is kept, and an incident is
 * written without the content. The gate does not ask for a date: secrets never enter, whatever the record's date.
 */
export function secrecyGate(texts: readonly (string | null | undefined)[]): SecrecyStop[] {
  const stops: SecrecyStop[] = [];
  for (const [index, text] of texts.entries()) {
    if (text === null || text === undefined || text === '') continue;
    const word = firstSecrecyWord(text);
    if (word !== undefined) stops.push({ index, word });
  }
  return stops;
}

/** Every text in a value of any shape, for records and forms whose fields the gate need not know. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

const STOPS = exclusionsInForce(GOVERNING_DOCUMENT.issuedOn).filter(({ onHit }) => onHit === 'stop');

function firstSecrecyWord(text: string): string | undefined {
  return hitsOf(STOPS, text)[0]?.keyword;
}
