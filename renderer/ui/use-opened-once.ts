// A form is opened once, with what was found first: its own saves change the draft it came from.

import { useState } from 'react';

/** The first object that was found; null while there has been none. Words ('closed'), null and undefined are passed over. */
export function useOpenedOnce<Opened extends object>(found: Opened | string | null | undefined): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  if (opened !== null) return opened;
  if (typeof found !== 'object' || found === null) return null;
  setOpened(found);
  return found;
}
