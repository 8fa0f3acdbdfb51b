// What a list of a year's official records is narrowed to.

import type { StationId } from '#shared/base/ids';
import type { Place } from './tally-layout';

export interface RecordFilter {
  readonly year: number;
  /** Category of the plan item behind the record, 0 while that one is not here; null for all. */
  readonly category: Place | null;
  /** The only office whose records are wanted; null for all. */
  readonly author: StationId | null;
}
