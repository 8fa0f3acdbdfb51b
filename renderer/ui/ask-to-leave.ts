// The question before what was begun and is kept by nothing is left behind.

import { App } from 'antd';
import { useCallback } from 'react';
import { giveUpUnsaved, unsavedKind } from '../bridge/unsaved';
import { LEAVING_WORDS } from '../text/leaving-words';

/** Goes at once where nothing is unsaved, else when the person gives it up. */
export function useAskToLeave(): (go: () => void) => void {
  const { modal } = App.useApp();
  return useCallback(
    (go) => {
      const kind = unsavedKind();
      if (kind === null) {
        go();
        return;
      }
      const { title, content, leave } = LEAVING_WORDS[kind];
      modal.confirm({
        title,
        content,
        okText: leave,
        cancelText: '留在本页',
        autoFocusButton: 'cancel',
        onOk: () => {
          giveUpUnsaved();
          go();
        },
      });
    },
    [modal],
  );
}
