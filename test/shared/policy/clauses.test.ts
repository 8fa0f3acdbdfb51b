import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDate } from '#shared/base/date';
import { canBlock, CLAUSE_IDS, clauseById, governing, isClauseInForce, type GoverningArticle } from '#shared/policy/clauses';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/policy/${name}`, import.meta.url), 'utf8');
const bare = (text: string) => text.replace(/\s+/g, '');
const everyClause = CLAUSE_IDS.map((id) => clauseById(id));
const governingClauses = everyClause.filter((clause) => clause.isGoverning);

describe('clauseById', () => {
  it('holds the whole governing document, word for word and in order', () => {
    const rebuilt = governingClauses.map((clause) => clause.headings.join('') + clause.text).join('');
    expect(bare(rebuilt)).toBe(bare(fixture('neizhengbanfa-2014-80.txt')));
  });

  it('joins the eight sentences that page ends had broken', () => {
    const text = governingClauses.map((clause) => clause.text).join('\n');
    for (const joined of ['新的机构和编制', '规范统一、公开公正', '社会力量购买服务。承接主体的', '政策(立法)调研', '原则，同步编制', '安全、规范、有效', '成立政府向社会力量', '购买服务的监督']) {
      expect(text).toContain(joined);
    }
  });

  it('leaves no line of a clause without its closing mark, except the letterhead and the printing note', () => {
    for (const clause of governingClauses) {
      if (clause.article === '题头' || clause.article === '附注') continue;
      expect(clause.text, clause.id).toMatch(/[。：]$/);
    }
  });

  const quotations = JSON.parse(fixture('quotations.json')) as [row: string, article: GoverningArticle, quotation: string][];

  it('opens, for each of the 115 requirements, a clause that holds its quotation', () => {
    expect(quotations).toHaveLength(115);
    for (const [row, article, quotation] of quotations) {
      const clause = clauseById(governing(article));
      const text = bare(clause.headings.join('') + clause.text);
      for (const part of quotation.split('…')) expect(text, row).toContain(bare(part));
    }
  });

  it('holds the 72 rules of other documents as summaries that say so', () => {
    const others = everyClause.filter((clause) => !clause.isGoverning);
    expect(others.map((clause) => clause.id)).toEqual(Array.from({ length: 72 }, (_, n) => `L${String(n + 1).padStart(2, '0')}`));
    expect(new Set(others.map((clause) => clause.wording))).toEqual(new Set(['summary']));
    for (const clause of others) expect(clause.text, clause.id).not.toBe('');
  });

  it('answers null for an id that came from outside and names no clause', () => {
    for (const id of ['L73', 'L00', '80号文 五', '', 'constructor']) expect(clauseById(id)).toBeNull();
  });

  it('dates every clause or says that the date is unknown', () => {
    for (const clause of everyClause) {
      if (clause.effectiveFrom === null) expect(clause.effectiveFromBasis, clause.id).toBe('unknown');
      else expect(isDate(clause.effectiveFrom), clause.id).toBe(true);
    }
  });
});

describe('canBlock', () => {
  it('is true for the governing document and for rules read in full or in part, and for nothing else', () => {
    expect(governingClauses.every(canBlock)).toBe(true);
    expect(canBlock(clauseById('L12'))).toBe(true);
    expect(canBlock(clauseById('L08'))).toBe(true);
    expect(canBlock(clauseById('L38'))).toBe(false);
    expect(canBlock(clauseById('L10'))).toBe(false);
    expect(canBlock(clauseById('L71'))).toBe(false);
    expect(everyClause.filter((clause) => !canBlock(clause))).toHaveLength(13);
  });
});

describe('isClauseInForce', () => {
  it('changes with the business date, from the first day on', () => {
    const order102 = clauseById('L02');
    expect(isClauseInForce(order102, '2020-02-29')).toBe(false);
    expect(isClauseInForce(order102, '2020-03-01')).toBe(true);
    const document = clauseById(governing('三(四)3'));
    expect(isClauseInForce(document, '2014-07-16')).toBe(false);
    expect(isClauseInForce(document, '2014-07-17')).toBe(true);
  });

  it('is false on every day for a clause whose date nobody knows', () => {
    expect(isClauseInForce(clauseById('L71'), '2099-12-31')).toBe(false);
  });
});
