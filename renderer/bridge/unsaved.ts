// Whether something was typed that nothing keeps. Forms without drafts say so; whoever leads away asks first.

import { useCallback, useEffect, useRef } from 'react';

const holders = new Set<object>();

export function isUnsaved(): boolean {
  return holders.size > 0;
}

/** Says so while the form is on the screen. The answer lets go: what was typed is saved, or given up. */
export function useUnsaved(unsaved: boolean): () => void {
  const holder = useRef({});
  useEffect(() => {
    const { current } = holder;
    if (unsaved) holders.add(current);
    else holders.delete(current);
    return () => { holders.delete(current); };
  }, [unsaved]);
  return useCallback(() => { holders.delete(holder.current); }, []);
}

/** What is unsaved is given up, all of it. */
export function giveUpUnsaved(): void {
  holders.clear();
}
