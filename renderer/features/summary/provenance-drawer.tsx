// Whose signature a journal's figures rest on: the author's checkpoint, its key, and who vouches for that key.

import { Alert, Descriptions, Drawer, Flex } from 'antd';
import { useEffect, useState } from 'react';
import type { StationId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import type { Provenance } from '#shared/ipc/contract';
import { callDesk } from '../../bridge/desk';
import { formatMoment } from '../../text/format';
import { FailureNotice } from '../../ui/failure-notice';

export function ProvenanceDrawer({ author, onClose }: { readonly author: StationId | null; readonly onClose: () => void }) {
  const [provenance, setProvenance] = useState<Provenance | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    setProvenance(null);
    setFailure(null);
    if (author === null) return undefined;
    // A late reply about the office that stood here before must not stand under this one.
    let gone = false;
    void callDesk('provenance', { author }).then((reply) => {
      if (gone) return;
      if (reply.ok) setProvenance(reply.value);
      else setFailure(reply.error);
    });
    return () => {
      gone = true;
    };
  }, [author]);

  return (
    <Drawer title="签名依据" open={author !== null} onClose={onClose} size={640}>
      <FailureNotice failure={failure} />
      {provenance !== null && (
        <Flex vertical gap="middle">
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'name', label: '填报单位', children: provenance.name },
              { key: 'key', label: '密钥指纹', children: <span className="fingerprint">{provenance.fingerprint}</span> },
              ...(provenance.checkpoint === null
                ? []
                : [
                    { key: 'seq', label: '签名到', children: `第 ${String(provenance.checkpoint.seq)} 条` },
                    { key: 'at', label: '签名时间', children: formatMoment(provenance.checkpoint.at) },
                    { key: 'hash', label: '末条 SM3', children: <span className="code">{provenance.checkpoint.hash}</span> },
                  ]),
              {
                key: 'path',
                label: '密钥由谁准入',
                children: provenance.vouchers.map((voucher) => voucher.name).join(' ← ') || '本单位直接准入',
              },
            ]}
          />
          {provenance.checkpoint !== null && (
            <Alert
              type="success"
              showIcon
              title={`这些数字出自${provenance.name}自己签名的日志，转送单位未作改动，也不能改动。`}
            />
          )}
        </Flex>
      )}
    </Drawer>
  );
}
