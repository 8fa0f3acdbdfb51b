// 五步入门: the path of a new office. Facts tick the steps off, the next one stands out, and when all are done the panel goes;
// the guide can show it again (`?steps=shown`).

import { Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { StationId } from '#shared/base/ids';
import { useStationState, useWorkplace } from '../../bridge/station';
import { wasVisited } from '../../bridge/visited';
import { db } from '../../data/db';
import { useLive } from '../../data/live';
import { firstPath, type PathFact, type PathStep } from '../../text/first-path';
import { Panel } from '../../ui/page';
import './first-steps.css';

type RecordFact = Exclude<PathFact, 'operators'>;

export function FirstSteps() {
  const { station } = useWorkplace();
  const { operators } = useStationState().state;
  const [search] = useSearchParams();
  const facts = useLive(() => readFacts(station.stationId), [station.stationId]);
  if (facts === undefined) return null;

  const enough = operators.filter(({ active }) => active).length >= 2;
  const steps = firstPath(station.officeKind).map((step) => ({ step, done: step.fact === 'operators' ? enough : facts[step.fact] }));
  const next = steps.findIndex(({ done }) => !done);
  if (next === -1 && search.get('steps') !== 'shown') return null;
  return (
    <Panel title={next === -1 ? '五步入门（已全部办完）' : `五步入门：第 ${String(next + 1)} 步`}>
      <ol className="first-steps">
        {steps.map(({ step, done }, index) => (
          <StepCard key={step.fact} step={step} number={index + 1} done={done} isNext={index === next} />
        ))}
      </ol>
    </Panel>
  );
}

interface StepCardProps {
  readonly step: PathStep;
  readonly number: number;
  readonly done: boolean;
  readonly isNext: boolean;
}

function StepCard({ step, number, done, isNext }: StepCardProps) {
  const navigate = useNavigate();
  return (
    <li data-done={done} aria-current={isNext ? 'step' : undefined}>
      <h3>
        <span className="first-steps-number" aria-hidden>
          {done ? '✓' : number}
        </span>
        {step.name}
        {done && <span className="visually-hidden">（已办）</span>}
      </h3>
      <p>{step.what}</p>
      {!done && <p className="soft">{`${step.why}${step.time}。`}</p>}
      <Button type={isNext ? 'primary' : 'default'} onClick={() => void navigate(step.to)}>
        {step.button}
      </Button>
    </li>
  );
}

async function readFacts(own: StationId): Promise<Readonly<Record<RecordFact, boolean>>> {
  // One key each: a limited count walks the whole table all the same.
  const [admissions, receipts, dispatches, [item], [decision]] = await Promise.all([
    db.admissions.toArray(),
    db.receipts.toArray(),
    db.dispatches.toArray(),
    db.planItems.limit(1).primaryKeys(),
    db.decisions.limit(1).primaryKeys(),
  ]);
  return {
    admitted: admissions.some(({ author, body }) => author === own && body.state === 'admitted'),
    catalogue: item !== undefined || wasVisited(own, 'catalogue'),
    planned: item !== undefined,
    received: receipts.some(({ author }) => author === own),
    decided: decision !== undefined,
    summary: wasVisited(own, 'summary'),
    sent: dispatches.some(({ author }) => author === own),
  };
}
