// The station's state as the page knows it: who we are, who is signed in, whether the key is open.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { assert } from '#shared/base/assert';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import type { Station } from '#shared/domain/office';
import type { OperatorEntry, StationState } from '#shared/ipc/contract';
import { callDesk, onEvent } from './desk';

interface StationContextValue {
  readonly state: StationState;
  /** Asks the main process again, after a call that changed it. */
  readonly refresh: () => Promise<void>;
}

const StationContext = createContext<StationContextValue | null>(null);

interface StationProviderProps {
  readonly children: ReactNode;
  /** On screen until the main process has answered for the first time. */
  readonly waiting: ReactNode;
  /** On screen when that first answer is a failure: nobody waits for ever. */
  readonly trouble: (failure: Failure) => ReactNode;
}

export function StationProvider({ children, waiting, trouble }: StationProviderProps) {
  const [state, setState] = useState<StationState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const refresh = useCallback(async () => {
    const reply = await callDesk('stationState', {});
    if (reply.ok) setState(reply.value);
    else setFailure(reply.error);
  }, []);

  useEffect(() => {
    void refresh();
    return onEvent('sessionLocked', () => void refresh());
  }, [refresh]);

  const value = useMemo(() => (state === null ? null : { state, refresh }), [state, refresh]);
  if (value === null) return failure === null ? waiting : trouble(failure);
  return <StationContext.Provider value={value}>{children}</StationContext.Provider>;
}

export function useStationState(): StationContextValue {
  const value = useContext(StationContext);
  assert(value !== null, 'useStationState stands inside StationProvider');
  return value;
}

/** The station and the operator at work, for screens behind sign-in. */
export function useWorkplace(): { readonly station: Station; readonly operator: OperatorEntry; readonly operatorId: RecordId } {
  const { state } = useStationState();
  const operator = state.operators.find((entry) => entry.id === state.signedInAs);
  assert(state.station !== null && operator !== undefined, 'useWorkplace stands behind sign-in');
  return { station: state.station, operator, operatorId: operator.id };
}
