// What came back: the newest decisions of the superior office on items of this station.

import { Link } from 'react-router';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { Panel } from '../../ui/page';
import { StandingTag } from '../../ui/standing-tag';
import { readAnswers } from './queries';

export function AnswersPanel() {
  const { station } = useWorkplace();
  const answers = useLive(() => readAnswers(station.stationId), [station.stationId]);
  if (answers === undefined || answers.length === 0) return null;
  return (
    <Panel title="最近的批复">
      <ul className="home-answers">
        {answers.map(({ decision, item }) => (
          <li key={decision.id}>
            <StandingTag standing={{ word: 'decided', outcome: decision.body.outcome, editing: false }} />
            <Link to={`/plan/${decision.body.planItemId}`}>{item === null ? '项目' : `${item.body.number}　${item.body.name}`}</Link>
            <span className="soft number">{decision.body.decidedOn}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
