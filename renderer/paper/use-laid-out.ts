// A document laid into pages, kept up with the document: laid again when it changes, the old pages standing meanwhile.

import { type RefObject, useEffect, useState } from 'react';
import type { PaperDocument } from './document';
import { type LaidOut, layOut } from './measure';

/** Sheets put on the screen at once; the window answers between. */
const SHEETS_AT_ONCE = 3;

export interface PaperState {
  readonly laid: LaidOut | null;
  /** Sheets on the screen so far. */
  readonly shown: number;
  /** True when every sheet of this very document is on the screen. */
  readonly ready: boolean;
  /** Table rows measured so far. */
  readonly rowsDone: number;
}

export function useLaidOut(paper: PaperDocument, host: RefObject<HTMLElement | null>): PaperState {
  const [laid, setLaid] = useState<LaidOut | null>(null);
  const [shown, setShown] = useState(0);
  const [rowsDone, setRowsDone] = useState(0);
  const total = laid?.pages.length ?? 0;

  useEffect(() => {
    const stop = new AbortController();
    const lay = async () => {
      if (host.current === null) return;
      const next = await layOut(paper, host.current, stop.signal, (rows) => { if (!stop.signal.aborted) setRowsDone(rows); });
      if (next === null) return;
      setLaid(next);
      setShown(SHEETS_AT_ONCE);
    };
    void lay();
    return () => { stop.abort(); };
  }, [paper, host]);

  useEffect(() => {
    if (shown >= total) return;
    const next = setTimeout(() => { setShown((held) => held + SHEETS_AT_ONCE); });
    return () => { clearTimeout(next); };
  }, [shown, total]);

  return { laid, shown: Math.min(shown, total), ready: laid?.paper === paper && shown >= total, rowsDone };
}
