// Says beside a form's title whether what was typed is safe: 已自动保存 14:03. It saves nothing itself.

import { Alert } from 'antd';
import type { Failure } from '#shared/base/result';
import { formatMoment } from '../text/format';
import { FailureNotice } from './failure-notice';
import './saved-note.css';

export type Kept =
  | { readonly phase: 'unchanged' | 'waiting' | 'saving' }
  | { readonly phase: 'saved'; readonly at: string }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'stopped'; readonly word: string };

const WORDS = {
  unchanged: '草稿自动保存',
  waiting: '正在输入',
  saving: '正在保存',
  failed: '未能保存',
  stopped: '已停止保存',
} as const;

export function SavedNote({ kept }: { readonly kept: Kept }) {
  return (
    <span className="soft saved-note" role="status">
      {kept.phase === 'saved' ? `已自动保存 ${formatMoment(kept.at).slice(-5)}` : WORDS[kept.phase]}
    </span>
  );
}

/** What went wrong with saving, in full; nothing while all is well. */
export function SavedTrouble({ kept }: { readonly kept: Kept }) {
  if (kept.phase === 'failed') return <FailureNotice failure={kept.failure} />;
  if (kept.phase !== 'stopped') return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`内容中出现“${kept.word}”，本系统不得录入国家秘密。`}
      description="这次修改没有保存，也没有留下内容，只记下了停止这件事。请删去涉密内容后继续；如属误判，请换一种说法。"
    />
  );
}
