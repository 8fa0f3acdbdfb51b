// Asks for the key's passphrase. The caller does the unlocking; a wrong passphrase is said here.

import { Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { Failure, Result } from '#shared/base/result';
import { FailureNotice } from './failure-notice';

interface PassphraseDialogProps {
  readonly open: boolean;
  readonly purpose: string;
  readonly unlock: (passphrase: string) => Promise<Result<unknown, Failure>>;
  readonly onUnlocked: () => void;
  readonly onCancel: () => void;
}

export function PassphraseDialog({ open, purpose, unlock, onUnlocked, onCancel }: PassphraseDialogProps) {
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<InputRef>(null);

  const tryUnlock = async () => {
    setBusy(true);
    setFailure(null);
    const reply = await unlock(passphrase);
    setBusy(false);
    setPassphrase('');
    if (reply.ok) onUnlocked();
    else {
      setFailure(reply.error);
      field.current?.focus();
    }
  };

  return (
    <Modal
      title="输入密钥口令"
      open={open}
      okText="打开密钥"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: passphrase === '' }}
      onOk={() => void tryUnlock()}
      onCancel={() => {
        setPassphrase('');
        setFailure(null);
        onCancel();
      }}
      afterOpenChange={(shown) => {
        if (shown) field.current?.focus();
      }}
      destroyOnHidden
    >
      <p>{purpose}需要用本单位的密钥签名。密钥打开后，到锁定退出为止不再询问。</p>
      <label htmlFor="passphrase">密钥口令</label>
      <Input.Password
        id="passphrase"
        ref={field}
        value={passphrase}
        visibilityToggle={false}
        autoComplete="off"
        onChange={(event) => { setPassphrase(event.target.value); }}
        onPressEnter={() => void tryUnlock()}
      />
      <div style={{ marginTop: 12 }}>
        <FailureNotice failure={failure} />
      </div>
    </Modal>
  );
}
