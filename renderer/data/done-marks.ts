// Notes that a deadline was seen to: written and taken back, in the working chain of this station.

import { todayInShanghai } from '#shared/base/date';
import type { RecordId, StationId } from '#shared/base/ids';
import { commit, putRecord, type SaveResult } from './commit';
import { db } from './db';
import { newRecordId } from './new-id';

export function markDone(own: StationId, operator: RecordId, deadline: string): Promise<SaveResult> {
  return putRecord('doneMarks', newRecordId(own), { deadline, doneOn: todayInShanghai(Date.now()), markedBy: operator });
}

export async function unmarkDone(mark: RecordId): Promise<SaveResult> {
  const row = await db.doneMarks.get(mark);
  return commit('working', [{ op: 'remove', table: 'doneMarks', id: mark, rev: (row?.rev ?? 0) + 1 }]);
}
