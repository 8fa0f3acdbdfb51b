// The person's text size as the root's: everything measured in em and rem follows, dialogs included.

import { useEffect } from 'react';
import { useSettings } from '../bridge/settings';

export function useTextSize(): void {
  const { fontPercent } = useSettings();
  useEffect(() => {
    document.documentElement.style.fontSize = `${String(fontPercent)}%`;
  }, [fontPercent]);
}
