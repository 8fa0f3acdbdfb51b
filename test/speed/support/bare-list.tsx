// The floor of a long list: TanStack Virtual over texts that are in memory, seven cells a row, nothing else.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';

const ROW_PX = 44;
const CELLS = 7;

function BareList({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 8 });
  return (
    <div ref={scroller} className="bare-list" style={{ height: '100%', overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            style={{ position: 'absolute', inset: '0 0 auto', height: ROW_PX, transform: `translateY(${String(start)}px)`, display: 'grid', gridTemplateColumns: `repeat(${String(CELLS)}, 1fr)` }}
          >
            {rows[index]?.map((text, cell) => <div key={cell}>{text}</div>)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Covers `host`'s place on the page; gives back how to take it away again. */
function showBareList(host: Element, count: number): () => void {
  const { left, top, width, height } = host.getBoundingClientRect();
  const place = document.createElement('div');
  Object.assign(place.style, { position: 'fixed', left: `${String(left)}px`, top: `${String(top)}px`, width: `${String(width)}px`, height: `${String(height)}px`, background: 'Canvas', zIndex: '9999' });
  document.body.append(place);
  const rows = Array.from({ length: count }, (_, row) => Array.from({ length: CELLS }, (_cell, cell) => `红旗街道课后托管服务 ${String(row)}.${String(cell)}`));
  const root = createRoot(place);
  root.render(<BareList rows={rows} />);
  return () => {
    root.unmount();
    place.remove();
  };
}

export interface BareListPage {
  readonly showBareList: typeof showBareList;
}

Object.assign(globalThis, { benchList: { showBareList } satisfies BareListPage });
