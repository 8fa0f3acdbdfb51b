// What of a preview may still be written: it was judged against what was held then, and is judged again against what is held now.
// A project that is no longer as it was looked at is left out and says why; nothing is written over it. Pure.

import type { RecordId } from '#shared/base/ids';
import type { HeldPlan } from './held-plans';
import { indexHeld, type JudgeContext, type JudgedRow } from './judge-rows';

/** The same rows; those that may not be written any more are refused. */
export function recheckRows(rows: readonly JudgedRow[], now: readonly HeldPlan[], { operator, nameOf }: Pick<JudgeContext, 'operator' | 'nameOf'>): readonly JudgedRow[] {
  const held = new Map(now.map((plan) => [plan.id, plan]));
  const index = indexHeld(now);
  const taken = new Set(now.map(({ typed }) => typed.number));
  return rows.map((row): JudgedRow => {
    const sentence = row.outcome === 'new' ? whyNotNew(row, index, taken) : row.outcome === 'changed' ? whyNotChanged(row, held, operator, nameOf) : null;
    if (sentence === null) return row;
    return { row: row.row, number: row.number, name: row.name, outcome: 'bad', reasons: [{ title: null, sentence }], secret: false };
  });
}

/** As the preview judges: what the row means must not be there, and a number of our own giving must be nobody's. */
function whyNotNew({ row, typed, numbered }: Extract<JudgedRow, { outcome: 'new' }>, index: ReturnType<typeof indexHeld>, taken: ReadonlySet<string>): string | null {
  if (index.find(row, typed.buyerId) !== null) {
    return `核对之后有了${numbered ? `名称为“${typed.name}”` : `编号为 ${typed.number} `}的项目，没有写入；请重新选择文件核对。`;
  }
  return numbered && taken.has(typed.number) ? `核对之后自动编号 ${typed.number} 给了别的项目，没有写入；请重新选择文件核对。` : null;
}

function whyNotChanged(
  { held: looked }: Extract<JudgedRow, { outcome: 'changed' }>,
  held: ReadonlyMap<RecordId, HeldPlan>,
  operator: RecordId,
  nameOf: (operator: RecordId) => string,
): string | null {
  const plan = held.get(looked.id);
  if (plan === undefined) return '核对之后这个草稿已删除，没有写入；要用的，请先从回收站还原。';
  const { draft } = plan;
  if (draft === null) return '核对之后这个项目已定稿，没有写入；请在项目页“修改后重新送审”。';
  // R067: whoever took a draft over prepares it, and nobody writes over it from a file.
  if (draft.preparedBy !== operator) return `核对之后这个草稿改由${nameOf(draft.preparedBy)}编制，没有写入；请由该经办人导入，或先在项目页接手。`;
  return draft.seq === looked.draft?.seq ? null : '核对之后这个草稿有改动，没有写入；请重新选择文件核对。';
}
