import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlanItem, compareWithSiblings } from '#shared/domain/rules/plan-item/check-plan-item';
import type { SiblingItem } from '#shared/domain/rules/plan-item/plan-item-rule';
import { findingsOf, planItem, recordId, sibling, surroundings } from '../../samples';

const beside = (yearItems: SiblingItem[], changes = {}) => checkPlanItem(planItem(changes), surroundings({ yearItems }));
const { name, number, content, catalogueCode, budgetProject, procurementCode } = planItem();

describe('duplicateName and duplicateNumber', () => {
  it('name the other item, whatever the blanks and the width', () => {
    const twin = sibling(1, { name: ` ${name.slice(0, 3)}\u3000${name.slice(3)}` });
    expect(findingsOf(beside([twin]), 'plan-item.duplicate-name')).toEqual([
      expect.objectContaining({ severity: 'warn', evidence: { number: twin.number } }),
    ]);
  });

  it('blocks a number used twice in a year', () => {
    expect(findingsOf(beside([sibling(1, { number })]), 'plan-item.duplicate-number')).toEqual([
      expect.objectContaining({ severity: 'block' }),
    ]);
  });

  it('do not take the item for its own duplicate', () => {
    const itself = sibling(1, { id: recordId(2), name, number, content, catalogueCode, budgetProject, procurementCode });
    expect(beside([itself])).toEqual([]);
  });
});

describe('duplicateContent', () => {
  it('finds nearly the same text under the same catalogue item, and takes the closest', () => {
    const near = sibling(1, { catalogueCode, content: content.replace('每周', '每月') });
    const same = sibling(2, { catalogueCode, content });
    expect(findingsOf(beside([near]), 'plan-item.duplicate-content')[0]?.evidence.number).toBe(near.number);
    expect(findingsOf(beside([near, same]), 'plan-item.duplicate-content')[0]?.evidence).toEqual({
      number: same.number,
      similarityPercent: 100,
    });
  });

  it('lets another catalogue item, another text and a few words pass', () => {
    expect(findingsOf(beside([sibling(1, { content })]), 'plan-item.duplicate-content')).toEqual([]);
    expect(findingsOf(beside([sibling(1, { catalogueCode })]), 'plan-item.duplicate-content')).toEqual([]);
    const short = [sibling(1, { catalogueCode, content: '居家照料' })];
    expect(findingsOf(beside(short, { content: '居家照料' }), 'plan-item.duplicate-content')).toEqual([]);
  });
});

describe('suspectedSplitting', () => {
  const piece = (n: number, changes: Partial<SiblingItem> = {}) => sibling(n, { budgetProject, procurementCode, ...changes });
  const splitting = (items: SiblingItem[], changes = {}) =>
    findingsOf(beside(items, changes), 'plan-item.suspected-splitting').map((finding) => finding.evidence);

  it('adds up what one budget project buys of one kind in the year', () => {
    expect(splitting([piece(1), piece(2)])).toEqual([{ count: 3, totalFen: 9_860_000 }]);
  });

  it('goes by the catalogue item where a procurement code is missing', () => {
    expect(splitting([piece(1, { procurementCode: null, catalogueCode })])).toHaveLength(1);
    expect(splitting([piece(1, { procurementCode: null })])).toEqual([]);
  });

  it('lets open tender, another budget project and the time before 2015-03-01 pass', () => {
    expect(splitting([piece(1)], { method: 'open-tender' })).toEqual([]);
    expect(splitting([piece(1, { budgetProject: '另一项目' })])).toEqual([]);
    expect(splitting([piece(1)], { year: 2015, submittedOn: '2015-02-28' })).toEqual([]);
    expect(splitting([piece(1)], { year: 2015, submittedOn: '2015-03-01' })).toHaveLength(1);
  });
});

describe('compareWithSiblings', () => {
  it('finds all that the other items of the year change in what is found, and nothing else', () => {
    const own = { name, number, content, catalogueCode, budgetProject, procurementCode };
    const text = (mine: string) => fc.constantFrom(mine, `${mine}（二期）`, '另外一件事');
    const others = fc.array(
      fc.record({ name: text(name), number: text(number), content: text(content), catalogueCode: fc.constantFrom(catalogueCode, '6.06'), budgetProject: text(own.budgetProject), amountFen: fc.nat(10_000_000) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(others, fc.constantFrom({}, { name: '' }, { amountFen: undefined }, { content: '短' }), (list, changes) => {
        const item = planItem(changes as never);
        const around = surroundings({ yearItems: list.map((one, index) => sibling(index + 1, one)) });
        const alone = checkPlanItem(item, { ...around, yearItems: [] });
        const beside = checkPlanItem(item, around);
        const compared = compareWithSiblings(item, around);
        expect(compareWithSiblings(item, { ...around, yearItems: [] })).toEqual([]);
        expect(beside.filter((finding) => !compared.some((one) => one.rule === finding.rule))).toEqual(alone);
        expect(beside.filter((finding) => compared.some((one) => one.rule === finding.rule))).toEqual(compared);
      }),
    );
  });
});
