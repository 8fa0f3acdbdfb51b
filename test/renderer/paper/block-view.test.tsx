import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Sm3Hex } from '#shared/base/ids';
import { acceptancePaper } from '../../../renderer/features/print/acceptance-paper';
import { contractPaper } from '../../../renderer/features/print/contract-paper';
import { decisionPaper } from '../../../renderer/features/print/decision-paper';
import { planPaper } from '../../../renderer/features/print/plan-paper';
import { BlockView, TableView } from '../../../renderer/paper/block-view';
import type { PaperTable } from '../../../renderer/paper/document';
import { decision, planItem } from '../data/support/records';
import { ACCEPTANCE, CONTRACT, HOSTILE, MARK, PERSON, PRINTING, withText } from '../features/print/support';

const hostileItem = withText(planItem(PERSON, { name: '项目', content: '内容' }), HOSTILE);
const printing = { ...PRINTING, office: HOSTILE, operator: HOSTILE };

describe('BlockView', () => {
  it('F22 shows hostile text of every field of every paper as text', () => {
    const papers = [
      planPaper({ office: HOSTILE, year: 2026, items: [{ body: hostileItem, buyer: HOSTILE }], manyBuyers: true, mark: MARK, printing }),
      decisionPaper({
        office: HOSTILE,
        buyer: HOSTILE,
        year: 2026,
        items: [{ body: hostileItem, decision: { ...decision(PERSON, 1, '0'.repeat(64) as Sm3Hex), opinion: HOSTILE, documentNumber: HOSTILE, fieldOpinions: [{ field: HOSTILE, opinion: HOSTILE }] } }],
        mark: MARK,
        printing,
      }),
      contractPaper({ contract: withText(CONTRACT, HOSTILE), rev: 1, buyer: { name: HOSTILE, uscc: HOSTILE }, handler: HOSTILE, mark: MARK, printing }),
      acceptancePaper({ acceptance: withText(ACCEPTANCE, HOSTILE), contract: withText(CONTRACT, HOSTILE), buyer: HOSTILE, acceptedBy: HOSTILE, mark: MARK, printing }),
    ];
    for (const { blocks } of papers) {
      const markup = renderToStaticMarkup(blocks.map((block, index) => <BlockView key={index} block={block} />));
      expect(markup).not.toMatch(/<(img|script)/);
      expect(markup.split('&lt;img src=x').length).toBeGreaterThan(6);
    }
  });
});

describe('TableView', () => {
  const table: PaperTable = {
    kind: 'table',
    columns: [{ title: '序号', share: 1 }, { title: '内容', share: 3 }],
    rows: [{ cells: [{ text: '1' }, { text: '一二三四五六' }] }],
  };
  const slice = (from: number, to: number) =>
    renderToStaticMarkup(<TableView table={table} rows={[{ row: 0, slice: { from, to } }]} breaksOf={() => [[0], [0, 2, 4]]} />).replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

  it('repeats its head above every part, and says of a row that goes on that it does', () => {
    expect(slice(0, 2)).toBe('|序号|内容|1|一二三四|');
    expect(slice(2, 3)).toBe('|序号|内容|（续）|五六|');
  });
});
