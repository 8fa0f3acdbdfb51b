// What rests on a clause, folded away under it until wanted: checks, matters that may not be bought, catalogue, screens.

import { useMemo } from 'react';
import { Link } from 'react-router';
import { clauseById, type ClauseId } from '#shared/policy/clauses';
import { useWorkplace } from '../../bridge/station';
import { clauseName, clausePath } from '../../text/clause-words';
import { day } from '../../text/findings/wording';
import { RULE_STATEMENTS } from '../../text/rule-statements';
import { usesOf } from './clause-uses';

const MARKS = { block: '须改正', warn: '请核实', info: '提示' } as const;

export function ClauseUsesView({ id, open }: { readonly id: ClauseId; readonly open: boolean }) {
  const { station } = useWorkplace();
  const { groups, later, exclusions, categories, screens } = useMemo(() => usesOf(id), [id]);
  const here = screens.filter(({ offices }) => offices.includes(station.officeKind));
  const checks = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  if (checks + later.length + exclusions.length + categories.length + here.length === 0) return null;

  return (
    // Keyed by `open`, so that a clause that is gone to opens, and closes again when another is gone to.
    <details key={String(open)} className="clause-uses" open={open}>
      <summary>{summaryOf(checks, exclusions.length, later.length)}</summary>
      {groups.map(({ kind, rules }) => (
        <section key={kind}>
          <h5>{kind}的检查</h5>
          <ul>
            {rules.map((rule) => (
              <li key={rule.id}>
                <span className="clause-mark" data-severity={rule.severity}>
                  {MARKS[rule.severity]}
                </span>
                {RULE_STATEMENTS[rule.id]}
                {rule.until !== undefined && <span className="soft">（只用于{day(rule.until)}以前的项目）</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {later.length > 0 && (
        <section>
          <h5>后来的文件对此另有规定</h5>
          <ul>
            {later.map((rule) => (
              <li key={rule.id}>
                <Link to={clausePath(rule.clause)}>{clauseName(clauseById(rule.clause))}</Link>：{RULE_STATEMENTS[rule.id]}
              </li>
            ))}
          </ul>
        </section>
      )}
      {exclusions.length > 0 && <Names title="据此不得购买的事项" names={exclusions} />}
      {categories.length > 0 && <Names title="指导性目录" names={categories} />}
      {here.length > 0 && (
        <section>
          <h5>相关页面</h5>
          <p className="clause-screens">
            {here.map(({ title, to }) => (
              <Link key={to} to={to}>
                {title}
              </Link>
            ))}
          </p>
        </section>
      )}
    </details>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <section>
      <h5>{title}</h5>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

function summaryOf(checks: number, exclusions: number, later: number): string {
  const parts = [
    checks > 0 && `检查 ${String(checks)} 项`,
    exclusions > 0 && `不得购买的事项 ${String(exclusions)} 项`,
    later > 0 && '后来的文件另有规定',
  ].filter((part) => part !== false);
  return parts.length === 0 ? '相关页面' : `据此：${parts.join('，')}`;
}
