// Until when a contract may still have a deadline: reckoned from its dates and amounts alone, so that it can be kept beside the
// record. It cites no clause; contract-deadlines.ts does.

import { addDays, type BusinessDate } from '../../base/date';
import type { Acceptance } from '../acceptance';
import type { Contract } from '../contract';

/** A deadline that nobody marked as settled, and no record can close, is shown so many days beyond its day. */
export const QUIET_AFTER_DAYS = 90;
/** 保障中小企业款项支付条例第9条. */
export const DAYS_TO_PAY = 30;

export interface QuietFacts extends Pick<Contract, 'signedOn' | 'endsOn' | 'amountFen'> {
  readonly schedule: readonly Pick<Contract['schedule'][number], 'dueOn'>[];
  readonly acceptances: readonly Pick<Acceptance, 'acceptedOn' | 'payableFen'>[];
}

/** The last day on which the contract has any deadline; null while acceptance is outstanding. */
export function quietAfter(contract: QuietFacts): BusinessDate | null {
  if (!isAccepted(contract)) return null;
  const { signedOn, endsOn, schedule, acceptances } = contract;
  const days = [signedOn, endsOn, ...schedule.map(({ dueOn }) => dueOn), ...acceptances.map(({ acceptedOn }) => addDays(acceptedOn, DAYS_TO_PAY))];
  return addDays(days.reduce((latest, day) => (day > latest ? day : latest)), QUIET_AFTER_DAYS);
}

/** Accepted in full, or for the last time: what was accepted at the end or after it stays, even where it is less than agreed. */
export function isAccepted({ endsOn, amountFen, acceptances }: Pick<QuietFacts, 'endsOn' | 'amountFen' | 'acceptances'>): boolean {
  if (acceptances.some(({ acceptedOn }) => acceptedOn >= endsOn)) return true;
  return acceptances.reduce((sum, { payableFen }) => sum + BigInt(payableFen), 0n) >= BigInt(amountFen);
}
