// One project: a new or own draft opens as the form, another operator's draft for review, a submitted one to be read.

import { Navigate } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import { formatYuan } from '#shared/base/money';
import type { RecordId } from '#shared/base/ids';
import { catalogueInForce } from '#shared/policy/catalogue';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { OUTCOME_LABELS } from '../../text/standing';
import type { FindingView } from '../../ui/findings';
import { useRouteId } from '../../ui/use-route-id';
import { useSame } from '../../ui/use-same';
import { nextNumber, readDraft } from './drafts';
import PlanFormPage from './plan-form-page';
import { formPathOf } from './plan-fields';
import type { PlanNeighbours } from './plan-report';
import { PlanReviewPage } from './plan-review-page';
import { PlanSheetPage } from './plan-sheet-page';
import { blankPlan } from './plan-typed';
import { usePlanYear } from './plan-year';
import { type PlanSubject, readBuyers, readSiblings, readSubject, readTakenNumbers } from './queries';

export function PlanRecordPage() {
  const id = useRouteId('id');
  return id === undefined ? <Navigate to="/plan" replace /> : <PlanRecord key={id} id={id} />;
}

function PlanRecord({ id }: { readonly id: RecordId }) {
  const { station, operatorId } = useWorkplace();
  const own = station.stationId;
  const [asked] = usePlanYear();
  const subject = useLive(() => readSubject(id), [id]);
  const year = subject?.draft?.body.year ?? subject?.item?.body.year ?? asked;
  const buyers = useSame(useLive(() => readBuyers(own), [own]));
  const siblings = useSame(useLive(() => readSiblings(own, year, id), [own, year, id]));
  const taken = useLive(() => readTakenNumbers(own, year), [own, year]);
  // A form's own saving must not draw it again.
  const neighbours = useSame(buyers === undefined || siblings === undefined ? undefined : { buyers, siblings });
  if (subject === undefined || neighbours === undefined || taken === undefined) return <div className="desk-loading" role="status">正在打开</div>;

  const { draft, item } = subject;
  if (draft !== null) {
    const held = readDraft(draft.body, draft.by);
    if (held.preparedBy !== operatorId) return <PlanReviewPage row={draft} neighbours={neighbours} />;
    return (
      <PlanFormPage key="form" id={id} basedOnRev={draft.body.basedOnRev} draft={held} neighbours={neighbours} {...rulingOf(subject)} />
    );
  }
  if (item !== null) return <PlanSheetPage subject={{ ...subject, item }} />;
  return <PlanFormPage key="form" id={id} basedOnRev={0} draft={freshDraft(year, taken, neighbours, operatorId)} neighbours={neighbours} opinions={NONE} ruling={null} />;
}

const NONE: readonly FindingView[] = [];

function freshDraft(year: number, taken: readonly string[], { buyers }: PlanNeighbours, operator: RecordId) {
  const [first, second] = buyers;
  const typed = blankPlan({
    year,
    number: nextNumber(year, taken),
    buyerId: first !== undefined && second === undefined ? first.id : '',
    catalogueVersion: catalogueInForce(todayInShanghai(Date.now()))?.id ?? '',
  });
  return { typed, preparedBy: operator, forReview: false };
}

/** What the finance office said of the revision that is being changed. */
function rulingOf({ decision }: PlanSubject): { readonly opinions: readonly FindingView[]; readonly ruling: string | null } {
  if (decision === null) return { opinions: NONE, ruling: null };
  const { outcome, opinion, documentNumber, amountFen, fieldOpinions } = decision.body;
  const amount = outcome === 'cut' ? `，审定 ${formatYuan(amountFen)} 元` : '';
  return {
    ruling: `${documentNumber}：${OUTCOME_LABELS[outcome]}${amount}${opinion === '' ? '' : `。${opinion}`}`,
    opinions: fieldOpinions.map(({ field, opinion: words }) => ({
      rule: 'decision.field-opinion',
      severity: 'info',
      field: formPathOf(field),
      sentence: `审定意见：${words}`,
      clause: documentNumber,
    })),
  };
}
