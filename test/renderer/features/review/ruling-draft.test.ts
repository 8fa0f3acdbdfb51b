import { describe, expect, it } from 'vitest';
import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import { draftSheet } from '../../../../renderer/text/draft-sheet';
import { amountFor, blankRuling, isAbout, layUnder, readRuling, rulingDraft, rulingWords, strayFields } from '../../../../renderer/features/review/ruling-draft';
import { fieldOpinionKey, rulingFormSchema } from '../../../../renderer/features/review/ruling-schema';
import { planItem } from '../../data/support/records';

const OWN = '3'.repeat(32) as StationId;
const person = (n: number) => `${OWN}-${String(n).padStart(32, '0')}` as RecordId;
const [ME, COLLEAGUE, ITEM] = [person(1), person(2), person(3)];
const hash = (digit: string) => digit.repeat(64) as Sm3Hex;

const twoFunds = planItem(ITEM).funds.flatMap((slice) => [slice, slice]);
const first = { id: ITEM, rev: 1, hash: hash('a'), body: planItem(ITEM, { funds: twoFunds }) };
const second = { id: ITEM, rev: 2, hash: hash('b'), body: planItem(ITEM, { name: '改过的名称', amountFen: 900_000 }) };
const SECOND_FUND = fieldOpinionKey('funds.1.amountFen');

const typed = () => {
  const blank = layUnder(blankRuling(first, ME), first, ME);
  return { ...blank, opinion: '请核减', fieldOpinions: { ...blank.fieldOpinions, [fieldOpinionKey('costBasis')]: '请附表', [SECOND_FUND]: '来源不明' } };
};

describe('readRuling', () => {
  it('reads back what a draft keeps, word for word', () => {
    const { form } = rulingDraft(typed(), 2026);
    expect(readRuling(JSON.parse(JSON.stringify(form)) as typeof form, COLLEAGUE)).toEqual(typed());
  });

  it('takes a draft of another shape for a blank one of who wrote it', () => {
    const read = readRuling({ outcome: 'perhaps', amountFen: 7, fieldOpinions: { content: 3 } }, COLLEAGUE);
    expect(read).toMatchObject({ outcome: 'approved', amountFen: '', fieldOpinions: {}, decidedBy: COLLEAGUE });
  });
});

describe('layUnder', () => {
  it('changes nothing of what was typed about this very revision', () => {
    expect(layUnder(typed(), first, ME)).toEqual(typed());
  });

  it('says of words about an earlier revision where they come from, and keeps every one of them', () => {
    const carried = layUnder(typed(), second, COLLEAGUE);
    expect(carried).toMatchObject({ planItemRev: 2, planItemHash: second.hash, name: '改过的名称', decidedBy: COLLEAGUE, carriedFrom: 1, opinion: '请核减', amountFen: typed().amountFen });
    expect(carried.fieldOpinions).toMatchObject({ [fieldOpinionKey('costBasis')]: '请附表', [SECOND_FUND]: '来源不明' });
    expect(isAbout(typed(), second)).toBe(false);
    expect(isAbout(typed(), { rev: 1, hash: hash('c') })).toBe(false);
  });

  it('stays unchecked when it is opened again, until somebody has checked it', () => {
    const carried = layUnder(typed(), second, ME);
    expect(layUnder(carried, second, ME).carriedFrom).toBe(1);
    expect(layUnder({ ...carried, carriedFrom: 0 }, second, ME).carriedFrom).toBe(0);
  });
});

describe('strayFields', () => {
  it('names the fields that were spoken of and are gone', () => {
    expect(strayFields(layUnder(typed(), second, ME), second.body)).toEqual(['funds.1.amountFen']);
    expect(strayFields(typed(), first.body)).toEqual([]);
  });
});

describe('rulingWords', () => {
  it('calls every opinion by its field, also of the earlier revision', () => {
    const said = draftSheet(rulingWords([second.body, first.body]), layUnder(typed(), second, ME))[0]?.entries.filter(({ value }) => value !== '');
    expect(said?.map(({ label, value }) => `${label}：${value}`)).toEqual([
      '审定结果：同意', '审定金额（元）：12,000.00', `审定日期：${typed().decidedOn}`, '审定意见：请核减', '对“测算依据”的意见：请附表', '对“资金来源 2”的意见：来源不明',
      '核对：写于第 1 次送审，尚未核对',
    ]);
  });
});

describe('amountFor', () => {
  it('grants what was asked, nothing, or what has to be said', () => {
    expect((['approved', 'cut', 'returned', 'refused'] as const).map((outcome) => amountFor(outcome, 1_234_500))).toEqual(['12,345.00', '', '0', '0']);
  });
});

describe('rulingFormSchema', () => {
  it('leaves out opinions that are empty and gives the others their field', () => {
    const stored = rulingFormSchema.parse({ ...typed(), documentNumber: '某财预〔2026〕12号' });
    expect(stored.fieldOpinions).toEqual(expect.arrayContaining([{ field: 'costBasis', opinion: '请附表' }, { field: 'funds.1.amountFen', opinion: '来源不明' }]));
    expect(stored.fieldOpinions).toHaveLength(2);
  });
});
