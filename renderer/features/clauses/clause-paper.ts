// The documents on paper: 80号文 word for word on the page of official texts, and the later rules as a table that says how far each
// was checked.

import { canBlock, GOVERNING_DOCUMENT } from '#shared/policy/clauses';
import type { PaperBlock, PaperDocument } from '../../paper/document';
import { clauseDate, clauseWeight } from '../../text/clause-words';
import { GOVERNING_PART, LATER_PART } from './outline';

export const governingPaper: PaperDocument = {
  name: GOVERNING_DOCUMENT.number,
  layout: 'official',
  foot: '',
  blocks: [{ kind: 'title', text: GOVERNING_DOCUMENT.title.replace('办公厅', '办公厅\n'), under: GOVERNING_DOCUMENT.number }, ...GOVERNING_PART.flatMap(blocksOf)],
};

export const laterPaper: PaperDocument = {
  name: '后来文件的要点',
  layout: 'form',
  foot: '要点由本系统归纳，不是原文，办理时请对照正式文件',
  blocks: [
    { kind: 'title', text: '后来文件的要点' },
    { kind: 'paragraph', text: '以下要点由本系统归纳，不是原文；每条写明核对到什么程度、施行日期是否确定。办理时请对照正式文件。' },
    {
      kind: 'table',
      columns: [
        { title: '文件', share: 4 },
        { title: '条款', share: 3 },
        { title: '要点', share: 9 },
        { title: '核对情况和施行日期', share: 5 },
      ],
      rows: LATER_PART.flatMap(({ name, clauses }) =>
        clauses.map((clause) => ({
          cells: [
            { text: name },
            { text: clause.article },
            { text: clause.text },
            { text: `${clauseWeight(clause)}；${clauseDate(clause)}${canBlock(clause) ? '' : '；只提示'}` },
          ],
        })),
      ),
    },
  ],
};

/** The head's own lines are the title's; its last two are the addressees and the opening paragraph. */
function blocksOf({ article, headings, text }: (typeof GOVERNING_PART)[number]): readonly PaperBlock[] {
  const lines = text.split('\n');
  if (article === '题头') {
    const [addressees = '', ...opening] = lines.slice(4);
    return [{ kind: 'facts', facts: [addressees] }, ...opening.map(paragraph)];
  }
  return [...headings.map((heading): PaperBlock => ({ kind: 'heading', text: heading })), ...lines.map(paragraph)];
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', text };
}
