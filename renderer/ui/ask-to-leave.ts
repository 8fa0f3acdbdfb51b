// The question before what was typed and is kept by nothing is left behind.

import { App } from 'antd';
import { useCallback } from 'react';
import { giveUpUnsaved, isUnsaved } from '../bridge/unsaved';

/** Goes at once where nothing is unsaved, else when the person gives it up. */
export function useAskToLeave(): (go: () => void) => void {
  const { modal } = App.useApp();
  return useCallback(
    (go) => {
      if (!isUnsaved()) {
        go();
        return;
      }
      modal.confirm({
        title: '刚才填写的内容还没有保存',
        content: '离开后这些内容会丢失，已保存的内容不受影响。要留住的，请留在本页，先点“保存”。',
        okText: '不保存，离开',
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
