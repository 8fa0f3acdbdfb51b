// What stands against finalising a form, at its foot: counts in words, every finding, and the way to its field.

import { Alert, Button } from 'antd';
import { type FieldValues, useFormContext } from 'react-hook-form';
import { FindingLines } from './finding-lines';
import { canGoTo, goToField } from './go-to-field';
import { useAllFindings } from './live-findings';
import { Panel } from './page';
import './check-panel.css';

export function CheckPanel<Typed extends FieldValues>() {
  const form = useFormContext<Typed>();
  const findings = useAllFindings();
  const blocking = findings.filter((finding) => finding.severity === 'block').length;
  const asking = findings.filter((finding) => finding.severity === 'warn').length;

  return (
    <Panel title="定稿前检查">
      {blocking === 0 ? (
        <Alert type="success" showIcon title={asking === 0 ? '没有须改正的内容，可以定稿。' : `没有须改正的内容，可以定稿；请先核实下列 ${String(asking)} 处。`} />
      ) : (
        <Alert type="warning" showIcon title={`须改正 ${String(blocking)} 处${asking > 0 ? `，请核实 ${String(asking)} 处` : ''}。改正后可以定稿。`} />
      )}
      <ul className="check-list">
        {findings.map((finding) => (
          <li key={finding.rule + finding.field + finding.sentence}>
            <FindingLines findings={[finding]} />
            {canGoTo(form, finding.field) && (
              <Button size="small" aria-label={`定位：${finding.sentence}`} onClick={() => { goToField(finding.field); }}>
                定位
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
