// Long work while it runs: what is done, how much of it, for how long, and its stop.

import { Button, Progress } from 'antd';
import { type Job, type JobProgress, stopJob } from '../bridge/jobs';
import { countWords, stepWords, tookWords } from '../text/job-words';
import { useElapsed } from './use-elapsed';
import './job-line.css';

interface WorkLineProps {
  readonly title: string;
  readonly named?: boolean;
  readonly progress: JobProgress | null;
  readonly startedAt: number;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

export function JobLine({ job: { id, kind, progress, startedAt, stopping }, named = false }: { readonly job: Job; readonly named?: boolean }) {
  return <WorkLine title={kind.title} named={named} progress={progress} startedAt={startedAt} stopping={stopping} onStop={() => { stopJob(id); }} />;
}

/** For work that is none of the desk's jobs. */
export function WorkLine({ title, named = false, progress, startedAt, stopping, onStop }: WorkLineProps) {
  const elapsed = useElapsed(startedAt);
  const total = progress?.total ?? null;
  return (
    <div className="job-line" role="group" aria-label={title}>
      {/* The figures change all the time: only the step is read out. */}
      <span role="status">
        {named && `${title}：`}
        {stopping ? '正在停止' : stepWords(progress)}
      </span>
      {progress !== null && total !== null && total > 0 && <Progress percent={Math.floor((progress.done / total) * 100)} status="active" aria-label={title} />}
      <span className="soft job-count">
        {countWords(progress)}　已用 {tookWords(elapsed)}
      </span>
      <Button size="small" disabled={stopping} aria-label={`停止${title}`} onClick={onStop}>
        停止
      </Button>
    </div>
  );
}
