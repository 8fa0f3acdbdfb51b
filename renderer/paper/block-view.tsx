// How each block looks on a sheet. The same views are measured and shown, so what is measured is what is printed.

import type { PaperBlock, PaperCell, PaperRow, PaperTable, PrintedMark } from './document';
import { linesOf } from './line-breaks';
import type { LineSlice, RowPiece } from './paginate';
import { QrCode } from './qr-code';

/** Line starts of a row's cells, for a row that is broken over pages. */
export type CellBreaks = readonly (readonly number[])[];

/** What stands whole. Paragraphs and tables may be given whole too: so they are measured. */
export function BlockView({ block }: { readonly block: PaperBlock }) {
  switch (block.kind) {
    case 'title':
      return (
        <header className="paper-title">
          <h2>{block.text}</h2>
          {block.under !== undefined && <p>{block.under}</p>}
        </header>
      );
    case 'facts':
      return (
        <div className="paper-facts">
          {block.facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </div>
      );
    case 'heading':
      return <h3 className="paper-heading">{block.text}</h3>;
    case 'paragraph':
      return <p className="paper-paragraph">{block.text}</p>;
    case 'table':
      return <TableView table={block} rows={block.rows.map((_, row) => ({ row, slice: null }))} />;
    case 'signatures':
      return (
        <div className="paper-signatures">
          {block.labels.map((label, index) => (
            <span key={index}>{label}</span>
          ))}
        </div>
      );
    case 'mark':
      return <MarkView mark={block.mark} />;
  }
}

/** Some lines of a paragraph that is broken over pages. */
export function ParagraphView({ text, starts, slice }: { readonly text: string; readonly starts: readonly number[]; readonly slice: LineSlice }) {
  return (
    <p className="paper-paragraph" data-continued={slice.from > 0} data-continues={slice.to < starts.length}>
      {linesOf(text, starts, slice.from, slice.to)}
    </p>
  );
}

interface TableViewProps {
  readonly table: PaperTable;
  readonly rows: readonly RowPiece[];
  readonly breaksOf?: (row: number) => CellBreaks | undefined;
}

export function TableView({ table, rows, breaksOf }: TableViewProps) {
  const { columns } = table;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className="paper-table" data-headless={table.headless === true}>
      <colgroup>
        {columns.map(({ share }, index) => (
          <col key={index} style={{ width: `${String((share / whole) * 100)}%` }} />
        ))}
      </colgroup>
      {table.headless !== true && (
        <thead>
          <tr>
            {columns.map(({ title }, index) => (
              <th key={index} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ row, slice }) => {
          const found = table.rows[row];
          if (found === undefined) return null;
          const breaks = slice === null ? undefined : breaksOf?.(row);
          return (
            <tr key={`${String(row)}/${String(slice?.from ?? 0)}`} data-sum={found.sum === true} data-broken={slice !== null}>
              {found.cells.map((cell, index) => (
                <CellView key={index} cell={cell} align={cell.align ?? columns[columnOf(found, index)]?.align ?? 'start'}>
                  {slice === null ? cell.text : sliceOf(cell, breaks?.[index] ?? [0], slice, index === 0)}
                </CellView>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function CellView({ cell, align, children }: { readonly cell: PaperCell; readonly align: string; readonly children: string }) {
  return (
    <td data-align={align} data-label={cell.label === true} {...(cell.span === undefined ? {} : { colSpan: cell.span })}>
      {children}
    </td>
  );
}

/** A row that goes on from the page before says so in its first cell, unless that cell has text of its own left. */
function sliceOf({ text }: PaperCell, starts: readonly number[], { from, to }: LineSlice, first: boolean): string {
  const lines = linesOf(text, starts, from, to);
  return first && from > 0 && lines === '' ? '（续）' : lines;
}

/** The column a cell begins at. */
function columnOf({ cells }: PaperRow, index: number): number {
  return cells.slice(0, index).reduce((sum, { span = 1 }) => sum + span, 0);
}

function MarkView({ mark }: { readonly mark: PrintedMark }) {
  return (
    <div className="paper-mark">
      <div className="paper-mark-origin">
        {mark.origin.map((line, index) => (
          <span key={index}>{line}</span>
        ))}
      </div>
      <div className="paper-mark-words">
        {mark.words.map((line, index) => (
          <span key={index}>{line}</span>
        ))}
      </div>
      <QrCode text={mark.code} />
    </div>
  );
}
