// The last questions about a form that saves itself: before it becomes official, and before it goes into the bin. What was typed
// last is saved first either way. It writes nothing itself.

import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure, Result } from '#shared/base/result';
import { binQuestion } from './bin-question';
import type { Kept } from './saved-note';

export interface DraftInHand {
  readonly state: Kept;
  /** Saves what is still waiting. */
  readonly settle: () => Promise<Kept>;
  /** Forgets what is still waiting. */
  readonly abandon: () => void;
}

export interface LastQuestion {
  readonly title: string;
  readonly content: ReactNode;
}

interface LastAct {
  readonly write: () => Promise<Result<unknown, Failure>>;
  /** The route to go to once it is written. */
  readonly to: string;
}

export function useLastQuestions(draft: DraftInHand) {
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);

  const isStopped = ({ phase }: Kept): boolean => {
    if (phase === 'stopped') void message.warning('内容涉密，已停止保存，不能定稿；请先按页首的提示删去。');
    return phase === 'stopped';
  };

  /** Asks, and on a yes writes the official record. */
  const finalise = (question: LastQuestion, okText: string, { write, to }: LastAct) => {
    if (isStopped(draft.state)) return;
    void modal.confirm({
      ...question,
      okText,
      cancelText: '再看看',
      onOk: async () => {
        if (isStopped(await draft.settle())) return;
        const reply = await write();
        if (!reply.ok) {
          setFailure(reply.error);
          return;
        }
        draft.abandon();
        void navigate(to, { replace: true });
      },
    });
  };

  /** Asks, and on a yes throws the draft away, with the last that was typed in it. */
  const remove = (title: string, okText: string, { write, to }: LastAct) => {
    const drop = async () => {
      await draft.settle();
      // Before the bin: what could not be saved is not tried again once the draft has gone.
      draft.abandon();
      const reply = await write();
      if (reply.ok) void navigate(to, { replace: true });
      else setFailure(reply.error);
    };
    void modal.confirm(binQuestion(title, drop, okText));
  };

  return { failure, setFailure, finalise, remove };
}
