// Home 首页: what waits by date, what is to be sent and received, and the year's money; the first steps while there is nothing yet.

import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { readYears } from '../../data/tallies';
import { currentPlanYear } from '../../text/plan-year';
import { Page } from '../../ui/page';
import { useRouteYear, YearSelect } from '../../ui/year-select';
import { AgendaPanel } from './agenda-panel';
import { AnswersPanel } from './answers-panel';
import { ExchangePanel } from './exchange-panel';
import { FirstSteps } from './first-steps';
import { MoneyPanel } from './money-panel';
import './home.css';

export default function HomePage() {
  const { station } = useWorkplace();
  const [year, setYear] = useRouteYear(currentPlanYear(Date.now()));
  const years = useLive(readYears, []);
  return (
    <Page
      title="首页"
      intro={station.name}
      actions={<YearSelect value={year} years={[currentPlanYear(Date.now()), ...(years ?? [])]} onChange={setYear} />}
    >
      <FirstSteps />
      <div className="home-top">
        <AgendaPanel year={year} />
        <div className="home-side">
          <ExchangePanel />
          <AnswersPanel />
        </div>
      </div>
      {/* Keyed, so that no figure of another year stands under this heading while the new ones are read. */}
      <MoneyPanel key={year} year={year} />
    </Page>
  );
}
