// A short form in a dialog: opens blank, says what its schema or the main process has against it, closes when it is done.

import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import type { Failure, Result } from '#shared/base/result';
import { FailureNotice } from './failure-notice';
import { FormShell, useTypedForm } from './form-shell';

interface FormDialogProps<Typed extends FieldValues, Stored> {
  readonly title: string;
  readonly open: boolean;
  readonly okText: string;
  readonly schema: z.ZodType<Stored, Typed>;
  readonly blank: Typed;
  readonly submit: (stored: Stored) => Promise<Result<unknown, Failure>>;
  readonly onClose: () => void;
  /** The fields, on the form grid's twelve columns. */
  readonly children: ReactNode;
}

export function FormDialog<Typed extends FieldValues, Stored>({
  title,
  open,
  okText,
  schema,
  blank,
  submit,
  onClose,
  children,
}: FormDialogProps<Typed, Stored>) {
  const form = useTypedForm<Typed, Stored>(schema, blank);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const close = () => {
    form.reset(blank);
    setFailure(null);
    onClose();
  };
  const run = async (stored: Stored) => {
    setBusy(true);
    const reply = await submit(stored);
    setBusy(false);
    if (reply.ok) close();
    else setFailure(reply.error);
  };

  return (
    <Modal
      title={title}
      open={open}
      okText={okText}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => void form.handleSubmit(run)()}
      onCancel={close}
      destroyOnHidden
    >
      <FormShell form={form} label={title} onSubmit={run}>
        <div className="form-grid">{children}</div>
        <FailureNotice failure={failure} />
      </FormShell>
    </Modal>
  );
}
