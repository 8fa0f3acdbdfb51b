// The active cell's control has the focus whenever the sheet has it.

import { type RefObject, useLayoutEffect } from 'react';
import type { SheetView } from './sheet-view';

/** Takes the focus when a move of the user's asked for it, or when another kind of control, which had it, has just gone. */
export function useSheetFocus(view: SheetView, ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current: control } = ref;
    if (control === null) return;
    const { activeElement } = document;
    const lost = view.focus.within && (activeElement === null || activeElement === document.body);
    if ((view.focus.wanted || lost) && activeElement !== control) control.focus({ preventScroll: true });
    view.focus.wanted = false;
  });
}
