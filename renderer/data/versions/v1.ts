// Version 1 of the projected tables. A released version is never edited: a change is a new version beside it.

export const v1 = {
  stations: 'id, body.stationId',
  operators: 'id',
  admissions: 'id, body.stationId',
  receipts: 'id, body.bundleId',
  buyers: 'id',
  planItems: 'id, [body.year+body.number], body.buyerId',
  decisions: 'id, body.planItemId',
  contracts: 'id, body.planItemId',
  acceptances: 'id, body.contractId',
  drafts: 'id, [body.kind+body.year]',
  dispatches: 'id, body.bundleId',
  incidents: 'id',
  standings: 'id, awaitsItem, stale',
  tallies: '[scope+year+scopeId]',
  tombstones: 'id',
  appliedHeads: 'key',
} as const;
