// What an acceptance's rules see: the form as far as it is filled, the contract, and what was accepted under it before.

import type { BusinessDate } from '../../../base/date';
import type { RecordId } from '../../../base/ids';
import type { Acceptance } from '../../acceptance';
import type { Contract } from '../../contract';
import { sumOf } from '../reading';
import { type Loose, ruleFor } from '../rule';

export type AcceptanceForm = Loose<Acceptance>;

export interface AcceptanceContext {
  readonly today: BusinessDate;
  /** The acceptance's own id; undefined before it has one. */
  readonly id: RecordId | undefined;
  /** Latest revision of the contract; undefined when it is not here. */
  readonly contract:
    | ({ readonly rev: number } & Pick<Contract, 'lines' | 'amountFen' | 'signedOn' | 'startsOn' | 'handledBy'>)
    | undefined;
  /** Catalogue code of the plan item behind the contract; category 1 is a public service. */
  readonly catalogueCode: string | undefined;
  /** All acceptances under the contract, this one included or not. */
  readonly acceptances: readonly ({ readonly id: RecordId } & Pick<Acceptance, 'lines' | 'payableFen'>)[];
}

export const acceptanceRule = ruleFor<AcceptanceForm, AcceptanceContext>();

/** The other acceptances under the contract. */
export function otherAcceptances({ id, acceptances }: AcceptanceContext): AcceptanceContext['acceptances'] {
  return acceptances.filter((other) => other.id !== id);
}

/** Quantity of a contract line that the other acceptances took. */
export function acceptedElsewhere(context: AcceptanceContext, lineNo: number): number {
  const taken = otherAcceptances(context).flatMap(({ lines }) => lines.filter((line) => line.lineNo === lineNo));
  return sumOf(taken.map((line) => line.acceptedE4)) ?? 0;
}
