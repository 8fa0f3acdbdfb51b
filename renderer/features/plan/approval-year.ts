// In which plan year the projects stand that one document approved.

import { yearOf } from '#shared/base/date';
import type { StationId } from '#shared/base/ids';
import { type Approval, isApprovedBy, toPlanRows } from './plan-rows';
import { readPlanYear } from './queries';

/** How far a row has travelled is not asked here. */
const ANYWHERE = { exportedSeq: 0, receivedSeq: 0 };

/** Where most of them stand, if in several; null when none is approved by it (any more). */
export async function readYearOfApproval(own: StationId, approval: Approval): Promise<number | null> {
  // A plan is decided in the year before its own, in its own, or, once adjusted, in the year after.
  const years = [0, 1, -1].map((more) => yearOf(approval.decidedOn) + more);
  const counts = await Promise.all(
    years.map(async (year) => toPlanRows(await readPlanYear(own, year), ANYWHERE).filter((row) => isApprovedBy(row, approval)).length),
  );
  const most = Math.max(...counts);
  return most === 0 ? null : (years[counts.indexOf(most)] ?? null);
}
