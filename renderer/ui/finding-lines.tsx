// A few findings as lines of words, each with a button that opens the clause it rests on.

import { ClauseButton } from './clause-button';
import type { FindingView } from './findings';

const MARKS = { block: '须改正', warn: '请核实', info: '提示' } as const;

export function FindingLines({ findings }: { readonly findings: readonly FindingView[] }) {
  return findings.map((finding) => (
    <div key={finding.rule + finding.field} className="finding" data-severity={finding.severity}>
      <span className="finding-mark">{MARKS[finding.severity]}</span>
      <span>
        {finding.sentence} <ClauseButton clause={finding.clause} />
      </span>
    </div>
  ));
}
