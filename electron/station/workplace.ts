// What a call that needs an operator works with: the station's stores and who signed in.

import type { RecordId } from '#shared/base/ids';
import type { StationServices } from './services';

export interface Workplace extends StationServices {
  readonly by: RecordId;
}
