// What stands on the desk before an item: the form of its ruling, or first a question about what was typed before: by somebody
// else, about an earlier submission, or for an item that has been decided since.

import type { RecordId } from '#shared/base/ids';
import { useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { useLive } from '../../data/live';
import { planItemSheet } from '../../text/plan-item-sheet';
import { Panel } from '../../ui/page';
import { Reading } from '../../ui/reading';
import { RecordSheet } from '../../ui/record-sheet';
import { useOpenedOnce } from '../../ui/use-opened-once';
import { HeldRuling } from './held-ruling';
import type { ReviewSubject } from './queries';
import { ReviewFrame } from './review-frame';
import { blankRuling, isAbout, layUnder } from './ruling-draft';
import { type OpenedRuling, RulingPage } from './ruling-form';
import { type ItemRuling, readItemRuling } from './ruling-reads';

export function RulingDesk({ subject }: { readonly subject: ReviewSubject }) {
  const { station, operatorId } = useWorkplace();
  const { item, standing } = subject;
  const decided = standing?.current === true && standing.outcome !== 'returned';
  const ruling = useLive(() => readItemRuling(item, station.stationId), [item, station.stationId]);
  const opened = useOpenedOnce(ruling === undefined || decided ? null : openRuling(ruling, item, operatorId));

  if (ruling === undefined) return <Reading />;
  if (!decided && opened !== null) {
    return <RulingPage key={opened.id + opened.item.hash} opened={opened} subject={subject} />;
  }
  return (
    <ReviewFrame subject={subject} reading={ruling.draft === null}>
      {ruling.draft !== null && <HeldRuling item={item} decided={decided} draft={ruling.draft} writer={ruling.writer} about={ruling.about} />}
      <Panel title="送审内容">
        <RecordSheet sections={planItemSheet(item.body)} />
      </Panel>
    </ReviewFrame>
  );
}

/** null while somebody has to be asked first. */
function openRuling({ draft, freshId }: ItemRuling, item: RowOf<'planItems'>, operator: RecordId): OpenedRuling | null {
  if (draft === null) return { id: freshId, initial: layUnder(blankRuling(item, operator), item, operator), begun: false, item };
  if (draft.typed.decidedBy !== operator || !isAbout(draft.typed, item)) return null;
  return { id: draft.id, initial: layUnder(draft.typed, item, operator), begun: true, item };
}
