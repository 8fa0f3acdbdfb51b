// The same document as a Word file: real paragraphs and styles, page fields in the foot. It decides no words, only their Word form.

import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  type IParagraphOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { PaperBlock, PaperDocument } from '../document';
import { markTable, signatureTable, wordTable } from './word-table';
import { FONTS, twips, WORD_LAYOUTS, type WordLayout } from './word-style';

export async function toWord(paper: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
  const layout = WORD_LAYOUTS[paper.layout];
  const file = new Document({
    title: paper.name,
    creator: '购服台',
    styles: stylesOf(layout),
    evenAndOddHeaderAndFooters: paper.layout === 'official',
    sections: [
      {
        properties: {
          page: {
            // Word's own way: the upright measures, with the direction beside them.
            size: { width: twips(210), height: twips(297), orientation: layout.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: layout.margin,
          },
        },
        ...(paper.stamp === undefined ? {} : { headers: { default: stampHeader(paper.stamp), even: stampHeader(paper.stamp) } }),
        footers: paper.layout === 'official' ? officialFooters() : { default: formFooter(paper.foot, layout) },
        children: paper.blocks.flatMap((block) => wordBlock(block, layout)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function stylesOf({ bodySize, bodyLine, tableSize, tableLine, titleSize, titleLine, headIndent, spacing }: WordLayout): IStylesOptions {
  const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
  const font = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
  return {
    default: {
      document: { run: { font: font(FONTS.body), size: bodySize, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
      title: {
        run: { font: font(FONTS.title), size: titleSize, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exact(titleLine), after: 120 }, keepNext: true },
      },
      heading1: {
        run: { font: font(FONTS.head), size: bodySize, color: '000000' },
        paragraph: { spacing: exact(bodyLine), indent: { firstLine: bodySize * 10 * headIndent }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'PaperBody',
        name: '正文段落',
        basedOn: 'Normal',
        quickFormat: true,
        run: { characterSpacing: spacing },
        paragraph: { alignment: AlignmentType.BOTH, spacing: exact(bodyLine), indent: { firstLine: bodySize * 20 } },
      },
      { id: 'PaperCell', name: '表格文字', basedOn: 'Normal', quickFormat: true, run: { size: tableSize }, paragraph: { spacing: exact(tableLine) } },
      { id: 'PaperHead', name: '表头', basedOn: 'PaperCell', quickFormat: true, run: { font: font(FONTS.head) }, paragraph: { alignment: AlignmentType.CENTER } },
      { id: 'PaperSmall', name: '小字', basedOn: 'Normal', run: { font: font(FONTS.small), size: 15 }, paragraph: { spacing: exact(twips(3.4)) } },
    ],
  };
}

function wordBlock(block: PaperBlock, layout: WordLayout): readonly FileChild[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({ style: 'Title', text: block.text, pageBreakBefore: block.newPage === true }),
        ...(block.under === undefined ? [] : [new Paragraph({ style: 'PaperBody', text: block.under, alignment: AlignmentType.CENTER, indent: { firstLine: 0 } })]),
        ...blankLines(layout),
      ];
    case 'facts':
      return [factsLine(block.facts, layout)];
    case 'heading':
      return [new Paragraph({ style: 'Heading1', text: block.text })];
    case 'paragraph':
      return [new Paragraph({ style: 'PaperBody', text: block.text })];
    case 'table':
      // Two tables that touch would become one.
      return [wordTable(block, layout), new Paragraph({ style: 'PaperSmall', text: '' })];
    case 'signatures':
      return [...blankLines(layout), signatureTable(block.labels, layout)];
    case 'mark':
      return [markTable(block.mark, layout)];
  }
}

function blankLines({ blank }: WordLayout): readonly Paragraph[] {
  return Array.from({ length: blank }, () => new Paragraph({ style: 'PaperBody', text: '', keepNext: true }));
}

/** First at the left, last at the right, the others centred between. */
function factsLine(facts: readonly string[], { width }: WordLayout): Paragraph {
  const between = facts.slice(1).map((_, index) => {
    const last = index === facts.length - 2;
    return { type: last ? TabStopType.RIGHT : TabStopType.CENTER, position: Math.round((width * (index + 1)) / (facts.length - 1)) };
  });
  return new Paragraph({ style: 'PaperCell', tabStops: between, text: facts.join('\t') });
}

/** — 1 —: at the right on odd pages, at the left on even ones, one character in. */
function officialFooters(): { readonly default: Footer; readonly even: Footer } {
  const size = 28;
  const numbered = (options: IParagraphOptions) =>
    new Footer({
      children: [new Paragraph({ ...options, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size, font: FONTS.small })] })],
    });
  return {
    default: numbered({ alignment: AlignmentType.RIGHT, indent: { right: 280 } }),
    even: numbered({ alignment: AlignmentType.LEFT, indent: { left: 280 } }),
  };
}

function formFooter(foot: string, { width }: WordLayout): Footer {
  const pages = new TextRun({ children: [foot, '\t', '第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'], size: 18, font: FONTS.small });
  return new Footer({ children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: width }], children: [pages] })] });
}

function stampHeader(stamp: string): Header {
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: stamp, size: 72, font: FONTS.head, color: '808080' })] })],
  });
}
