// Until when a contract may still have a deadline: reckoned from its dates, amounts and acceptances alone, so that it can be kept
// beside the record. It cites no limit; contract-deadlines.ts does.

import { addDays, type BusinessDate } from '../../base/date';
import type { Acceptance } from '../acceptance';
import type { Contract } from '../contract';

/** A deadline that nobody marked as settled, and no record can close, is shown so many days beyond its day. */
export const QUIET_AFTER_DAYS = 90;
/** 保障中小企业款项支付条例第9条. */
export const DAYS_TO_PAY = 30;
/** Calendar days that the working days after a signature never exceed, wherever the holidays fall. */
export const MOST_DAYS_AFTER_SIGNING = 30;

export type AcceptedFacts = Pick<Acceptance, 'acceptedOn' | 'outcome' | 'payableFen'>;

export interface QuietFacts<Accepted extends AcceptedFacts = AcceptedFacts> extends Pick<Contract, 'signedOn' | 'endsOn' | 'amountFen'> {
  readonly schedule: readonly Pick<Contract['schedule'][number], 'dueOn'>[];
  readonly acceptances: readonly Accepted[];
}

/** The last day on which the contract has any deadline; null while acceptance is outstanding. */
export function quietAfter(contract: QuietFacts): BusinessDate | null {
  if (!isAccepted(contract)) return null;
  const { signedOn, endsOn, schedule, acceptances } = contract;
  const days = [addDays(signedOn, MOST_DAYS_AFTER_SIGNING), endsOn, ...schedule.map(({ dueOn }) => dueOn), ...acceptances.map(({ acceptedOn }) => addDays(acceptedOn, DAYS_TO_PAY))];
  return addDays(days.reduce((latest, day) => (day > latest ? day : latest)), QUIET_AFTER_DAYS);
}

/**
 * Accepted in full, or passed for the last time: what passed at the end or after it stays, even where it is less than agreed. What
 * failed, or passed in part only, ends nothing: the supplier answers for quantity, quality and effect (80号文 三(四)3, 保证服务数量、
 * 质量和效果), and the buyer's duty to inspect the results goes on until they pass.
 */
export function isAccepted(contract: QuietFacts): boolean {
  const last = lastAcceptance(contract);
  return isPayableInFull(contract) || (last?.outcome === 'passed' && last.acceptedOn >= contract.endsOn);
}

/** The latest acceptance where it did not pass whole: something is to be cured and accepted again. Null where nothing is. */
export function unpassed<Accepted extends AcceptedFacts>(contract: QuietFacts<Accepted>): Accepted | null {
  const last = lastAcceptance(contract);
  return last === null || last.outcome === 'passed' || isPayableInFull(contract) ? null : last;
}

/** The latest by day; of one day the one that passed, since the cure comes after the fault. */
export function lastAcceptance<Accepted extends AcceptedFacts>({ acceptances }: QuietFacts<Accepted>): Accepted | null {
  return acceptances.reduce<Accepted | null>((last, one) => {
    if (last === null || one.acceptedOn > last.acceptedOn) return one;
    return one.acceptedOn === last.acceptedOn && one.outcome === 'passed' ? one : last;
  }, null);
}

/** All that was agreed has been accepted: what an acceptance makes payable is what it accepted (R005). */
function isPayableInFull({ amountFen, acceptances }: QuietFacts): boolean {
  return acceptances.reduce((sum, { payableFen }) => sum + BigInt(payableFen), 0n) >= BigInt(amountFen);
}
