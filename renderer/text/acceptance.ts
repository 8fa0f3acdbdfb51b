// The words of acceptances: outcomes and who a member speaks for.

import type { Acceptance } from '#shared/domain/acceptance';

export const ACCEPTANCE_OUTCOME_LABELS: { readonly [Outcome in Acceptance['outcome']]: string } = {
  passed: '合格',
  partly: '部分合格',
  failed: '不合格',
};

export const MEMBER_SIDE_LABELS: { readonly [Side in Acceptance['members'][number]['side']]: string } = {
  buyer: '购买主体',
  expert: '专家',
  recipient: '服务对象',
  'third-party': '第三方机构',
};
