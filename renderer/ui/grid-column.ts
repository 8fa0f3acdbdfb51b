// One column of a long list, and the widths of all of them.

import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** A CSS grid track in pixels of 16-pixel text: '120px', 'minmax(160px, 2fr)'. It grows with the text. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  readonly render: (row: Row) => ReactNode;
}

const PIXELS = /(\d+)px/g;
const em = (pixels: string) => `${String(Number(pixels) / 16)}em`;

/** The tracks of a row, and the width below which the list scrolls sideways. */
export function gridTracks(columns: readonly { readonly width: string }[]): { readonly gridTemplateColumns: string; readonly minWidth: string } {
  const least = columns.reduce((sum, { width }) => sum + Number(/\d+/.exec(width)?.[0] ?? 0), 0);
  return {
    gridTemplateColumns: columns.map(({ width }) => width.replace(PIXELS, (_, pixels: string) => em(pixels))).join(' '),
    minWidth: em(String(least)),
  };
}
