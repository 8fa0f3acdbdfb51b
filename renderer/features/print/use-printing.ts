// Who prints, where and when: settled once when the preview opens, so that the sheets keep still.

import { useState } from 'react';
import { useStationState, useWorkplace } from '../../bridge/station';
import type { Printing } from './printed-mark';

export function usePrinting(): Printing {
  const { station, operator } = useWorkplace();
  const { environment } = useStationState().state;
  const [printing] = useState(() => ({
    office: station.name,
    operator: operator.name,
    at: new Date().toISOString(),
    training: environment === 'training',
  }));
  return printing;
}
