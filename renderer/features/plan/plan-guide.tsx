// The way through the form: section list with counts, the summary at the head, and the list of everything still to do.

import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { goToField } from '../../ui/go-to-field';
import { PLAN_SECTIONS } from './plan-fields';
import type { PlanProblem } from './plan-check';
import { usePlanProblems } from './plan-report';

export function SectionList() {
  const problems = usePlanProblems();
  return (
    <nav className="plan-nav" aria-label="各部分">
      {PLAN_SECTIONS.map(({ id, short }) => {
        const own = problems.filter((problem) => problem.section === id && problem.severity !== 'info');
        const wrong = own.filter((problem) => problem.severity === 'block' && !problem.blank).length;
        const open = own.filter((problem) => problem.severity === 'block' && problem.blank).length;
        return (
          <a
            key={id}
            href={`#${id}`}
            onClick={(event) => {
              event.preventDefault();
              goToSection(id);
            }}
          >
            <span>{short}</span>
            {wrong > 0 && <span className="plan-count" data-severity="block" title={`须改正 ${String(wrong)} 处`}>{wrong}</span>}
            {wrong === 0 && open > 0 && <span className="plan-count" title={`待填 ${String(open)} 处`}>{open}</span>}
            {wrong + open === 0 && <span className="plan-done" title="没有须填写或改正的内容">✓</span>}
          </a>
        );
      })}
    </nav>
  );
}

function goToSection(id: string): void {
  const section = document.getElementById(`plan-${id}`);
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('input:not(:disabled), textarea, button:not(:disabled)')?.focus({ preventScroll: true });
}

const GROUPS: readonly { readonly title: string; readonly severity: string; readonly has: (problem: PlanProblem) => boolean }[] = [
  { title: '须改正', severity: 'block', has: ({ severity, blank }) => severity === 'block' && !blank },
  { title: '待填', severity: 'blank', has: ({ severity, blank }) => severity === 'block' && blank },
  { title: '请核实', severity: 'warn', has: ({ severity }) => severity === 'warn' },
  { title: '提示', severity: 'info', has: ({ severity }) => severity === 'info' },
];

/** Counts in words, and the list behind them. */
export function ProblemSummary() {
  const problems = usePlanProblems();
  const [open, setOpen] = useState(false);
  const counts = GROUPS.map((group) => ({ ...group, count: problems.filter(group.has).length })).filter(({ count }) => count > 0);
  const first = counts[0] === undefined ? undefined : problems.find(counts[0].has);
  const stops = problems.some(({ severity }) => severity === 'block');
  return (
    <div className="plan-summary" role="status">
      {!stops && <b className="plan-closed">已填完整，可以送审</b>}
      {counts.map(({ title, severity, count }) => (
        <span key={title} className="plan-tally" data-severity={severity}>
          {title} <b>{count}</b>
        </span>
      ))}
      {first !== undefined && (
        <>
          <Button size="small" onClick={() => { goToField(first.path); }}>
            下一处
          </Button>
          <Button size="small" onClick={() => { setOpen(true); }}>
            查看清单
          </Button>
        </>
      )}
      <ProblemDrawer open={open} onClose={() => { setOpen(false); }} problems={problems} />
    </div>
  );
}

interface ProblemDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly problems: readonly PlanProblem[];
}

export function ProblemDrawer({ open, onClose, problems }: ProblemDrawerProps) {
  return (
    <Drawer title="检查清单" open={open} onClose={onClose} size={440}>
      {GROUPS.map((group) => ({ ...group, list: problems.filter(group.has) }))
        .filter(({ list }) => list.length > 0)
        .map(({ title, severity, list }) => (
          <section key={title} className="plan-problems" data-severity={severity}>
            <h3>
              {title} {list.length} 处
            </h3>
            <ul>
              {list.map(({ path, label, sentence }, index) => (
                <li key={`${path} ${String(index)}`}>
                  <button
                    type="button"
                    onClick={() => {
                      onClose();
                      // After the drawer has given the focus back, which it does once it has told that it is closed.
                      setTimeout(() => { goToField(path); }, 50);
                    }}
                  >
                    <b>{label}</b> {sentence}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Drawer>
  );
}
