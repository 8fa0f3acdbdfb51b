// Whether something was begun that nothing keeps. Forms without drafts and a table that is being looked over say so; whoever leads away asks
// first.

import { useCallback, useEffect, useRef } from 'react';

/** What was typed into a form or into the first run, the reading of a table that is not imported yet, or a restore under way. */
export type Unsaved = 'form' | 'setup' | 'import' | 'restore';

const holders = new Map<object, Unsaved>();

export function isUnsaved(): boolean {
  return holders.size > 0;
}

/** What it is; null where nothing would be lost. Screens show one such thing at a time. */
export function unsavedKind(): Unsaved | null {
  return [...holders.values()][0] ?? null;
}

/** Says so while it is on the screen. The answer lets go: what was begun is saved, or given up. */
export function useUnsaved(unsaved: boolean, kind: Unsaved = 'form'): () => void {
  const holder = useRef({});
  useEffect(() => {
    const { current } = holder;
    if (unsaved) holders.set(current, kind);
    else holders.delete(current);
    return () => { holders.delete(current); };
  }, [unsaved, kind]);
  return useCallback(() => { holders.delete(holder.current); }, []);
}

/** What is unsaved is given up, all of it. */
export function giveUpUnsaved(): void {
  holders.clear();
}
