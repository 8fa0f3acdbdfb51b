// Where a record stands, in the five words, always with the same colour and always in words.

import { Tag } from 'antd';
import { STANDING_LABELS, type StandingWord } from '../text/standing';

const COLOURS: { readonly [Word in StandingWord]: string } = {
  draft: 'default',
  finalised: 'blue',
  exported: 'geekblue',
  uploaded: 'geekblue',
  received: 'purple',
  approved: 'green',
  cut: 'gold',
  returned: 'orange',
  refused: 'red',
};

export function StandingTag({ standing }: { readonly standing: StandingWord }) {
  return <Tag color={COLOURS[standing]}>{STANDING_LABELS[standing]}</Tag>;
}
