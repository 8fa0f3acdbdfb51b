// Version 2: what drafts and official records were before (revisions), what was done (steps), what was thrown away (bin). All of
// it follows from lines that are already applied, so whoever comes from version 1 is marked for a replay.

import { v1 } from './v1';

export const v2 = {
  ...v1,
  revisions: '[table+id+ordinal]',
  steps: 'id, [scope+seq]',
  bin: 'id',
  upkeep: 'name',
} as const;
