// Every rule in one standing sentence, for the clause reader. A rule without its sentence does not compile.

import type { RuleId } from '#shared/domain/finding';
import { ACCEPTANCE_STATEMENTS, CONTRACT_STATEMENTS, DECISION_STATEMENTS } from './statements/later-records';
import { BUYER_STATEMENTS, PLAN_ITEM_STATEMENTS } from './statements/plan-item';

export const RULE_STATEMENTS: Readonly<Record<RuleId, string>> = {
  ...BUYER_STATEMENTS,
  ...PLAN_ITEM_STATEMENTS,
  ...DECISION_STATEMENTS,
  ...CONTRACT_STATEMENTS,
  ...ACCEPTANCE_STATEMENTS,
};
