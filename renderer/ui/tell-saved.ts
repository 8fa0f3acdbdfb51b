// One way of saying what became of a file that was to be saved: its name, that nothing was saved, or what failed until it is closed.

import { App } from 'antd';
import { useCallback } from 'react';
import type { Failure, Result } from '#shared/base/result';
import type { SavedFile } from '#shared/ipc/contract';
import { sentenceOf } from '../text/errors';

const KEY = 'saved';

export type Saved = Result<SavedFile, Failure>;

/** `what` was written, for the sentence: 120 行. Making the file may throw, which is told as well. */
export function useTellSaved(): (saving: Promise<Saved>, what?: () => string) => Promise<void> {
  const { message, notification } = App.useApp();
  return useCallback(
    async (saving, what) => {
      const saved = await saving.catch((): Saved => ({ ok: false, error: { code: 'file.not-made' } }));
      // What failed before is out of date.
      notification.destroy(KEY);
      if (!saved.ok) {
        const { what, safety, next } = sentenceOf(saved.error);
        // Not over the buttons in the page's head.
        notification.error({ key: KEY, title: what, description: `${safety}${next}（${saved.error.code}）`, duration: 0, placement: 'bottomRight' });
      } else if (saved.value.fileName === null) void message.info('已取消，没有另存文件。');
      else void message.success(`已另存为 ${saved.value.fileName}${what === undefined ? '' : `，${what()}`}`);
    },
    [message, notification],
  );
}
