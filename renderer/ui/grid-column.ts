// One column of a long list.

import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** A CSS grid track: '120px', 'minmax(160px, 2fr)'. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  readonly render: (row: Row) => ReactNode;
}
