// A long job while it runs: what is done, how much of it, for how long, and its stop.

import { Button, Progress } from 'antd';
import { type Job, stopJob } from '../bridge/jobs';
import { countWords, stepWords, tookWords } from '../text/job-words';
import { useElapsed } from './use-elapsed';
import './job-line.css';

export function JobLine({ job, named = false }: { readonly job: Job; readonly named?: boolean }) {
  const { id, kind, progress, startedAt, stopping } = job;
  const elapsed = useElapsed(startedAt);
  const total = progress?.total ?? null;
  return (
    <div className="job-line" role="group" aria-label={kind.title}>
      {/* The figures change all the time: only the step is read out. */}
      <span role="status">
        {named && `${kind.title}：`}
        {stopping ? '正在停止' : stepWords(progress)}
      </span>
      {progress !== null && total !== null && total > 0 && <Progress percent={Math.floor((progress.done / total) * 100)} status="active" aria-label={kind.title} />}
      <span className="soft job-count">
        {countWords(progress)}　已用 {tookWords(elapsed)}
      </span>
      <Button size="small" disabled={stopping} aria-label={`停止${kind.title}`} onClick={() => { stopJob(id); }}>
        停止
      </Button>
    </div>
  );
}
