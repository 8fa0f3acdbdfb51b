// Step 4 报告: what came of restoring, where the former state lies, and what to do next; or why it came to nothing and how things stand.

import { Alert, Button, Descriptions } from 'antd';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { RestoreReport } from '#shared/ipc/backup';
import { callDesk } from '../../bridge/desk';
import { mayLackSent } from '../../text/backup-words';
import { formatMoment } from '../../text/format';
import { FailureNotice } from '../../ui/failure-notice';
import { StepHeading } from './step-heading';

export function ReportStep({ report }: { readonly report: RestoreReport }) {
  const dataFolder = useDataFolder();
  const { name, madeAt, gained, kept, dropped, fromBundles, unreadable, copyFolder } = report;
  const lines = (count: number) => `${count.toLocaleString('zh-CN')} 条日志`;
  return (
    <>
      <StepHeading>恢复完成</StepHeading>
      <Alert type="success" showIcon title={`“${name}”已恢复，并已打开核对完好。`} />
      {mayLackSent(report) && (
        <Alert
          type="warning"
          showIcon
          title={`${formatMoment(madeAt)} 以后如果报送过数据包，请先联系上级，再继续办理。`}
          description="那些数据包里的记录，本机现在可能没有。直接继续办理，本机与上级的记录会对不上，上级将拒收以后的数据包。先问清上级签收到哪一天、哪一个数据包；备份之后没有报送过的，可以直接办理。"
        />
      )}
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'moment', label: '备份时间', children: formatMoment(madeAt) },
          { key: 'gained', label: '从备份找回', children: lines(gained) },
          { key: 'kept', label: '备份之后写入、已保留', children: lines(kept) },
          ...(fromBundles > 0 ? [{ key: 'bundles', label: '从导出的数据包找回', children: lines(fromBundles) }] : []),
          ...(dropped > 0 ? [{ key: 'dropped', label: '与备份对不上、不再作数', children: lines(dropped) }] : []),
          ...(unreadable > 0 ? [{ key: 'unreadable', label: '读不出来、要重新录入', children: lines(unreadable) }] : []),
        ]}
      />
      {copyFolder !== null && (
        <p>
          恢复前的数据没有删除，最近三次的都留着，这一次的在：<span className="code">{pathOf(dataFolder, copyFolder)}</span>
        </p>
      )}
      <ol>
        <li>点“完成”，由经办人用自己的口令登录。</li>
        <li>核对最近办理的项目、合同和验收，缺少的重新录入。</li>
        <li>到“本单位”点“立即备份”，最好备份到另一块磁盘。</li>
      </ol>
      <div className="restore-ways">
        {/* Nothing of the former station stays in memory. */}
        <Button type="primary" onClick={() => { location.reload(); }}>
          完成
        </Button>
      </div>
    </>
  );
}

export function FailedStep({ failure, onLeave }: { readonly failure: Failure; readonly onLeave: () => void }) {
  return (
    <>
      <StepHeading>没有恢复</StepHeading>
      <FailureNotice failure={failure} />
      <p>没有恢复，一切照旧。原来登录的人已退出，请重新登录；要再试的，登录后到“本单位”点“从备份恢复”。</p>
      <div className="restore-ways">
        <Button type="primary" onClick={onLeave}>
          返回
        </Button>
      </div>
    </>
  );
}

/** As the system writes it. */
function pathOf(dataFolder: string | null, copyFolder: string): string {
  const parts = [...(dataFolder === null ? [] : [dataFolder]), 'station.replaced', copyFolder];
  return parts.join(dataFolder?.includes('\\') === true ? '\\' : '/');
}

function useDataFolder(): string | null {
  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    void callDesk('appInfo', {}).then((reply) => {
      if (reply.ok) setFolder(reply.value.dataFolder);
    });
  }, []);
  return folder;
}
