// The plan's template as a file: our asset, with the year, the office and, where asked, the drafts there are.

import { type Failure, failure, type Result } from '#shared/base/result';
import type { SavedFile } from '#shared/ipc/contract';
import { makeFromTemplate } from '../../../excel/make-file';
import { saveWorkbook } from '../../../excel/save-file';
import { shownText } from '../../../tabular/choice-text';
import type { PlanTyped } from '../plan-typed';
import { PLAN_TEMPLATE, templateHeading } from './plan-template';
import { entryColumns, type NamedBuyers } from './sheet-columns';

export interface TemplateRequest {
  readonly year: number;
  readonly office: string;
  readonly buyers: NamedBuyers;
  /** Written into the rows; none for an empty template. */
  readonly drafts: readonly PlanTyped[];
}

export async function saveTemplate({ year, office, buyers, drafts }: TemplateRequest): Promise<Result<SavedFile, Failure>> {
  const asset = await readAsset();
  if (asset === null) return failure('excel.asset-missing');
  const columns = entryColumns(buyers);
  const made = await makeFromTemplate(asset, {
    heading: templateHeading(year, office),
    creator: office,
    kinds: PLAN_TEMPLATE.columns.map(({ kind }) => kind),
    rows: drafts.map((typed) => columns.map((column) => shownText(column, column.read(typed)))),
  });
  return saveWorkbook(made, `${String(year)} 年度购买服务计划填报表`);
}

async function readAsset(): Promise<Uint8Array | null> {
  try {
    const reply = await fetch(new URL('./plan-template.xlsx', import.meta.url));
    return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
