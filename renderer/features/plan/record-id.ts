// Fresh record ids of this station.

import { createRecordId, type RecordId, type StationId } from '#shared/base/ids';

export function newRecordId(station: StationId): RecordId {
  return createRecordId(station, (size) => crypto.getRandomValues(new Uint8Array(size)));
}
