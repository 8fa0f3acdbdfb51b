// Two years of a unit's made-up business, put down at its desk step by step. Which bundles go when is the story's business.

import { addDays, type BusinessDate } from '#shared/base/date';
import type { Contract } from '#shared/domain/contract';
import type { Decision, DecisionOutcome } from '#shared/domain/decision';
import type { PlanItem } from '#shared/domain/plan-item';
import type { Change } from '#shared/ipc/contract';
import type { RecordId } from '#shared/base/ids';
import type { TrainingDesk } from './desk';
import { draftFor } from './drafts';
import { acceptanceFor, contractFor, decisionFor, earlier, revised, type Submitted } from './followers';
import { type PlanMaker, planItemFor } from './plan-items';
import { projectAt } from './projects';
import type { Chance } from './seeded';

/** Chairs, by the order of an office's people. */
const [PREPARER, REVIEWER, ACCEPTOR] = [0, 1, 2];
const DECIDER = 1;

export interface Decided {
  readonly submitted: Submitted;
  readonly decision: Decision & { readonly id: RecordId };
}

export interface Setting {
  readonly today: BusinessDate;
  readonly chance: Chance;
}

/** How the bureau rules, in so many of a hundred. */
const RULINGS: readonly (readonly [share: number, outcome: DecisionOutcome])[] = [[70, 'approved'], [86, 'cut'], [95, 'returned'], [100, 'refused']];

export interface UnitBusiness {
  /** Finalises so many new items of a year. */
  submit(year: number, count: number): Promise<readonly Submitted[]>;
  draft(year: number, count: number): Promise<void>;
  /** Returned items, put right and finalised again. */
  resubmit(returned: readonly Decided[]): Promise<readonly Submitted[]>;
  /** Contracts on so many of a hundred items that were granted money, and acceptances on so many of these. */
  perform(decided: readonly Decided[], shares: { readonly contracts: number; readonly acceptances: number }): Promise<void>;
}

export async function unitBusiness(desk: TrainingDesk, { today, chance }: Setting): Promise<UnitBusiness> {
  const { seat, name } = desk.office;
  if (seat === 'county') throw new Error('invariant: a bureau prepares nothing in training');
  const [preparedBy, reviewedBy, acceptedBy] = [PREPARER, REVIEWER, ACCEPTOR].map((chair) => desk.operators[chair ?? 0]);
  if (preparedBy === undefined || reviewedBy === undefined || acceptedBy === undefined) throw new Error('invariant: a unit has three people');
  const maker: PlanMaker = { buyerId: await desk.buyerId(), office: name, preparedBy, reviewedBy };
  const numbers = new Map<number, number>();

  const newItem = (year: number): PlanItem => {
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    return planItemFor(maker, { year, number, project: projectAt(seat, number - 1), window: submissionWindow(year, today) }, chance);
  };
  const put = (table: string, id: RecordId, rev: number, body: object): Change => ({ op: 'put', table, id, rev, body: body as Record<string, never> });

  const finalise = async (items: readonly { readonly id: RecordId; readonly rev: number; readonly item: PlanItem }[]): Promise<readonly Submitted[]> => {
    await desk.sit(REVIEWER);
    const lines = await desk.write('official', items.map(({ id, rev, item }) => put('planItems', id, rev, item)));
    return items.flatMap((one, index) => {
      const line = lines[index];
      return line === undefined ? [] : [{ ...one, hash: line.hash }];
    });
  };

  return {
    submit: (year, count) => finalise(Array.from({ length: count }, () => ({ id: desk.newId(), rev: 1, item: newItem(year) }))),

    async draft(year, count) {
      await desk.sit(PREPARER);
      await desk.write('working', Array.from({ length: count }, (_, index) => put('drafts', desk.newId(), 1, draftFor(newItem(year), index % 2 === 1))));
    },

    resubmit: (returned) =>
      finalise(returned.map(({ submitted: { id, rev, item }, decision }) => ({ id, rev: rev + 1, item: revised(item, decision, today, chance) }))),

    async perform(decided, { contracts: contractShare, acceptances: acceptanceShare }) {
      const contracts: (Contract & { readonly id: RecordId })[] = [];
      for (const { submitted, decision } of decided) {
        if (decision.amountFen === 0 || !chance.percent(contractShare)) continue;
        const contract = contractFor(submitted, decision, preparedBy, today, chance);
        if (contract !== null) contracts.push({ ...contract, id: desk.newId() });
      }
      await desk.sit(PREPARER);
      await desk.write('official', contracts.map(({ id, ...contract }) => put('contracts', id, 1, contract)));
      const acceptances = contracts.flatMap((contract) => (chance.percent(acceptanceShare) ? (acceptanceFor(contract, acceptedBy, today, chance) ?? []) : []));
      await desk.sit(ACCEPTOR);
      await desk.write('official', acceptances.map((acceptance) => put('acceptances', desk.newId(), 1, acceptance)));
    },
  };
}

/** The bureau rules on what it holds. */
export async function decideAll(county: TrainingDesk, submitted: readonly Submitted[], { today, chance }: Setting, outcome?: DecisionOutcome): Promise<readonly Decided[]> {
  const decidedBy = county.operators[DECIDER];
  if (decidedBy === undefined) throw new Error('invariant: a bureau has two people');
  const decided = submitted.map((one): Decided => {
    const ruling = outcome ?? rule(chance);
    return { submitted: one, decision: { id: county.newId(), ...decisionFor(one, ruling, decidedBy, today, chance) } };
  });
  await county.sit(DECIDER);
  await county.write('official', decided.map(({ decision: { id, ...body } }) => ({ op: 'put', table: 'decisions', id, rev: 1, body: body as unknown as Record<string, never> })));
  return decided;
}

function rule(chance: Chance): DecisionOutcome {
  const drawn = chance.whole(1, 100);
  return RULINGS.find(([share]) => drawn <= share)?.[1] ?? 'approved';
}

/** With the budget: from the autumn before to the spring of the year, and never after today. */
function submissionWindow(year: number, today: BusinessDate): readonly [BusinessDate, BusinessDate] {
  const latest = earlier(addDays(today, -1), `${String(year)}-03-20`);
  return [earlier(`${String(year - 1)}-10-08`, latest), latest];
}
