// What a contract's rules see: the form as far as it is filled, the plan item and the decision it rests on.

import type { BusinessDate } from '../../../base/date';
import type { RecordId } from '../../../base/ids';
import type { Buyer } from '../../buyer';
import type { Contract } from '../../contract';
import type { Decision } from '../../decision';
import type { PlanItem } from '../../plan-item';
import { type Loose, ruleFor } from '../rule';

export type ContractForm = Loose<Contract>;

export interface ContractContext {
  readonly today: BusinessDate;
  /** The contract's own id; undefined before it has one. */
  readonly id: RecordId | undefined;
  readonly buyer: Pick<Buyer, 'uscc'> | undefined;
  /** Latest submitted revision of the plan item; undefined when it is not here. */
  readonly planItem:
    | ({ readonly rev: number } & Pick<PlanItem, 'startsOn' | 'endsOn' | 'method' | 'providerTypes'>)
    | undefined;
  /** The decision the contract names; undefined when it is not here or belongs to another item. */
  readonly decision: Pick<Decision, 'planItemRev' | 'outcome' | 'amountFen' | 'decidedOn'> | undefined;
  /** Contracts under the same plan item, this one included or not. */
  readonly contracts: readonly { readonly id: RecordId; readonly amountFen: number }[];
}

export const contractRule = ruleFor<ContractForm, ContractContext>();
