import { describe, expect, it } from 'vitest';
import { STANDING_WORDS } from '#shared/domain/status';
import { DECISION_OUTCOMES } from '#shared/domain/decision';
import { standingLabel } from '../../../renderer/text/standing';

describe('standingLabel', () => {
  it('uses the five words, the last with its outcome', () => {
    const before = STANDING_WORDS.filter((word) => word !== 'decided').map((word) => standingLabel({ word, editing: false }));
    const decided = DECISION_OUTCOMES.map((outcome) => standingLabel({ word: 'decided', outcome, editing: true }));
    expect(before).toEqual(['草稿', '已定稿', '已导出', '已上传', '已签收']);
    expect(decided).toEqual(['已批复（同意）', '已批复（核减）', '已批复（退回）', '已批复（不予同意）']);
  });
});
