// The table of contents of the documents, made from the clauses' own headings and first words.

import { type Clause, CLAUSE_IDS, type ClauseId, clauseById } from '#shared/policy/clauses';

export interface OutlineEntry {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** The clause it leads to. */
  readonly id: ClauseId;
}

export interface LaterDocument {
  readonly name: string;
  readonly clauses: readonly Clause[];
}

const CLAUSES = CLAUSE_IDS.map((id) => clauseById(id));

export const GOVERNING_PART: readonly Clause[] = CLAUSES.filter((clause) => clause.isGoverning);
export const LATER_PART: readonly LaterDocument[] = byDocument(CLAUSES.filter((clause) => !clause.isGoverning));

/** All clauses in the order in which they are read. */
export const READING_ORDER: readonly Clause[] = [...GOVERNING_PART, ...LATER_PART.flatMap(({ clauses }) => clauses)];

/** '1. 公共服务。公共教育…' → '1. 公共服务'; null when the clause does not begin with a number. */
export function numberedTitle(text: string): string | null {
  const [, number, title] = /^(\d+)\.\s*([^。]+)。/.exec(text) ?? [];
  return number === undefined || title === undefined ? null : `${number}. ${title}`;
}

/** 1 for 一、, 2 for （一）. */
export function headingLevel(heading: string): 1 | 2 {
  return /^[（(]/.test(heading) ? 2 : 1;
}

export const OUTLINE: readonly OutlineEntry[] = [
  ...GOVERNING_PART.flatMap((clause): readonly OutlineEntry[] => {
    const headed = clause.headings.map((heading): OutlineEntry => ({ level: headingLevel(heading), title: heading.replace(/。$/, ''), id: clause.id }));
    const numbered = numberedTitle(clause.text);
    if (numbered !== null) return [...headed, { level: 3, title: numbered, id: clause.id }];
    if (headed.length > 0) return headed;
    return clause.article === '题头' || clause.article === '附注' ? [{ level: 1, title: clause.article, id: clause.id }] : [];
  }),
  ...LATER_PART.flatMap(({ name, clauses }, index): readonly OutlineEntry[] => {
    const [first] = clauses;
    if (first === undefined) return [];
    const entry: OutlineEntry = { level: 2, title: name, id: first.id };
    return index === 0 ? [{ level: 1, title: '后来的文件（要点）', id: first.id }, entry] : [entry];
  }),
];

function byDocument(clauses: readonly Clause[]): readonly LaterDocument[] {
  const documents = new Map<string, Clause[]>();
  for (const clause of clauses) documents.set(clause.document, [...(documents.get(clause.document) ?? []), clause]);
  return [...documents].map(([name, held]) => ({ name, clauses: held }));
}
