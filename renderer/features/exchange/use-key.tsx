// Runs work that signs: asks for the passphrase first when the key is locked, then goes on where the user was.

import { type ReactNode, useCallback, useState } from 'react';
import { callDesk } from '../../bridge/desk';
import { useStationState } from '../../bridge/station';
import { PassphraseDialog } from '../../ui/passphrase-dialog';

/** Runs `work` once the key is open; `purpose` says in the question what needs it. */
export type WithKey = (purpose: string, work: () => void) => void;

/** `withKey(purpose, work)` runs `work` once the key is open; render `dialog` somewhere on the screen. */
export function useKey(): { readonly withKey: WithKey; readonly dialog: ReactNode } {
  const { state, refresh } = useStationState();
  const [waiting, setWaiting] = useState<{ readonly purpose: string; readonly work: () => void } | null>(null);

  const withKey = useCallback(
    (purpose: string, work: () => void) => {
      if (state.keyUnlocked) work();
      else setWaiting({ purpose, work });
    },
    [state.keyUnlocked],
  );

  const dialog = (
    <PassphraseDialog
      open={waiting !== null}
      purpose={waiting?.purpose ?? ''}
      unlock={(passphrase) => callDesk('unlockKey', { passphrase })}
      onUnlocked={() => {
        const work = waiting?.work;
        setWaiting(null);
        void refresh();
        work?.();
      }}
      onCancel={() => { setWaiting(null); }}
    />
  );
  return { withKey, dialog };
}
