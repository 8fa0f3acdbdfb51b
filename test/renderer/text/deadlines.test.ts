import { describe, expect, it } from 'vitest';
import { contractDeadlines, signingDeadline } from '#shared/domain/deadlines/contract-deadlines';
import { type Deadline, DEADLINE_KINDS } from '#shared/domain/deadlines/deadline';
import { deadlineTitle, reckoningLines, remaining } from '../../../renderer/text/deadlines';
import { contract, recordId } from '../../shared/domain/samples';

function file(signedOn: string): Deadline {
  const body = contract({ signedOn });
  const found = contractDeadlines({ ...body, id: recordId(1), filed: false, supplierType: 'P1', acceptances: [] }, signedOn).find(({ kind }) => kind === 'contract-file');
  if (!found) throw new Error('a contract is filed');
  return found;
}

describe('reckoningLines', () => {
  it('print starting fact, limit, days passed over and counted, the last day and the ground', () => {
    expect(reckoningLines(file('2026-02-12'))).toEqual([
      '起算：2026年2月12日合同签订，当日不计入。',
      '期限：7 个工作日。',
      '跳过：春节 2月15日至2月23日共 9 天。',
      '计入：2月14日、2月28日调休上班。',
      '截止：2026年2月28日。',
      '2026 年节假日按国办发明电〔2025〕7号（据转载核对，以原文为准）。',
      '依据：政府采购法 第47条。',
    ]);
  });

  it('says of a year without announced holidays that weekends alone were reckoned', () => {
    const lines = reckoningLines(file('2026-12-29'));
    expect(lines).toContain('2027 年节假日安排尚未录入或公布，按周末推算。');
    expect(lines).toContain('跳过：周末 2 天。');
  });

  it('says when the last day is no working day and is not moved on', () => {
    expect(reckoningLines(signingDeadline(recordId(2), '2026-01-16'))).toContain('截止：2026年2月15日，当天不是工作日，从严提示，不顺延。');
  });
});

describe('remaining', () => {
  it('counts days on both sides of today', () => {
    const at = (dueOn: string) => remaining({ dueOn }, '2026-03-10');
    expect([at('2026-03-07'), at('2026-03-10'), at('2026-03-15')]).toEqual(['已逾期 3 天', '今天截止', '距截止 5 天']);
  });
});

describe('deadlineTitle', () => {
  it('has a name of its own for every kind', () => {
    const titles = DEADLINE_KINDS.map((kind) => deadlineTitle({ kind }));
    expect(new Set(titles).size).toBe(DEADLINE_KINDS.length);
  });
});
