import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methodsForServices } from '#shared/policy/code-lists';
import { planExportColumns } from '../../../../../renderer/features/plan/import/plan-export';
import type { HeldPlan } from '../../../../../renderer/features/plan/import/held-plans';
import type { JudgedRow } from '../../../../../renderer/features/plan/import/judge-rows';
import { entryColumns, type NamedBuyers } from '../../../../../renderer/features/plan/import/sheet-columns';
import { blankPlan, type PlanTyped } from '../../../../../renderer/features/plan/plan-typed';
import { PRIVATE_CODES } from '../../../../../renderer/text/findings/wording';
import { BUYERS, bytesOf, fileOf, judge, newId, ONLY, OPERATOR, OTHER } from './support';

const STANDING = { word: 'draft', editing: false } as const;

function plan(number: string, change: Partial<PlanTyped> = {}): PlanTyped {
  return { ...blankPlan({ year: 2026, number, buyerId: ONLY[0]!.id, catalogueVersion: 'nmg-2014-80' }), name: '居家养老服务', ...change };
}

function draft(typed: PlanTyped, preparedBy = OPERATOR): HeldPlan {
  return { id: newId(), typed, draft: { preparedBy, basedOnRev: 0, seq: 1 } };
}

function exported(held: readonly HeldPlan[], buyers: NamedBuyers = ONLY): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(planExportColumns(buyers), held.map(({ typed }) => ({ typed, standing: STANDING, approvedFen: null })));
}

function reasons(row: JudgedRow | undefined): readonly string[] {
  return row?.outcome === 'bad' ? row.reasons.map(({ title, sentence }) => `${title ?? ''}：${sentence}`) : [];
}

/** Texts as people leave them in half-typed drafts, and as attackers would. */
const typedText = fc.oneof(
  fc.constantFrom('', '=1+1', '+86', '-5', '@x', '"引号"', '第一行\n第二行', '\t', ' 前后空格 ', '007', '150121200001011234', '1,234.50', '￥88', '１２．５', '2026-3-1', '2026年3月1日', '二月三十', '是', '否', '0', '_x0041_', 'ᠮᠣᠩᠭᠣᠯ', '<b>&', '1.01', '5'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer({ min: 0, max: 9_000_000_000 }).map(String),
  fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value.toFixed(2)),
);

const halfTyped = fc.array(fc.tuple(fc.nat(200), typedText), { maxLength: 40 });

describe('judgeRows', () => {
  it('finds no difference between half-typed drafts and their own export, whatever was typed', async () => {
    const columns = entryColumns(BUYERS).filter(({ key }) => key !== 'number');
    await fc.assert(
      fc.asyncProperty(fc.array(halfTyped, { minLength: 1, maxLength: 6 }), async (drafts) => {
        const held = drafts.map((cells, index) =>
          draft(cells.reduce((typed, [at, text]) => columns[at % columns.length]!.write(typed, text), plan(`2026-${String(index + 1).padStart(3, '0')}`))),
        );
        const judged = await judge(await exported(held, BUYERS), held, { buyers: BUYERS });
        expect(judged.map(({ outcome }) => outcome)).toEqual(held.map(() => 'unchanged'));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('makes the same drafts again where nothing was held', async () => {
    const full = plan('2026-001', { quantity: '120', unit: '人次', unitPrice: '1,234.50', startsOn: '2026-03-01', endsOn: '2026-12-31', budgetCode: '0'.repeat(20), content: '=SUM(A1)\n第二行', method: methodsForServices('2026-03-01')[0]!, catalogueCode: '1.01', notConfidential: true });
    const [row] = await judge(await exported([draft(full)]), []);
    expect(reasons(row)).toEqual([]);
    expect(row).toMatchObject({ outcome: 'new', typed: full });
  });

  it('says for each changed cell what it was and becomes', async () => {
    const held = draft(plan('2026-001', { place: '红旗街道', unitPrice: '10.00' }));
    const [row] = await judge(await exported([{ ...held, typed: { ...held.typed, place: '东河村', unitPrice: '12.5' } }]), [held]);
    expect(row).toMatchObject({
      outcome: 'changed',
      typed: { place: '东河村', unitPrice: '12.50' },
      changes: [
        { title: '单价（元）', before: '10.00', after: '12.50' },
        { title: '实施地点', before: '红旗街道', after: '东河村' },
      ],
    });
  });

  it('never overwrites a project that is official', async () => {
    const official: HeldPlan = { id: newId(), typed: plan('2026-001'), draft: null };
    const [changed] = await judge(await exported([{ ...official, typed: plan('2026-001', { name: '别的名称' }) }]), [official]);
    expect(reasons(changed)).toEqual(['：这个项目已定稿，不能用表格改写；请在项目页“修改后重新送审”。']);
    const [same] = await judge(await exported([official]), [official]);
    expect(same?.outcome).toBe('unchanged');
  });

  it('leaves a draft to who prepared it', async () => {
    const held = draft(plan('2026-001'), OTHER);
    const [row] = await judge(await exported([{ ...held, typed: plan('2026-001', { place: '东河村' }) }]), [held]);
    expect(reasons(row)).toEqual(['：这个草稿由其他经办人编制，请由其导入，或先在项目页接手。']);
  });

  it('gives every bad cell its own reason, with the heading it stands under', async () => {
    const file = await fileOf(['项目编号', '项目名称', '数量', '单价（元）', '开始日期', '拟用采购方式'], [
      ['2026-001', '甲', '十二', '1.234', '2026-02-30', '口头约定'],
      ['2026-002', '', '1', '2', '2026-03-01', ''],
    ]);
    const [first, second] = await judge(file, []);
    expect(reasons(first)).toEqual([
      '数量：请填写数量，如 120 或 0.5。',
      '单价（元）：金额最多两位小数。',
      '开始日期：没有这一天，请核对日期。',
      '拟用采购方式：不在可选的范围内，请从列表中选择。',
    ]);
    expect(reasons(second)).toEqual(['项目名称：请填写。']);
  });

  it('refuses the second row of the same project and names the first', async () => {
    const file = await fileOf(['项目编号', '项目名称'], [['2026-001', '甲'], ['2026-001', '乙']]);
    const [first, second] = await judge(file, []);
    expect(first?.outcome).toBe('new');
    expect(reasons(second)).toEqual(['：与第 2 行是同一个项目，只导入前一行。']);
  });

  it('numbers rows without a number after the highest, and finds them by name the next time', async () => {
    const file = await fileOf(['项目编号', '项目名称'], [['', '甲'], ['2026-007', '乙'], ['', '丙']]);
    const judged = await judge(file, [draft(plan('2026-003', { name: '丁' }))]);
    expect(judged.map(({ number }) => number)).toEqual(['2026-008', '2026-007', '2026-009']);
    const again = await judge(file, judged.flatMap((row) => (row.outcome === 'new' ? [draft(row.typed)] : [])));
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('keeps a name in old private codes, says so, and not of one the draft held already', async () => {
    const [old, international] = ['\ue234\ue240', 'ᠮᠣᠩᠭᠣᠯ'];
    const file = await fileOf(['项目编号', '项目名称', '蒙古文名称'], [['2026-001', '甲', old], ['2026-002', '乙', international]]);
    const [first, second] = await judge(file, []);
    expect(first).toMatchObject({ outcome: 'new', typed: { mongolianName: old }, hints: [{ title: '蒙古文名称', sentence: PRIVATE_CODES }] });
    expect(second).toMatchObject({ outcome: 'new', hints: [] });

    const held = draft(plan('2026-001', { mongolianName: old }));
    const [changed] = await judge(await exported([{ ...held, typed: { ...held.typed, place: '东河村' } }]), [held]);
    expect(changed).toMatchObject({ outcome: 'changed', hints: [] });
    const [replaced] = await judge(file, [draft(plan('2026-001', { name: '甲', mongolianName: international }))]);
    expect(replaced).toMatchObject({ outcome: 'changed', typed: { mongolianName: old }, hints: [{ title: '蒙古文名称' }] });
  });

  it('R048 stops a row with a word of state secrecy and shows nothing of it', async () => {
    const [row] = await judge(await fileOf(['项目编号', '项目名称', '服务内容'], [['2026-001', '涉密文件整理', '机密']]), []);
    expect(row).toMatchObject({ outcome: 'bad', secret: true, number: '', name: '（不显示）' });
  });

  it('asks which purchasing body, where there are several', async () => {
    const file = await fileOf(['项目编号', '项目名称', '购买主体'], [['1', '甲', '旗残联'], ['2', '乙', ''], ['3', '丙', '旗教育局']]);
    const judged = await judge(file, [], { buyers: BUYERS });
    expect(judged[0]).toMatchObject({ outcome: 'new', typed: { buyerId: BUYERS[1]!.id } });
    expect(reasons(judged[1])).toEqual(['购买主体：请填写为哪个单位编制。']);
    expect(reasons(judged[2])).toEqual(['购买主体：不在可选的范围内，请从列表中选择。']);
  });

  it('clears a draft’s cell by an empty one, or keeps it where that was asked', async () => {
    const held = draft(plan('2026-001', { place: '红旗街道' }));
    const file = await fileOf(['项目编号', '项目名称', '实施地点'], [['2026-001', '居家养老服务', '']]);
    expect(await judge(file, [held])).toMatchObject([{ outcome: 'changed', typed: { place: '' } }]);
    expect(await judge(file, [held], { keepFilled: true })).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('passes over blank rows and rows of totals', async () => {
    const file = await fileOf(['项目编号', '项目名称', '服务人数'], [['1', '甲', '3'], ['', '', ''], ['合计', '', '3'], ['', '小计：', '3']]);
    expect((await judge(file, [])).map(({ row }) => row.at)).toEqual([2]);
  });
});
