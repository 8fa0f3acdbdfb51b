// The one gate for a record's body: form, commit, bundle and rebuild all pass here. It knows no journal and no storage.

import { type Failure, ok, type Result, failure } from '../base/result';
import { isOwnedBy, type RecordId, type StationId } from '../base/ids';
import type { OfficeKind } from './office';
import { type Chain, isTableName, RECORD_KINDS, type TableName } from './registry';

export type RecordFailure = Failure<
  | 'record.unknown-table'
  | 'record.wrong-chain'
  | 'record.wrong-owner'
  | 'record.office-may-not-write'
  | 'record.bad-body'
  | 'record.wrong-actor'
>;

export interface RecordClaim {
  readonly chain: Chain;
  readonly author: StationId;
  readonly officeKind: OfficeKind;
  readonly by: RecordId;
  readonly table: string;
  readonly id: RecordId;
  /** Absent for a tombstone. */
  readonly body?: unknown;
}

/**
 * Checks table, chain, owner, the office's right to write that kind, the body's schema and its acting operator.
 * Evidence of a bad body names the first offending field path, never its value.
 */
export function checkRecord(claim: RecordClaim): Result<TableName, RecordFailure> {
  const { table } = claim;
  if (!isTableName(table)) return failure('record.unknown-table');
  const kind: { chain: Chain; writers: readonly OfficeKind[]; actor?: string } = RECORD_KINDS[table];
  if (kind.chain !== claim.chain) return failure('record.wrong-chain', { table });
  if (!isOwnedBy(claim.id, claim.author)) return failure('record.wrong-owner', { table });
  if (!kind.writers.includes(claim.officeKind)) return failure('record.office-may-not-write', { table });
  if (claim.body === undefined) return ok(table);

  const parsed = RECORD_KINDS[table].schema.safeParse(claim.body);
  if (!parsed.success) {
    return failure('record.bad-body', { table, field: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  if (kind.actor !== undefined) {
    const body = parsed.data as Readonly<Record<string, unknown>>;
    if (body[kind.actor] !== claim.by) return failure('record.wrong-actor', { table });
  }
  return ok(table);
}
