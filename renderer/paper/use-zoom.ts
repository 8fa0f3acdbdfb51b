// How large the sheets are shown: fitted to the window, or by a chosen factor. It has no effect on paper.

import { type RefObject, useEffect, useState } from 'react';

/** Fitted to the width, to a whole page, or a percentage. */
export type Zoom = 'width' | 'page' | 50 | 75 | 100 | 125 | 150 | 200;

export const ZOOMS: readonly Exclude<Zoom, 'width' | 'page'>[] = [50, 75, 100, 125, 150, 200];

/** Room around a sheet in CSS pixels. */
const AROUND = 64;
/** Larger than this fitting does not make a sheet. */
const MOST = 1.25;
const MM = 96 / 25.4;

export interface ZoomState {
  readonly zoom: Zoom;
  /** The factor that holds: 1 is the size on paper. */
  readonly factor: number;
  readonly setZoom: (zoom: Zoom) => void;
  /** To the next larger (1) or smaller (-1) percentage. */
  readonly step: (direction: 1 | -1) => void;
}

export function useZoom(scroll: RefObject<HTMLElement | null>, landscape: boolean): ZoomState {
  const [zoom, setZoom] = useState<Zoom>('width');
  const [[width, height], setSize] = useState<readonly [number, number]>([0, 0]);
  const [sheetWidth, sheetHeight] = landscape ? [297 * MM, 210 * MM] : [210 * MM, 297 * MM];

  useEffect(() => {
    const { current } = scroll;
    if (current === null) return;
    const observer = new ResizeObserver(() => { setSize([current.clientWidth, current.clientHeight]); });
    observer.observe(current);
    return () => { observer.disconnect(); };
  }, [scroll]);

  const toWidth = width === 0 ? 1 : Math.min(MOST, (width - AROUND) / sheetWidth);
  const toPage = height === 0 ? 1 : Math.min(toWidth, (height - AROUND) / sheetHeight);
  const factor = zoom === 'width' ? toWidth : zoom === 'page' ? toPage : zoom / 100;
  const step = (direction: 1 | -1) => {
    const percent = factor * 100;
    const next = direction === 1 ? ZOOMS.find((one) => one > percent + 1) : ZOOMS.findLast((one) => one < percent - 1);
    if (next !== undefined) setZoom(next);
  };
  return { zoom, factor, setZoom, step };
}
