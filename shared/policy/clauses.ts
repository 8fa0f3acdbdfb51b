// Clauses that findings cite: each can be opened, dated and weighed. It holds no rule; rules name a ClauseId.

import { type BusinessDate } from '../base/date';
import { GOVERNING_CLAUSES } from './governing-clauses';
import { type DateBasis, HIGHER_RULES, type HigherRuleRow, type Verification } from './higher-rules';

export type GoverningArticle = keyof typeof GOVERNING_CLAUSES;
export type HigherRuleId = keyof typeof HIGHER_RULES;

/** '80号文 三(四)2' for the governing document, 'L08' for a rule of another one. A finding that cites no such id does not compile. */
export type ClauseId = `80号文 ${GoverningArticle}` | HigherRuleId;

export interface Clause {
  readonly id: ClauseId;
  /** Document number or name as cited. */
  readonly document: string;
  readonly article: string;
  /** Headings that open the clause's part; empty for most. */
  readonly headings: readonly string[];
  readonly text: string;
  /** 'exact': word for word (原文). 'summary': in our own words (要点); only the document itself has the wording. */
  readonly wording: 'exact' | 'summary';
  /** How far the text could be checked. */
  readonly verified: Verification;
  /** First business date it applies to; null when not known. */
  readonly effectiveFrom: BusinessDate | null;
  readonly effectiveFromBasis: DateBasis;
  readonly isGoverning: boolean;
}

export const GOVERNING_DOCUMENT = {
  number: '内政办发〔2014〕80号',
  title: '内蒙古自治区人民政府办公厅关于政府向社会力量购买服务的实施意见',
  issuedOn: '2014-07-17',
} as const;

const clauses: ReadonlyMap<string, Clause> = new Map(
  [...governingClauses(), ...higherClauses()].map((clause) => [clause.id, clause]),
);

export const CLAUSE_IDS: readonly ClauseId[] = [...clauses.values()].map((clause) => clause.id);

/** Id of a clause of the governing document, checked at compile time. */
export function governing(article: GoverningArticle): ClauseId {
  return `80号文 ${article}`;
}

export function clauseById(id: ClauseId): Clause;
/** For an id that came from outside: null when there is no such clause. */
export function clauseById(id: string): Clause | null;
export function clauseById(id: string): Clause | null {
  return clauses.get(id) ?? null;
}

/** Only the governing document and rules read in full or in part may block; the rest warn and ask the office to confirm. */
export function canBlock(clause: Clause): boolean {
  return clause.isGoverning || clause.verified === 'full' || clause.verified === 'part';
}

/** True when the clause applies to a record of that business date. A clause without a known date is in force on none. */
export function isClauseInForce(clause: Clause, date: BusinessDate): boolean {
  return clause.effectiveFrom !== null && clause.effectiveFrom <= date;
}

function governingClauses(): Clause[] {
  return (Object.keys(GOVERNING_CLAUSES) as GoverningArticle[]).map((article) => ({
    id: governing(article),
    document: GOVERNING_DOCUMENT.number,
    article,
    headings: GOVERNING_CLAUSES[article].headings,
    text: GOVERNING_CLAUSES[article].text,
    wording: 'exact',
    verified: 'full',
    effectiveFrom: GOVERNING_DOCUMENT.issuedOn,
    effectiveFromBasis: 'stated',
    isGoverning: true,
  }));
}

function higherClauses(): Clause[] {
  return (Object.keys(HIGHER_RULES) as HigherRuleId[]).map((id) => {
    const [document, article, text, verified, effectiveFrom, effectiveFromBasis]: HigherRuleRow = HIGHER_RULES[id];
    return {
      id,
      document,
      article,
      headings: [],
      text,
      wording: 'summary',
      verified,
      effectiveFrom,
      effectiveFromBasis,
      isGoverning: false,
    };
  });
}
