// How large the sheets are shown: fitted to the width, or by a chosen factor. It has no effect on paper.

import { type RefObject, useEffect, useState } from 'react';

/** 'fit' or a percentage. */
export type Zoom = 'fit' | 50 | 75 | 100 | 125 | 150 | 200;

export const ZOOMS: readonly Exclude<Zoom, 'fit'>[] = [50, 75, 100, 125, 150, 200];

/** Room beside a sheet, and a scroll bar, in CSS pixels. */
const BESIDE = 64;
const MM = 96 / 25.4;

export interface ZoomState {
  readonly zoom: Zoom;
  /** The factor that holds: 1 is the size on paper. */
  readonly factor: number;
  readonly setZoom: (zoom: Zoom) => void;
  /** To the next larger (1) or smaller (-1) percentage. */
  readonly step: (direction: 1 | -1) => void;
}

export function useZoom(scroll: RefObject<HTMLElement | null>, sheetWidthMm: number): ZoomState {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const { current } = scroll;
    if (current === null) return;
    const observer = new ResizeObserver(() => { setWidth(current.clientWidth); });
    observer.observe(current);
    return () => { observer.disconnect(); };
  }, [scroll]);

  const fitted = width === 0 ? 1 : Math.min(1.25, (width - BESIDE) / (sheetWidthMm * MM));
  const factor = zoom === 'fit' ? fitted : zoom / 100;
  const step = (direction: 1 | -1) => {
    const percent = factor * 100;
    const next = direction === 1 ? ZOOMS.find((one) => one > percent + 1) : ZOOMS.findLast((one) => one < percent - 1);
    if (next !== undefined) setZoom(next);
  };
  return { zoom, factor, setZoom, step };
}
