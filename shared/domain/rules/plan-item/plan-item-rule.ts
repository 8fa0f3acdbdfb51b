// What a plan item's rules see: the form as far as it is filled, and what they need to know around it.

import type { BusinessDate } from '../../../base/date';
import type { RecordId } from '../../../base/ids';
import type { Buyer } from '../../buyer';
import type { PlanItem } from '../../plan-item';
import { type Loose, ruleFor } from '../rule';

/** A submitted plan item, or a draft's values as far as they can be read. */
export type PlanItemForm = Loose<Omit<PlanItem, 'confidential'>> & { readonly confidential?: boolean | undefined };

/** What a rule needs of the buyer's other items of the same year. */
export type SiblingItem = { readonly id: RecordId } & Pick<
  PlanItem,
  'number' | 'name' | 'catalogueCode' | 'content' | 'budgetProject' | 'procurementCode' | 'amountFen'
>;

export interface PlanItemSurroundings {
  /** Today in Shanghai. It judges a draft that has no `submittedOn` yet. */
  readonly today: BusinessDate;
  /** The item's own id, so that it is not its own duplicate; undefined before it has one. */
  readonly id: RecordId | undefined;
  /** The purchasing office the item belongs to; undefined when it is not chosen or not known here. */
  readonly buyer: Buyer | undefined;
  /** All items of that buyer and year, the item itself included or not. Keep the array and its objects: comparisons are remembered by them. */
  readonly yearItems: readonly SiblingItem[];
}

export interface PlanItemContext extends PlanItemSurroundings {
  /** The business date by which this item is judged. */
  readonly date: BusinessDate;
}

export const planItemRule = ruleFor<PlanItemForm, PlanItemContext>();
