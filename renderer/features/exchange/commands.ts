// Writes of the exchange: admitting a station and revoking it. Both are official records, so the chain above sees them.

import type { RecordId, StationId } from '#shared/base/ids';
import type { Admission } from '#shared/domain/office';
import type { CardView } from '#shared/bundle/card-view';
import { putRecord, type SaveResult } from '../../data/commit';
import { db, type RowOf } from '../../data/db';
import { newRecordId } from '../../data/new-id';

/** Admits a station by its card; a station admitted before keeps its record and gets a new revision. */
export async function admitStation(
  own: StationId,
  card: CardView,
  relation: Admission['relation'],
  comparedBy: Admission['comparedBy'],
  admittedBy: RecordId,
): Promise<SaveResult> {
  const { fingerprint: _fingerprint, ...profile } = card;
  const held = await db.admissions.where('body.stationId').equals(card.stationId).toArray();
  const id = held.find((row) => row.author === own)?.id ?? newRecordId(own);
  return putRecord('admissions', id, { ...profile, relation, state: 'admitted', comparedBy, admittedBy });
}

export function revokeStation(row: RowOf<'admissions'>, admittedBy: RecordId): Promise<SaveResult> {
  return putRecord('admissions', row.id, { ...row.body, state: 'revoked', admittedBy });
}
