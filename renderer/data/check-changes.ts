// The page's own check before anything is sent to be written: known table, right chain, a body its schema accepts. Owner,
// office and actor are checked by the main process, which knows who signed in.

import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { type Chain, isTableName, RECORD_KINDS } from '#shared/domain/registry';
import type { Change } from '#shared/ipc/contract';

export type ChangeFailure = Failure<'record.unknown-table' | 'record.wrong-chain' | 'record.bad-body'>;

export function checkChanges(chain: Chain, changes: readonly Change[]): Result<null, ChangeFailure> {
  for (const [index, change] of changes.entries()) {
    const { table } = change;
    if (!isTableName(table)) return failure('record.unknown-table', { index });
    const kind = RECORD_KINDS[table];
    if (kind.chain !== chain) return failure('record.wrong-chain', { table, index });
    if (change.op === 'remove') continue;
    const parsed = kind.schema.safeParse(change.body);
    if (!parsed.success) {
      return failure('record.bad-body', { table, index, field: parsed.error.issues[0]?.path.join('.') ?? '' });
    }
  }
  return ok(null);
}
