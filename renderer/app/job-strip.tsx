// Long work seen from every screen: a line at the foot while it runs, and what came of it until that is closed. On the screen that shows a job by
// itself nothing is said twice.

import { Alert, Button } from 'antd';
import { Link, useLocation } from 'react-router';
import { closeJob, type EndedJob, type Job, LONG_MS, useJobs } from '../bridge/jobs';
import { sentenceOf } from '../text/errors';
import { tookWords } from '../text/job-words';
import { JobLine } from '../ui/job-line';
import { useElapsed } from '../ui/use-elapsed';
import './job-strip.css';

const QUIET_MS = 1_000;

export function JobStrip() {
  const { pathname } = useLocation();
  const shown = useJobs().filter(({ kind, ended }) => !kind.places.includes(pathname) && (ended === null || !ended.seen || ended.tookMs > LONG_MS));
  if (shown.length === 0) return null;
  return (
    <section className="job-strip" aria-label="进行中的工作">
      {shown.map((job) => (job.ended === null ? <LateLine key={job.id} job={job} /> : <Outcome key={job.id} job={job} ended={job.ended} />))}
    </section>
  );
}

/** What is over at once moves nothing on the screen. */
function LateLine({ job }: { readonly job: Job }) {
  return useElapsed(job.startedAt) < QUIET_MS ? null : <JobLine job={job} named />;
}

function Outcome({ job: { id, kind }, ended: { result, said, tookMs } }: { readonly job: Job; readonly ended: EndedJob<unknown> }) {
  const [place] = kind.places;
  const sentence = result.ok ? null : sentenceOf(result.error);
  return (
    <Alert
      type={sentence === null ? 'success' : 'error'}
      showIcon
      role={sentence === null ? 'status' : 'alert'}
      title={`${kind.title}：${sentence === null ? (said ?? '已完成。') : `${sentence.what}${sentence.safety}${sentence.next}`}（用时 ${tookWords(tookMs)}）`}
      action={
        <>
          {place !== undefined && <Link to={place}>查看</Link>}{' '}
          <Button size="small" aria-label={`关闭：${kind.title}`} onClick={() => { closeJob(id); }}>
            关闭
          </Button>
        </>
      }
    />
  );
}
