// Progress of a seal or an open, with its cancel.

import { Button, Flex, Progress } from 'antd';
import type { Job, JobProgress } from './use-job';

const STEPS: Readonly<Record<JobProgress['step'], string>> = {
  reading: '正在读取',
  checking: '正在核验',
  storing: '正在存入',
  packing: '正在打包',
  comparing: '正在读回比对',
};

export function JobBar({ job }: { readonly job: Job }) {
  if (!job.running) return null;
  const { progress } = job;
  const percent = progress === null || progress.total === 0 ? 0 : Math.floor((progress.done / progress.total) * 100);
  return (
    <Flex align="center" gap="middle" role="status">
      <span style={{ whiteSpace: 'nowrap' }}>{progress === null ? '正在准备' : STEPS[progress.step]}</span>
      <Progress percent={percent} status="active" style={{ maxWidth: 360 }} />
      <Button onClick={job.cancel}>停止</Button>
    </Flex>
  );
}
