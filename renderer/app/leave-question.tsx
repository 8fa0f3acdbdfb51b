// The question of ui/ask-to-leave where its kit is not there: at set-up, and in the band around every screen of the training profile.

import { type ReactNode, useId, useRef, useState } from 'react';
import { giveUpUnsaved, unsavedKind, type Unsaved } from '../bridge/unsaved';
import { LEAVING_WORDS } from '../text/leaving-words';

interface LeaveQuestion {
  /** Goes at once where nothing is unsaved, else when the person gives it up. */
  readonly ask: (go: () => void) => void;
  /** To be put anywhere on the screen. */
  readonly question: ReactNode;
}

export function useLeaveQuestion(): LeaveQuestion {
  const dialog = useRef<HTMLDialogElement>(null);
  const next = useRef<() => void>(() => undefined);
  const [kind, setKind] = useState<Unsaved>('form');
  const id = useId();
  const { title, content, leave } = LEAVING_WORDS[kind];
  return {
    ask(go) {
      const unsaved = unsavedKind();
      if (unsaved === null) {
        go();
        return;
      }
      next.current = go;
      setKind(unsaved);
      dialog.current?.showModal();
    },
    question: (
      <dialog ref={dialog} className="question" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <p>{content}</p>
        <p className="question-ways">
          <button type="button" className="question-stay" autoFocus onClick={() => { dialog.current?.close(); }}>
            留在本页
          </button>
          <button
            type="button"
            onClick={() => {
              dialog.current?.close();
              giveUpUnsaved();
              next.current();
            }}
          >
            {leave}
          </button>
        </p>
      </dialog>
    ),
  };
}
