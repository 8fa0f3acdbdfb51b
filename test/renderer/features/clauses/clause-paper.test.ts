import { describe, expect, it } from 'vitest';
import { GOVERNING_CLAUSES } from '#shared/policy/governing-clauses';
import { HIGHER_RULES } from '#shared/policy/higher-rules';
import { governingPaper, laterPaper } from '../../../../renderer/features/clauses/clause-paper';

describe('governingPaper', () => {
  it('holds the document word for word, in its own order', () => {
    const printed = governingPaper.blocks.flatMap((block) => {
      if (block.kind === 'paragraph' || block.kind === 'heading') return [block.text];
      return block.kind === 'facts' ? block.facts : [];
    });
    const whole = Object.values(GOVERNING_CLAUSES).flatMap(({ headings, text }) => [...headings, ...text.split('\n')]);
    // The first four lines are the head, which the title says.
    expect(printed).toEqual(whole.slice(4));
  });
});

describe('laterPaper', () => {
  it('gives every later rule a row that says it is a summary and how far it was checked', () => {
    const table = laterPaper.blocks.find((block) => block.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows).toHaveLength(Object.keys(HIGHER_RULES).length);
    for (const { cells } of rows) expect(cells[3]?.text).toMatch(/^要点，条文/);
    const unknown = rows.filter(({ cells }) => cells[0]?.text === '内蒙古集中采购目录及限额标准(现行)');
    expect(unknown.map(({ cells }) => cells[3]?.text)).toEqual(['要点，条文未能核对，须由本单位核实；施行日期不详，须由本单位核实；只提示']);
  });
});
