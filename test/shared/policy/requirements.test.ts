import { describe, expect, it } from 'vitest';
import { GOVERNING_CLAUSES } from '#shared/policy/governing-clauses';
import { governing, type GoverningArticle } from '#shared/policy/clauses';
import { clauseOfRequirement } from '#shared/policy/requirements';

const ALL = Array.from({ length: 115 }, (_, at) => clauseOfRequirement(`R${String(at + 1).padStart(3, '0')}`));

describe('clauseOfRequirement', () => {
  it('knows the clause of each of the 115 requirements', () => {
    expect(ALL.filter((clause) => clause === null)).toEqual([]);
    expect([clauseOfRequirement('R001'), clauseOfRequirement('R067'), clauseOfRequirement('R072'), clauseOfRequirement('R115')]).toEqual([
      '80号文 题头', '80号文 三(四)2', '80号文 三(四)3', '80号文 附注',
    ]);
  });

  it('goes through the document in its own order and leaves no clause out', () => {
    const articles = (Object.keys(GOVERNING_CLAUSES) as GoverningArticle[]).map(governing);
    expect([...new Set(ALL)]).toEqual(articles);
  });

  it('knows no number outside the matrix', () => {
    expect(['R000', 'R116', 'R1', 'L02'].map(clauseOfRequirement)).toEqual([null, null, null, null]);
  });
});
