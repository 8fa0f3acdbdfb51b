// The registry of record kinds: one schema, one chain and the offices that may write it, per table. Nothing else decides these.

import type { z } from 'zod';
import { acceptanceSchema } from './acceptance';
import { buyerSchema } from './buyer';
import { contractSchema } from './contract';
import { decisionSchema } from './decision';
import { doneMarkSchema } from './done-mark';
import { draftSchema } from './draft';
import { dispatchSchema, incidentSchema, receiptSchema } from './exchange';
import { admissionSchema, type OfficeKind, operatorSchema, stationSchema } from './office';
import { planItemSchema } from './plan-item';

export const CHAINS = ['official', 'working'] as const;
export type Chain = (typeof CHAINS)[number];

interface RecordKind {
  readonly chain: Chain;
  readonly schema: z.ZodType;
  readonly writers: readonly OfficeKind[];
  /** The body's field that names the acting operator; it must be the operator who signed in and wrote the line. */
  readonly actor?: string;
}

const everyone: readonly OfficeKind[] = ['unit', 'county', 'league', 'region'];
const finance: readonly OfficeKind[] = ['county', 'league', 'region'];
/** A county bureau prepares on behalf of units that have no station. */
const preparers: readonly OfficeKind[] = ['unit', 'county'];

export const RECORD_KINDS = {
  stations: { chain: 'official', schema: stationSchema, writers: everyone },
  operators: { chain: 'official', schema: operatorSchema, writers: everyone },
  admissions: { chain: 'official', schema: admissionSchema, writers: everyone, actor: 'admittedBy' },
  receipts: { chain: 'official', schema: receiptSchema, writers: everyone },
  buyers: { chain: 'official', schema: buyerSchema, writers: preparers },
  planItems: { chain: 'official', schema: planItemSchema, writers: preparers, actor: 'reviewedBy' },
  decisions: { chain: 'official', schema: decisionSchema, writers: finance, actor: 'decidedBy' },
  contracts: { chain: 'official', schema: contractSchema, writers: preparers, actor: 'handledBy' },
  acceptances: { chain: 'official', schema: acceptanceSchema, writers: preparers, actor: 'acceptedBy' },
  drafts: { chain: 'working', schema: draftSchema, writers: everyone },
  dispatches: { chain: 'working', schema: dispatchSchema, writers: everyone },
  incidents: { chain: 'working', schema: incidentSchema, writers: everyone },
  doneMarks: { chain: 'working', schema: doneMarkSchema, writers: everyone, actor: 'markedBy' },
} as const satisfies Record<string, RecordKind>;

export type TableName = keyof typeof RECORD_KINDS;
export type RecordOf<T extends TableName> = z.infer<(typeof RECORD_KINDS)[T]['schema']>;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(RECORD_KINDS, name);
}
