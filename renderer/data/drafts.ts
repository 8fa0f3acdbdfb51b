// Reads of unfinished forms.

import { type DraftKind } from './commit';
import { db, type RowOf } from './db';
import { type Live, useLive } from './live';

/** All drafts of one kind, whatever their year. */
export function useDrafts(kind: DraftKind): Live<readonly RowOf<'drafts'>[]> {
  return useLive(() => db.drafts.where('[body.kind+body.year]').between([kind, 0], [kind, 9999]).toArray(), [kind]);
}
