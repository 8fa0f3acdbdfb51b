// A sum beside the contract's amount, and by how much it misses it.

import { formatYuan } from '#shared/base/money';
import type { TypedSum } from './contract-convert';

interface DifferenceProps {
  readonly label: string;
  readonly sum: TypedSum;
  readonly amountFen: number | undefined;
}

export function Difference({ label, sum, amountFen }: DifferenceProps) {
  return (
    <output className="difference" aria-label={label}>
      {label} <b className="number">{formatYuan(sum.fen)}</b> 元{sum.open > 0 && `（另有 ${String(sum.open)} 项未填完）`}
      {amountFen !== undefined && sum.open === 0 && (
        <span data-closed={sum.fen === amountFen}>{differenceWords(sum.fen - amountFen)}</span>
      )}
    </output>
  );
}

function differenceWords(differenceFen: number): string {
  if (differenceFen === 0) return '，与合同金额一致';
  return `，比合同金额${differenceFen > 0 ? '多' : '少'} ${formatYuan(Math.abs(differenceFen))} 元`;
}
