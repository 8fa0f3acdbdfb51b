// Version 2: what drafts and official records were before (revisions), what was done (steps), what was thrown away (bin). All of
// it follows from lines that are already applied, so whoever comes from version 1 is marked for a replay. Likewise contracts with
// what was accepted under them (commitments), and sums by category; and the notes that a deadline was seen to (doneMarks).

import { v1 } from './v1';

export const v2 = {
  ...v1,
  // Nothing asked for items by their buyer.
  planItems: 'id, [body.year+body.number], [body.year+body.catalogueCode]',
  decisions: 'id, body.planItemId, [author+seq]',
  contracts: 'id, body.planItemId, body.signedOn',
  acceptances: 'id, body.contractId, body.acceptedOn',
  doneMarks: 'id',
  commitments: 'id, awaits, [contract.author+quietAfter], [place+contract.signedOn]',
  revisions: '[table+id+ordinal]',
  steps: 'id, [scope+seq]',
  bin: 'id',
  upkeep: 'name',
} as const;
