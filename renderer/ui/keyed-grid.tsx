// A virtual list over keys: the caller reads keys and the rows on screen, and is told the key of the row that is opened.

import type { ReactNode } from 'react';
import type { GridTicks } from './grid-ticks';
import type { GridColumn } from './grid-column';
import { VirtualGrid } from './virtual-grid';

interface KeyedGridProps<Key, Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly page: {
    /** undefined while the keys load. */
    readonly keys: readonly Key[] | undefined;
    readonly rowAt: (index: number) => Row | undefined;
    readonly show: (first: number, last: number) => void;
  };
  readonly onOpen: (key: Key) => void;
  readonly ticks?: GridTicks<Row>;
  /** Said when there is no row. */
  readonly empty: ReactNode;
}

export function KeyedGrid<Key, Row>({ page: { keys, rowAt, show }, onOpen, empty, ...rest }: KeyedGridProps<Key, Row>) {
  return (
    <VirtualGrid<Row>
      {...rest}
      count={keys?.length ?? 0}
      rowAt={rowAt}
      onWindow={show}
      onOpen={(index) => {
        const key = keys?.[index];
        if (key !== undefined) onOpen(key);
      }}
      empty={keys === undefined ? '' : empty}
    />
  );
}
