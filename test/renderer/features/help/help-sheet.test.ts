import { describe, expect, it } from 'vitest';
import { helpSheets, keySheet } from '../../../../renderer/features/help/help-sheet';
import { KEY_GROUPS } from '../../../../renderer/text/help/keyboard';
import { HELP_TEXTS, helpById } from '../../../../renderer/text/help/topics';

describe('helpSheets', () => {
  it('begins each text on a page of its own and says all its steps and troubles', () => {
    const paper = helpSheets(HELP_TEXTS);
    const titles = paper.blocks.filter((block) => block.kind === 'title');
    expect(titles.map(({ text, newPage }) => [text, newPage])).toEqual(HELP_TEXTS.map(({ title }) => [title, true]));
    const words = JSON.stringify(paper.blocks);
    for (const { steps, troubles } of HELP_TEXTS) for (const said of [...steps, ...troubles.map(({ next }) => next)]) expect(words).toContain(said);
  });

  it('bears the name of its text when it is alone', () => {
    const send = helpById('send');
    expect(helpSheets(send === null ? [] : [send]).name).toBe('操作单：导出报送');
  });

  it('fills every row of its tables to the width', () => {
    for (const block of [...helpSheets(HELP_TEXTS).blocks, ...keySheet(KEY_GROUPS).blocks]) {
      if (block.kind !== 'table') continue;
      for (const { cells } of block.rows) expect(cells).toHaveLength(block.columns.length);
    }
  });
});
