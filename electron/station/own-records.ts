// Records that the main process writes itself (receipts, dispatches, incidents, operators), through the same gate as the page's.

import { assert } from '#shared/base/assert';
import type { RecordId } from '#shared/base/ids';
import type { Failure, Result } from '#shared/base/result';
import { checkRecord } from '#shared/domain/check-record';
import { RECORD_KINDS, type RecordOf, type TableName } from '#shared/domain/registry';
import type { WrittenLine } from '#shared/ipc/contract';
import type { Workplace } from './workplace';
import { newId } from './set-up';

/** Appends one new record in the table's chain, by the operator at work. A body that breaks its schema is our own fault and throws. */
export async function writeOwn<T extends TableName>(
  { journal, profile, by }: Pick<Workplace, 'journal' | 'profile' | 'by'>,
  table: T,
  body: RecordOf<T>,
  id: RecordId = newId(journal.owner),
): Promise<Result<readonly WrittenLine[], Failure>> {
  const { chain } = RECORD_KINDS[table];
  const checked = checkRecord({ chain, author: journal.owner, officeKind: profile.officeKind, by, table, id, body });
  assert(checked.ok, `own ${table} record passes its gate: ${checked.ok ? '' : checked.error.code}`);
  return journal.append(chain, by, [{ op: 'put', table, id, rev: 1, body: body }]);
}
