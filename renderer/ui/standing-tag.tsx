// Where a record stands, in the five words, always with the same tone and always in words.

import type { Standing } from '#shared/domain/status';
import { standingLabel } from '../text/standing';
import { Tag, type Tone } from './tag';

const TONE_OF = {
  draft: 'plain',
  finalised: 'ready',
  exported: 'sent',
  uploaded: 'sent',
  received: 'held',
  approved: 'go',
  cut: 'warn',
  returned: 'warn',
  refused: 'stop',
} as const satisfies Record<string, Tone>;

export function StandingTag({ standing }: { readonly standing: Standing }) {
  return <Tag tone={TONE_OF[standing.word === 'decided' ? standing.outcome : standing.word]}>{standingLabel(standing)}</Tag>;
}
