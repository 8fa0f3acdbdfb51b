// Attachments of a record: add through the system's dialog, save a copy, take off. Files stay with the main process; here are references.

import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { Attachment } from '#shared/domain/fields';
import { attachmentUrl } from '#shared/ipc/origin';
import { callDesk } from '../bridge/desk';
import { formatSize } from '../text/format';
import { FailureNotice } from './failure-notice';
import type { ControlProps } from './field';
import { useTellSaved } from './tell-saved';
import './attachment-list.css';

const MAX_ATTACHMENTS = 50;

/** The control of an `attachments` field; its value is the stored shape itself. */
export function AttachmentInput({ control }: { readonly control: ControlProps<never> }) {
  const { id, value, onChange, ref, onBlur, 'aria-describedby': describedBy } = control as unknown as ControlProps<readonly Attachment[]>;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const add = async () => {
    setBusy(true);
    setFailure(null);
    const picked = await callDesk('pickAttachments', {});
    setBusy(false);
    if (picked.ok) onChange(withNew(value, picked.value));
    else setFailure(picked.error);
  };

  return (
    <div className="attachments">
      <AttachmentList
        attachments={value}
        onRemove={(sm3) => { onChange(value.filter((attachment) => attachment.sm3 !== sm3)); }}
      />
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <Button
        id={id}
        ref={ref}
        onBlur={onBlur}
        // The field's label names the button too; what it does comes after.
        aria-labelledby={`${id}-label ${id}`}
        aria-describedby={describedBy}
        loading={busy}
        disabled={value.length >= MAX_ATTACHMENTS}
        onClick={() => void add()}
      >
        添加附件
      </Button>
    </div>
  );
}

/** Attachments of a record that is only read. */
export function AttachmentView({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return <span className="soft">没有附件</span>;
  return (
    <div className="attachments">
      <AttachmentList attachments={attachments} />
    </div>
  );
}

interface ListProps {
  readonly attachments: readonly Attachment[];
  readonly onRemove?: (sm3: Attachment['sm3']) => void;
}

function AttachmentList({ attachments, onRemove }: ListProps) {
  const tellSaved = useTellSaved();
  const [shown, setShown] = useState<Attachment | null>(null);
  if (attachments.length === 0) return null;
  return (
    <>
      <ul className="attachment-list">
        {attachments.map((attachment) => (
          <li key={attachment.sm3}>
            <span className="attachment-name">{attachment.name}</span>
            <span className="soft">{formatSize(attachment.sizeBytes)}</span>
            <span className="soft code" title={`SM3 ${attachment.sm3}`}>{attachment.sm3.slice(0, 8)}</span>
            {attachment.mediaType !== 'application/pdf' && (
              <Button size="small" aria-label={`查看${attachment.name}`} onClick={() => { setShown(attachment); }}>
                查看
              </Button>
            )}
            <Button size="small" aria-label={`另存${attachment.name}`} onClick={() => void tellSaved(callDesk('saveAttachment', { sm3: attachment.sm3, name: attachment.name }))}>
              另存
            </Button>
            {onRemove !== undefined && (
              <Button size="small" type="text" danger aria-label={`移除${attachment.name}`} onClick={() => { onRemove(attachment.sm3); }}>
                移除
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Modal open={shown !== null} title={shown?.name} footer={null} width="80vw" onCancel={() => { setShown(null); }} destroyOnHidden>
        {shown !== null && <img className="attachment-image" src={attachmentUrl(shown.sm3)} alt={shown.name} />}
      </Modal>
    </>
  );
}

/** A file chosen twice is kept once. */
function withNew(held: readonly Attachment[], picked: readonly Attachment[]): readonly Attachment[] {
  const known = new Set(held.map((attachment) => attachment.sm3));
  return [...held, ...picked.filter((attachment) => !known.has(attachment.sm3))].slice(0, MAX_ATTACHMENTS);
}
