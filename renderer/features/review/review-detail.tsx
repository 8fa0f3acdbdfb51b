// One submitted item and the word on it: the item read through and the ruling at the foot, or what was decided.

import { useLive } from '../../data/live';
import { NotFound } from '../../ui/not-found';
import { Reading } from '../../ui/reading';
import { useRouteId } from '../../ui/use-route-id';
import { readReviewSubject } from './queries';
import { RulingDesk } from './ruling-desk';

export function ReviewDetail() {
  const id = useRouteId('itemId');
  const subject = useLive(() => (id === undefined ? null : readReviewSubject(id)), [id]);
  if (subject === undefined) return <Reading />;
  if (subject === null) return <NotFound title="计划审定" words="没有找到这个项目" list="/review" />;
  return <RulingDesk key={subject.item.id} subject={subject} />;
}
