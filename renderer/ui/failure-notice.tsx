// Shows an expected failure as words: what happened, whether the data is safe, what to do next, and its number.

import { Alert } from 'antd';
import type { Failure } from '#shared/base/result';
import { sentenceOf } from '../text/errors';

export function FailureNotice({ failure, onClose }: { readonly failure: Failure | null; readonly onClose?: () => void }) {
  if (failure === null) return null;
  const { what, safety, next } = sentenceOf(failure);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={what}
      description={
        <>
          <div>{safety}</div>
          <div>{next}</div>
          <div className="soft">编号：{failure.code}</div>
        </>
      }
      {...(onClose === undefined ? {} : { closable: true, onClose })}
    />
  );
}
