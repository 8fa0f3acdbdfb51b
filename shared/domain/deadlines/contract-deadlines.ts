// Deadlines that a contract brings with it: publishing and filing it, its instalments, its end, accepting and paying.

import { addDays, type BusinessDate } from '../../base/date';
import type { RecordId } from '../../base/ids';
import { clauseById, type ClauseId, isClauseInForce } from '../../policy/clauses';
import { findProcurementMethod } from '../../policy/code-lists';
import { type Contract, DAYS_TO_SIGN } from '../contract';
import type { RequirementId } from '../finding';
import { type Deadline, type DeadlineBasis, HORIZON_DAYS, inCalendarDays, inWorkingDays } from './deadline';
import { type AcceptedFacts, DAYS_TO_PAY, isAccepted, lastAcceptance, QUIET_AFTER_DAYS, quietAfter, unpassed } from './quiet';
import { DAYS_BEFORE_END } from './watch';

export interface ContractFacts extends Pick<Contract, 'signedOn' | 'endsOn' | 'method' | 'amountFen'> {
  readonly id: RecordId;
  /** It has a filing number. */
  readonly filed: boolean;
  readonly supplierType: Contract['supplier']['type'];
  readonly schedule: readonly Pick<Contract['schedule'][number], 'dueOn' | 'amountFen'>[];
  readonly acceptances: readonly ({ readonly id: RecordId } & AcceptedFacts)[];
}

/** 政府采购法实施条例第50条. */
const WORKING_DAYS_TO_PUBLISH = 2;
/** 政府采购法第47条. */
const WORKING_DAYS_TO_FILE = 7;
/** House: how long the last acceptance may take after the end, and the cure of what did not pass. */
const DAYS_TO_ACCEPT = 30;
const DAYS_TO_CURE = 30;
/** 企业: the only kind of supplier the rules on small and medium enterprises can mean. */
const ENTERPRISE = 'P3';

/**
 * Open deadlines of one contract as of `today`, in no order: what its records already close is left out, and so is what lies
 * further ahead than HORIZON_DAYS.
 */
export function contractDeadlines(contract: ContractFacts, today: BusinessDate): readonly Deadline[] {
  const quiet = quietAfter(contract);
  if (quiet !== null && quiet < today) return [];
  const open = [...upToSigning(contract), ...instalments(contract), ...delivery(contract, today), ...cure(contract), ...payments(contract)];
  const horizon = addDays(today, HORIZON_DAYS);
  return open.filter(({ kind, dueOn }) => dueOn <= horizon && (isProvable(kind) || addDays(dueOn, QUIET_AFTER_DAYS) >= today));
}

/** A contract that is being drawn up after an award notice. `draftId` is the draft's own id. */
export function signingDeadline(draftId: RecordId, awardNoticeOn: BusinessDate): Deadline {
  return {
    key: `contract-sign/${draftId}`,
    kind: 'contract-sign',
    recordId: draftId,
    basis: clauseBasis('L20', 'R073'),
    amountFen: null,
    ...inCalendarDays(awardNoticeOn, DAYS_TO_SIGN),
  };
}

function upToSigning({ id, signedOn, filed, method, amountFen }: ContractFacts): readonly Deadline[] {
  // The ways of 2014 outside procurement are not bound by the rules on procurement contracts.
  if (findProcurementMethod(method)?.nonCompetitive === true) return [];
  const common = { recordId: id, amountFen };
  return [
    ...(inForce('L33', signedOn)
      ? [{ key: `contract-publish/${id}`, kind: 'contract-publish' as const, basis: clauseBasis('L33'), ...common, ...inWorkingDays(signedOn, WORKING_DAYS_TO_PUBLISH) }]
      : []),
    ...(!filed && inForce('L21', signedOn)
      ? [{ key: `contract-file/${id}`, kind: 'contract-file' as const, basis: clauseBasis('L21'), ...common, ...inWorkingDays(signedOn, WORKING_DAYS_TO_FILE) }]
      : []),
  ];
}

function instalments({ id, signedOn, schedule }: ContractFacts): readonly Deadline[] {
  return schedule.map(({ dueOn, amountFen }, index) => ({
    key: `instalment/${id}/${String(index + 1)}/${dueOn}`,
    kind: 'instalment',
    recordId: id,
    basis: { kind: 'agreed' },
    startedOn: signedOn,
    dueOn,
    reckoning: { unit: 'fixed' },
    amountFen,
  }));
}

function delivery(contract: ContractFacts, today: BusinessDate): readonly Deadline[] {
  const { id, signedOn, endsOn, amountFen } = contract;
  if (isAccepted(contract)) return [];
  if (today > endsOn) {
    // It was organised; that it did not pass is asked about by itself.
    if ((lastAcceptance(contract)?.acceptedOn ?? '') >= endsOn) return [];
    return [{ key: `contract-accept/${id}/${endsOn}`, kind: 'contract-accept', recordId: id, basis: { kind: 'house' }, amountFen, ...inCalendarDays(endsOn, DAYS_TO_ACCEPT) }];
  }
  if (addDays(today, DAYS_BEFORE_END) < endsOn) return [];
  return [{ key: `contract-end/${id}/${endsOn}`, kind: 'contract-end', recordId: id, basis: { kind: 'house' }, startedOn: signedOn, dueOn: endsOn, reckoning: { unit: 'fixed' }, amountFen }];
}

/** What did not pass, or passed in part only, is cured and accepted again, whether the contract has ended or not. */
function cure(contract: ContractFacts): readonly Deadline[] {
  const fault = unpassed(contract);
  if (fault === null) return [];
  return [{ key: `acceptance-cure/${fault.id}`, kind: 'acceptance-cure', recordId: fault.id, basis: { kind: 'house' }, amountFen: contract.amountFen, ...inCalendarDays(fault.acceptedOn, DAYS_TO_CURE) }];
}

function payments({ supplierType, acceptances }: ContractFacts): readonly Deadline[] {
  if (supplierType !== ENTERPRISE) return [];
  return acceptances
    .filter(({ acceptedOn, payableFen }) => payableFen > 0 && inForce('L58', acceptedOn))
    .map(({ id, acceptedOn, payableFen }) => ({
      key: `acceptance-pay/${id}`,
      kind: 'acceptance-pay',
      recordId: id,
      basis: clauseBasis('L58'),
      amountFen: payableFen,
      ...inCalendarDays(acceptedOn, DAYS_TO_PAY),
    }));
}

/** A filing number and an acceptance close these in the records themselves, so they are asked for as long as the contract is open. */
function isProvable(kind: Deadline['kind']): boolean {
  return kind === 'contract-file' || kind === 'contract-accept' || kind === 'acceptance-cure';
}

function clauseBasis(clause: ClauseId, requirement?: RequirementId): DeadlineBasis {
  return requirement === undefined ? { kind: 'clause', clause } : { kind: 'clause', clause, requirement };
}

function inForce(clause: ClauseId, date: BusinessDate): boolean {
  return isClauseInForce(clauseById(clause), date);
}
