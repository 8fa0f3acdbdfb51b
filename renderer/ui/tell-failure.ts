// A failure in the window's corner, for what has no place of its own on the page. It stays until it is closed.

import { App } from 'antd';
import { useCallback } from 'react';
import type { Failure } from '#shared/base/result';
import { sentenceOf } from '../text/errors';

export function useTellFailure(): (failure: Failure) => void {
  const { notification } = App.useApp();
  return useCallback(
    (failure) => {
      const { what, safety, next } = sentenceOf(failure);
      // Not over the buttons in the page's head.
      notification.error({ title: what, description: `${safety}${next}（${failure.code}）`, duration: 0, placement: 'bottomRight' });
    },
    [notification],
  );
}
