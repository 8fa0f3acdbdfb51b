// Holds the screens back until the tables have caught up with the journals, with progress; never opens silently empty.

import { Button, Progress } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { setRestoring } from '../bridge/restoring';
import { rebuildNow, startData, syncNow } from '../data/start';
import { useSyncState } from '../data/sync-store';
import { createWorkerPort } from '../data/worker-port';
import { useAskToLeave } from '../ui/ask-to-leave';
import { FailureNotice } from '../ui/failure-notice';

/** Lines are gone from a journal or can be read no more: a backup may have them. */
const LOST: ReadonlySet<string> = new Set(['projection.journal-behind', 'projection.read-failed']);

export function SyncGate({ children }: { readonly children: ReactNode }) {
  const { shown, opened } = useSyncState();

  useEffect(() => {
    void startData(createWorkerPort);
  }, []);

  // Screens that were open stay mounted behind the notice: what is being typed there must not go with them.
  return (
    <>
      <SyncNotice />
      {opened > 0 && <div style={{ display: shown ? 'contents' : 'none' }}>{children}</div>}
    </>
  );
}

function SyncNotice() {
  const { phase, shown, done, total, error } = useSyncState();
  const ask = useAskToLeave();
  if (phase === 'failed') {
    const lost = error !== null && LOST.has(error.code);
    return (
      <div className="desk-loading">
        <FailureNotice failure={error ?? { code: 'sync.failed' }} />
        <p>
          <Button onClick={() => void syncNow()}>重试</Button>{' '}
          {lost && (
            <>
              <Button type="primary" onClick={() => { ask(() => { setRestoring('choosing'); }); }}>
                从备份恢复
              </Button>{' '}
            </>
          )}
          <Button type={lost ? 'default' : 'primary'} onClick={() => void rebuildNow()}>
            从日志重新整理
          </Button>
        </p>
      </div>
    );
  }
  if (shown) return null;
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <div className="desk-loading" role="status">
      <p>{phase === 'rebuilding' ? '正在从日志重新整理数据，已保存的内容都在。' : '正在核对日志。'}</p>
      {total > 0 && (
        <>
          <Progress percent={percent} style={{ maxWidth: 420, margin: '0 auto' }} />
          <p className="soft">
            {done.toLocaleString('zh-CN')} / {total.toLocaleString('zh-CN')} 条
          </p>
        </>
      )}
    </div>
  );
}
