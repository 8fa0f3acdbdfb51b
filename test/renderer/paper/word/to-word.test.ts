import { describe, expect, it } from 'vitest';
import { acceptancePaper } from '../../../../renderer/features/print/acceptance-paper';
import { contractPaper } from '../../../../renderer/features/print/contract-paper';
import { toWord } from '../../../../renderer/paper/word/to-word';
import { twips } from '../../../../renderer/paper/word/word-style';
import { ACCEPTANCE, CONTRACT, HOSTILE, MARK, paragraphsOf, partsOf, PRINTING, withText } from '../../features/print/support';

const contract = contractPaper({ contract: CONTRACT, rev: 1, buyer: null, handler: '起草人', mark: MARK, printing: PRINTING });
const acceptance = acceptancePaper({ acceptance: ACCEPTANCE, contract: CONTRACT, buyer: '某旗民政局', acceptedBy: '复核人', mark: MARK, printing: PRINTING });

async function read(paper: typeof contract) {
  const parts = partsOf(await toWord(paper));
  const body = parts.get('word/document.xml') ?? '';
  return { parts, body, lines: paragraphsOf(body) };
}

describe('toWord', () => {
  it('holds every word and figure of the paper', async () => {
    for (const paper of [contract, acceptance]) {
      const { lines } = await read(paper);
      for (const block of paper.blocks) {
        if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'title') expect(lines).toContain(block.text);
        if (block.kind === 'table') for (const { text } of block.rows.flatMap(({ cells }) => cells)) for (const line of text.split('\n')) expect(lines).toContain(line);
      }
    }
  });

  it('is an A4 page with the margins of GB/T 9704 and page numbers that change sides', async () => {
    const { body, parts } = await read(contract);
    expect(body).toMatch(new RegExp(`<w:pgSz w:w="${String(twips(210))}" w:h="${String(twips(297))}"`));
    expect(body).toMatch(new RegExp(`w:top="${String(twips(37))}" w:right="${String(twips(26))}" w:bottom="${String(twips(35))}" w:left="${String(twips(28))}"`));
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders');
    const footers = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(footers).toHaveLength(2);
    for (const footer of footers) expect(footer).toContain('PAGE');
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual(['left', 'right']);
  });

  it('repeats the head of a table on every page, and never that of a form', async () => {
    const { body } = await read(acceptance);
    const tables = body.split('<w:tbl>').slice(1);
    const ruled = acceptance.blocks.filter((block) => block.kind === 'table');
    // The mark is the first table of the file.
    expect(tables.slice(1).map((table) => table.includes('<w:tblHeader'))).toEqual(ruled.map((block) => block.headless !== true));
  });

  it('numbers the pages of a form and carries the mark as a picture', async () => {
    const { parts } = await read(acceptance);
    const footer = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
    expect(footer).toContain('NUMPAGES');
    expect([...parts.keys()].some((name) => /^word\/media\/.*\.gif$/.test(name))).toBe(true);
  });

  it('F22 keeps hostile text as text in every field', async () => {
    const papers = [
      contractPaper({ contract: withText(CONTRACT, HOSTILE), rev: 1, buyer: { name: HOSTILE, uscc: '' }, handler: HOSTILE, mark: MARK, printing: PRINTING }),
      acceptancePaper({ acceptance: withText(ACCEPTANCE, HOSTILE), contract: withText(CONTRACT, HOSTILE), buyer: HOSTILE, acceptedBy: HOSTILE, mark: MARK, printing: PRINTING }),
    ];
    for (const paper of papers) {
      const { parts, lines } = await read(paper);
      for (const xml of parts.values()) expect(xml).not.toMatch(/<img|<script/);
      expect(lines.filter((line) => line.includes(HOSTILE)).length).toBeGreaterThan(8);
    }
  });
});
