// The cell that is being typed in, for as long as its text has not been written: after a pause it is, and at once when the user leaves.

import type { CellText } from '../../../ui/sheet/sheet-types';

/** As long as a form waits. */
const PAUSE_MS = 800;

export interface Unfinished {
  /** What is typed by now; null when it is over. */
  readonly take: (cell: CellText | null) => void;
  readonly write: () => void;
}

export function createUnfinished(pause: (cell: CellText) => void): Unfinished {
  let waiting: CellText | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    const cell = waiting;
    waiting = null;
    if (cell !== null) pause(cell);
  }

  return {
    take(cell) {
      clearTimeout(timer);
      waiting = cell;
      if (cell !== null) timer = setTimeout(write, PAUSE_MS);
    },
    write,
  };
}
