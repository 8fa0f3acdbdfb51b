// The plan of a year as a spreadsheet: every column of the plan, and where each project stands. What it writes, an import reads
// back without a difference.

import { formatYuan } from '#shared/base/money';
import type { Standing } from '#shared/domain/status';
import type { ExportColumn } from '../../../excel/make-file';
import { standingLabel } from '../../../text/standing';
import type { PlanTyped } from '../plan-typed';
import { EXPORT_ONLY } from './plan-words';
import { type NamedBuyers, sheetColumns } from './sheet-columns';

export interface ExportedPlan {
  readonly typed: PlanTyped;
  readonly standing: Standing;
  readonly approvedFen: number | null;
}

export function planExportColumns(buyers: NamedBuyers): readonly ExportColumn<ExportedPlan>[] {
  return [
    ...sheetColumns(buyers).map(({ title, kind, choices, read }): ExportColumn<ExportedPlan> => ({
      title,
      kind,
      ...(choices === undefined ? {} : { choices }),
      read: ({ typed }) => read(typed),
    })),
    { title: EXPORT_ONLY.standing, kind: 'text', read: ({ standing }) => standingLabel(standing) },
    { title: EXPORT_ONLY.approved, kind: 'money', read: ({ approvedFen }) => (approvedFen === null ? '' : formatYuan(approvedFen)) },
  ];
}
