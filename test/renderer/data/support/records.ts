// Valid bodies for the projection's tests; each takes the parts that matter to a test.

import type { RecordId, Sm3Hex } from '#shared/base/ids';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import type { Decision } from '#shared/domain/decision';
import type { Draft } from '#shared/domain/draft';
import type { PlanItem } from '#shared/domain/plan-item';
import type { Change } from '#shared/ipc/contract';

export type PutBody = Extract<Change, { op: 'put' }>['body'];

export function put(table: string, id: RecordId, rev: number, body: object): Change {
  return { op: 'put', table, id, rev, body: body as PutBody };
}

export function remove(table: string, id: RecordId, rev: number): Change {
  return { op: 'remove', table, id, rev };
}

export function planItem(by: RecordId, parts: Partial<PlanItem> = {}): PlanItem {
  const amountFen = parts.amountFen ?? 1_200_000;
  return {
    buyerId: by,
    year: 2026,
    number: '2026-001',
    name: '居家养老上门服务',
    catalogueVersion: 'nmg-2014',
    catalogueCode: '1.01',
    otherService: null,
    procurementCode: null,
    content: '为六十岁以上独居老人上门服务',
    quantityE4: 10_000,
    unit: '项',
    unitPriceFen: amountFen,
    amountFen,
    costBasis: '',
    startsOn: '2026-04-01',
    endsOn: '2026-12-31',
    place: '城关镇',
    recipients: { group: '独居老人', count: 300, area: '城关镇' },
    funds: [{ source: 1, year: 2026, amountFen, origin: 'existing', fromProject: '养老经费', approvalDocument: '' }],
    budgetProject: '养老服务',
    budgetCode: '',
    functionCode: '',
    economicCode: '',
    goals: [],
    priority: { livelihood: 5, ease: 3, key: 3 },
    duty: { document: '', item: '' },
    need: { source: '', surveyedCount: 0, surveyedOn: null, conclusion: '' },
    suitability: { marketFit: true, socialCapable: true, reason: '' },
    benefits: { duty: '', cost: '', quality: '' },
    exclusionsDenied: [],
    exclusionReview: '',
    establishmentPledged: true,
    method: 'open-tender',
    providerTypes: ['P1'],
    smeReservedFen: 0,
    confidential: false,
    attachments: [],
    preparedBy: by,
    reviewedBy: by,
    submittedOn: '2026-03-02',
    ...parts,
  };
}

export function decision(planItemId: RecordId, planItemRev: number, planItemHash: Sm3Hex, parts: Partial<Decision> = {}): Decision {
  return {
    planItemId,
    planItemRev,
    planItemHash,
    outcome: 'approved',
    amountFen: 1_000_000,
    fieldOpinions: [],
    opinion: '',
    documentNumber: '某财预〔2026〕12号',
    decidedOn: '2026-03-10',
    decidedBy: planItemId,
    ...parts,
  };
}

/** Only what the projection reads: these are received lines, which the main process has judged. */
export function contract(planItemId: RecordId, parts: Partial<Contract> = {}): Partial<Contract> {
  const supplier = { name: '某旗养老服务中心', uscc: '', type: 'P1' };
  return {
    planItemId, number: 'HT-1', name: '居家养老合同', supplier, method: 'consultation', filingNumber: '',
    signedOn: '2026-05-01', startsOn: '2026-05-01', endsOn: '2026-12-31', amountFen: 900_000, schedule: [], ...parts,
  };
}

export function acceptance(contractId: RecordId, parts: Partial<Acceptance> = {}): Partial<Acceptance> {
  return { contractId, acceptedOn: '2026-11-01', outcome: 'passed', payableFen: 800_000, ...parts };
}

export function draft(parts: Partial<Draft> = {}): Draft {
  return { kind: 'planItems', year: 2026, basedOnRev: 0, form: { name: '居家养' }, ...parts };
}
