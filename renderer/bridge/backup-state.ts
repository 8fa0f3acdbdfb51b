// How backups stand, as the main process last said it: asked again now and then, because they are made by themselves.

import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { BackupState } from '#shared/ipc/backup';
import { callDesk } from './desk';

const ASK_EVERY_MS = 60_000;

interface BackupStateReader {
  /** undefined: not answered yet. */
  readonly state: BackupState | undefined;
  readonly failure: Failure | null;
  readonly refresh: () => Promise<void>;
  readonly take: (state: BackupState) => void;
}

export function useBackupState(): BackupStateReader {
  const [state, take] = useState<BackupState>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const refresh = useCallback(async () => {
    const reply = await callDesk('backupState', {});
    if (reply.ok) take(reply.value);
    setFailure(reply.ok ? null : reply.error);
  }, []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), ASK_EVERY_MS);
    return () => { clearInterval(timer); };
  }, [refresh]);
  return { state, failure, refresh, take };
}
