// The question before the window closes on what could not be saved, or was typed and is kept by nothing. A plain dialog: at set-up and sign-in
// the kit of the desk is not there.

import { useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '#shared/base/result';
import { callDesk } from '../bridge/desk';
import { unsavedKind, type Unsaved } from '../bridge/unsaved';
import { saveBeforeClosing } from '../data/leaving';
import { sentenceOf } from '../text/errors';
import { CLOSING_WORDS } from '../text/leaving-words';

interface Asked {
  readonly failures: readonly Failure[];
  readonly unsaved: Unsaved | null;
}

export function ClosingQuestion() {
  const [{ failures, unsaved }, setAsked] = useState<Asked>({ failures: [], unsaved: null });
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(
    () =>
      saveBeforeClosing((found) => {
        setAsked({ failures: found, unsaved: unsavedKind() });
        // Asked once more while it is open, it says what is true now.
        if (dialog.current?.open === false) dialog.current.showModal();
      }),
    [],
  );
  return (
    <dialog ref={dialog} className="question" aria-labelledby={id}>
      <h2 id={id}>还有内容没有保存，是否关闭窗口</h2>
      <ul>
        {failures.map((failure) => {
          const { what, next } = sentenceOf(failure);
          return (
            <li key={failure.code}>
              最近填写的内容没有存下：{what}
              {next}
              <span className="code">（编号：{failure.code}）</span>
            </li>
          );
        })}
        {unsaved !== null && <li>{CLOSING_WORDS[unsaved]}</li>}
      </ul>
      <p>关闭窗口后，上述内容会丢失；此前已保存的内容不受影响。</p>
      <p className="question-ways">
        <button type="button" className="question-stay" autoFocus onClick={() => { dialog.current?.close(); }}>
          不关闭，继续办理
        </button>
        <button type="button" onClick={() => void callDesk('closeWindow', { may: true })}>
          不保存，关闭窗口
        </button>
      </p>
    </dialog>
  );
}
