// Where a record stands, in the five words, always with the same colour and always in words.

import { Tag } from 'antd';
import type { Standing } from '#shared/domain/status';
import { standingLabel } from '../text/standing';

const COLOURS = {
  draft: 'default',
  finalised: 'blue',
  exported: 'geekblue',
  uploaded: 'geekblue',
  received: 'purple',
  approved: 'green',
  cut: 'gold',
  returned: 'orange',
  refused: 'red',
} as const;

export function StandingTag({ standing }: { readonly standing: Standing }) {
  return <Tag color={COLOURS[standing.word === 'decided' ? standing.outcome : standing.word]}>{standingLabel(standing)}</Tag>;
}
