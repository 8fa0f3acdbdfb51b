// 接手编制: asked before it is done, wherever it is offered; what came of it goes back to who offered it.

import { App } from 'antd';
import { useCallback } from 'react';
import { useWorkplace } from '../../bridge/station';
import type { SaveResult } from '../../data/commit';
import type { RowOf } from '../../data/db';
import { takeOverDraft } from './commands';

/** `preparer` is the name of who has prepared the draft so far. */
export type AskTakeOver = (row: RowOf<'drafts'>, preparer: string, onDone: (taken: SaveResult) => void) => void;

export function useTakeOver(): AskTakeOver {
  const { operatorId } = useWorkplace();
  const { modal } = App.useApp();
  return useCallback(
    (row, preparer, onDone) => {
      modal.confirm({
        title: '由您接手编制？',
        content: `接手后您是编制人，对全部内容负责，不能再审核；审核定稿改由 ${preparer} 或其他经办人办理。`,
        okText: '接手编制',
        cancelText: '取消',
        onOk: async () => { onDone(await takeOverDraft(row, operatorId)); },
      });
    },
    [modal, operatorId],
  );
}
