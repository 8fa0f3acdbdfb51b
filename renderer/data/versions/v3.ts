// Version 3: contracts are found by the days on which they are to be looked at (shared/domain/deadlines/watch.ts), and a commitment
// carries what its deadlines are reckoned from. Both follow from lines that are already applied, so whoever comes from an earlier
// version is marked for a replay.

import { v2 } from './v2';

export const v3 = {
  ...v2,
  commitments: 'id, awaits, *watch, [place+contract.signedOn]',
} as const;
