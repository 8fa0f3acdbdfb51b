// The path of a new station, each step ticked off by what is already there.

import { Link } from 'react-router';
import { isFinanceOffice } from '#shared/domain/office';
import { useWorkplace } from '../../bridge/station';
import { db } from '../../data/db';
import { useLive } from '../../data/live';
import { Panel } from '../../ui/page';

export function FirstSteps() {
  const { station } = useWorkplace();
  const done = useLive(async () => {
    const [admissions, items, drafts, dispatches, receipts, decisions] = await Promise.all([
      db.admissions.count(),
      db.planItems.limit(1).count(),
      db.drafts.limit(1).count(),
      db.dispatches.count(),
      db.receipts.count(),
      db.decisions.limit(1).count(),
    ]);
    return { admitted: admissions > 0, planned: items + drafts > 0, sent: dispatches > 0, received: receipts > 0, decided: decisions > 0 };
  }, []);
  if (done === undefined) return null;

  const steps = isFinanceOffice(station.officeKind)
    ? [
        { text: '导出本单位名片，与下级单位互相准入', to: '/exchange/directory', done: done.admitted },
        { text: '接收下级单位的数据包', to: '/exchange/receive', done: done.received },
        { text: '审定计划', to: '/review', done: done.decided },
        { text: '导出批复和回执，送回下级并报上级', to: '/exchange/send', done: done.sent },
      ]
    : [
        { text: '与本级财政局互相准入', to: '/exchange/directory', done: done.admitted },
        { text: '查看指导性目录', to: '/catalogue', done: done.planned },
        { text: '编制年度计划并审核定稿', to: '/plan', done: done.planned },
        { text: '导出数据包报送财政局', to: '/exchange/send', done: done.sent },
        { text: '接收批复，签订合同，组织验收', to: '/exchange/receive', done: done.decided },
      ];
  return (
    <Panel title="办理步骤">
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.to} data-done={step.done}>
            <Link to={step.to}>{step.text}</Link>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
