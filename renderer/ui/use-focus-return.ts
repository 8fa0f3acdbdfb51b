// Gives the keyboard back where it was when something that took it (a dialog) goes away.

import { useEffect, useState } from 'react';

/** For a dialog that is not kept when it closes: the kit gives the focus back only when it sees its dialog close. */
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog's own elements are gone; a screen that took the focus meanwhile keeps it.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus();
      });
    },
    [before],
  );
}
