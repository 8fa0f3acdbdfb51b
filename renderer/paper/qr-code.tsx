// A QR code as drawing: dark modules in one path. It knows nothing of what the text means.

import { useMemo } from 'react';
import { qrModules } from './qr-modules';

/** Modules of light margin that readers need around the code. */
const QUIET = 4;

export function QrCode({ text }: { readonly text: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  const side = size + 2 * QUIET;
  return (
    <svg className="paper-qr" viewBox={`${String(-QUIET)} ${String(-QUIET)} ${String(side)} ${String(side)}`} role="img" aria-label={`二维码：${text}`} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  );
}

function draw(text: string): { readonly size: number; readonly path: string } {
  const rows = qrModules(text);
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])));
  return { size: rows.length, path: squares.join('') };
}
