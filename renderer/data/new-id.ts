// Fresh record ids of this station.

import { createRecordId, type RecordId, type StationId } from '#shared/base/ids';

export function newRecordId(own: StationId): RecordId {
  return createRecordId(own, (size) => crypto.getRandomValues(new Uint8Array(size)));
}
