// Which items of the review list are ticked. The tick for all means every item of the list, also while its later keys still load.

import { useEffect, useMemo, useState } from 'react';
import type { RecordId } from '#shared/base/ids';
import type { GridTicks } from '../../ui/grid-ticks';
import type { ReviewRow } from './queries';

/** 'all' until every key is here, then the keys themselves: items that come later are nobody's choice. */
type Ticked = ReadonlySet<RecordId> | 'all';
const NONE: Ticked = new Set();

export interface Choice {
  /** Ticked items among those listed, in their order. */
  readonly chosen: readonly RecordId[];
  /** False while `chosen` may still grow. */
  readonly settled: boolean;
  readonly clear: () => void;
  readonly ticks: GridTicks<ReviewRow>;
}

/** `whole`: `keys` are all keys of the list. */
export function useChoice(keys: readonly RecordId[] | undefined, whole: boolean): Choice {
  const [ticked, setTicked] = useState<Ticked>(NONE);
  useEffect(() => {
    if (ticked === 'all' && whole) setTicked(new Set(keys));
  }, [ticked, whole, keys]);
  const chosen = useMemo(() => (keys ?? []).filter((key) => ticked === 'all' || ticked.has(key)), [keys, ticked]);
  const everything = ticked === 'all' || (chosen.length > 0 && chosen.length === keys?.length);

  return {
    chosen,
    settled: ticked !== 'all',
    clear: () => { setTicked(NONE); },
    ticks: {
      allLabel: '全选',
      all: everything ? 'all' : chosen.length > 0 ? 'some' : 'none',
      onTickAll: (on) => { setTicked(on ? 'all' : NONE); },
      labelOf: ({ name }) => `选择 ${name}`,
      isTicked: (row) => ticked === 'all' || ticked.has(row.id),
      onTick: ({ id }, on) => {
        const next = new Set(ticked === 'all' ? keys : ticked);
        if (on) next.add(id);
        else next.delete(id);
        setTicked(next);
      },
    },
  };
}
