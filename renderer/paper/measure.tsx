// Lays a document into pages: draws its blocks out of sight at their real width, reads their heights, and lets paginate decide.
// Long tables are drawn some rows at a time, so that the window answers meanwhile.

import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { assert } from '#shared/base/assert';
import { BlockView, type CellBreaks, TableView } from './block-view';
import type { PaperBlock, PaperDocument, PaperTable } from './document';
import { lineStarts } from './line-breaks';
import { type FlowItem, type FlowPage, type FlowRow, paginate } from './paginate';

export interface LaidOut {
  readonly paper: PaperDocument;
  readonly pages: readonly FlowPage[];
  /** Line starts of every paragraph, by block. */
  readonly paragraphs: ReadonlyMap<number, readonly number[]>;
  /** Line starts in the cells of rows taller than a page, by block and row. */
  readonly rows: ReadonlyMap<string, CellBreaks>;
}

/** Rows drawn at once, to begin with; then as many as take about so many milliseconds on this machine. */
const FIRST_ROWS = 10;
const MOST_ROWS = 80;
const CHUNK_MS = 25;
/** Heights are sums of rounded ones; so much, in CSS pixels, may they come out above what a page holds. */
const TOLERANCE = 1;

interface Measuring {
  readonly root: Root;
  readonly area: HTMLElement;
  readonly room: number;
  readonly paragraphs: Map<number, readonly number[]>;
  readonly rows: Map<string, CellBreaks>;
  /** Lets the window work; false when nobody waits for the result any more. */
  readonly rest: () => Promise<boolean>;
}

/**
 * `host` is an empty element out of sight, outside of every zoom. null when `signal` stopped it. `onRows` hears how many
 * table rows are measured.
 */
export async function layOut(
  paper: PaperDocument,
  host: HTMLElement,
  signal: AbortSignal,
  onRows: (done: number) => void = () => undefined,
): Promise<LaidOut | null> {
  const rest = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return !signal.aborted;
  };
  await prepareFonts(paper);
  if (!(await rest())) return null;
  const area = prepareArea(host, paper);
  const room = area.getBoundingClientRect().height + TOLERANCE;
  area.style.height = 'auto';
  const root = createRoot(area);
  const measuring: Measuring = { root, area, room, rest, paragraphs: new Map(), rows: new Map() };
  try {
    const items: FlowItem[] = [];
    let rowsDone = 0;
    for (const [index, block] of paper.blocks.entries()) {
      const item =
        block.kind === 'table'
          ? await measureTable(measuring, block, index, (rows) => { onRows((rowsDone += rows)); })
          : measureBlock(measuring, block, index);
      if (item === null) return null;
      // A page of nothing but places to sign could be put under any text.
      items.push(paper.blocks[index + 1]?.kind === 'signatures' ? { ...item, keep: true } : item);
    }
    return { paper, pages: paginate(items, room), paragraphs: measuring.paragraphs, rows: measuring.rows };
  } finally {
    root.unmount();
    host.replaceChildren();
  }
}

/** The same nesting as on a sheet, for the same styles. */
function prepareArea(host: HTMLElement, paper: PaperDocument): HTMLElement {
  const sheet = host.ownerDocument.createElement('div');
  sheet.className = 'paper-sheet';
  sheet.dataset['layout'] = paper.layout;
  const area = host.ownerDocument.createElement('div');
  area.className = 'paper-area';
  sheet.append(area);
  host.replaceChildren(sheet);
  return area;
}

/** A font that comes with the application is loaded on first use; measured before that, lines would break elsewhere. */
async function prepareFonts(paper: PaperDocument): Promise<void> {
  if (!/[\u1800-\u18af]/.test(JSON.stringify(paper.blocks))) return;
  await document.fonts.load('10pt "Noto Sans Mongolian"', '\u1820').catch(() => []);
}

function draw({ root, area }: Measuring, view: React.ReactNode): Element {
  flushSync(() => { root.render(view); });
  const { firstElementChild } = area;
  assert(firstElementChild !== null, 'a view draws one element');
  return firstElementChild;
}

function measureBlock(measuring: Measuring, block: Exclude<PaperBlock, PaperTable>, index: number): FlowItem {
  const element = draw(measuring, <BlockView key={index} block={block} />);
  const { height } = element.getBoundingClientRect();
  if (block.kind === 'title') return { kind: 'solid', height, keep: true, turn: block.newPage === true };
  if (block.kind !== 'paragraph') return { kind: 'solid', height, keep: block.kind !== 'signatures' };
  const starts = lineStarts(textIn(element));
  measuring.paragraphs.set(index, starts);
  return { kind: 'lines', lines: starts.length, lineHeight: height / starts.length };
}

async function measureTable(measuring: Measuring, table: PaperTable, index: number, onRows: (rows: number) => void): Promise<FlowItem | null> {
  const rows: FlowRow[] = [];
  let headHeight = 0;
  let atOnce = FIRST_ROWS;
  for (let from = 0; from < table.rows.length; ) {
    const begun = performance.now();
    const chunk = table.rows.slice(from, from + atOnce).map((_, at) => ({ row: from + at, slice: null }));
    const element = draw(measuring, <TableView key={`${String(index)}/${String(from)}`} table={table} rows={chunk} />);
    const drawn = [...element.querySelectorAll('tbody > tr')];
    headHeight = (drawn[0]?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top;
    for (const [at, row] of drawn.entries()) rows.push(measureRow(measuring, row, { index, row: from + at, headHeight, keep: keeps(table, from + at) }));
    onRows(chunk.length);
    from += chunk.length;
    atOnce = Math.max(FIRST_ROWS, Math.min(MOST_ROWS, Math.round((chunk.length * CHUNK_MS) / Math.max(1, performance.now() - begun))));
    if (!(await measuring.rest())) return null;
  }
  return { kind: 'table', headHeight, rows };
}

/** A row stays with the sum below it. */
function keeps(table: PaperTable, row: number): boolean {
  return table.rows[row + 1]?.sum === true;
}

interface RowPlace {
  readonly index: number;
  readonly row: number;
  readonly headHeight: number;
  readonly keep: boolean;
}

function measureRow(measuring: Measuring, element: Element, { index, row, headHeight, keep }: RowPlace): FlowRow {
  const { height } = element.getBoundingClientRect();
  if (headHeight + height <= measuring.room) return { height, keep };
  const cells = [...element.children];
  const breaks = cells.map((cell) => lineStarts(textIn(cell)));
  const lines = Math.max(...breaks.map((starts) => starts.length));
  const lineHeight = parseFloat(getComputedStyle(cells[0] ?? element).lineHeight);
  measuring.rows.set(rowKey(index, row), breaks);
  return { height, keep, split: { lines, lineHeight, rest: height - lines * lineHeight } };
}

export function rowKey(block: number, row: number): string {
  return `${String(block)}/${String(row)}`;
}

function textIn(element: Element): Text | null {
  const [child] = element.childNodes;
  return child instanceof Text ? child : null;
}
