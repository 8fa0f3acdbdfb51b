// One A4 sheet: its area with the pieces that stand on it, and its foot with the page number in the layout's own form.

import { memo } from 'react';
import { BlockView, ParagraphView, TableView } from './block-view';
import { type LaidOut, rowKey } from './measure';
import type { Piece } from './paginate';

interface SheetProps {
  readonly laid: LaidOut;
  /** From 0. */
  readonly at: number;
}

export const Sheet = memo(function Sheet({ laid, at }: SheetProps) {
  const { paper, pages } = laid;
  const [number, total] = [at + 1, pages.length];
  return (
    <section className="paper-sheet" data-layout={paper.layout} data-even={number % 2 === 0} aria-label={`第 ${String(number)} 页，共 ${String(total)} 页`}>
      <div className="paper-area">
        {pages[at]?.pieces.map((piece, index) => (
          <PieceView key={index} laid={laid} piece={piece} />
        ))}
      </div>
      {paper.stamp !== undefined && <div className="paper-stamp" aria-hidden>{paper.stamp}</div>}
      <footer className="paper-foot">
        {paper.layout === 'official' ? (
          <span>— {number} —</span>
        ) : (
          <>
            <span>{paper.foot}</span>
            <span>
              第 {number} 页 共 {total} 页
            </span>
          </>
        )}
      </footer>
    </section>
  );
});

function PieceView({ laid, piece }: { readonly laid: LaidOut; readonly piece: Piece }) {
  const block = laid.paper.blocks[piece.item];
  if (block === undefined) return null;
  if (piece.kind === 'rows' && block.kind === 'table') {
    return <TableView table={block} rows={piece.rows} breaksOf={(row) => laid.rows.get(rowKey(piece.item, row))} />;
  }
  if (piece.kind === 'lines' && block.kind === 'paragraph') {
    return <ParagraphView text={block.text} starts={laid.paragraphs.get(piece.item) ?? [0]} slice={piece.slice} />;
  }
  return <BlockView block={block} />;
}
