// The plan's columns in spreadsheets: which of them the template holds, which an import may write, and what an export adds. One
// source: plan-columns.ts.

import type { RecordId } from '#shared/base/ids';
import type { Choice } from '../../../tabular/column';
import { field, type PlanColumn } from '../plan-column';
import { PLAN_COLUMNS } from '../plan-columns';

export type NamedBuyers = readonly { readonly id: RecordId; readonly body: { readonly name: string } }[];

/** The purchasing body by its name. Every spreadsheet has it, so that one template serves every office. */
function buyerColumn(buyers: NamedBuyers): PlanColumn {
  const choices = buyers.map(({ id, body }): Choice => ({ code: id, label: body.name }));
  return field('buyerId', 'choice', { choices, hint: '只为一个单位编制时可不填' });
}

/** In the order of the template: number and name, the purchasing body, everything else; what is reckoned stands where the grid has it. */
export function sheetColumns(buyers: NamedBuyers): readonly PlanColumn[] {
  const [number, name, ...rest] = PLAN_COLUMNS.filter(({ key }) => key !== 'buyerId');
  return [number, name, buyerColumn(buyers), ...rest].filter((column) => column !== undefined);
}

/** What can be filled in. */
export function entryColumns(buyers: NamedBuyers): readonly PlanColumn[] {
  return sheetColumns(buyers).filter(({ derived }) => derived !== true);
}
