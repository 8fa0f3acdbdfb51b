// One row of the preview in full: every reason, every cell that would change with what it was, and what should be looked at.

import type { JudgedRow, Reason } from './judge-rows';

export function RowDetail({ row }: { readonly row: JudgedRow }) {
  const hints = row.outcome === 'new' || row.outcome === 'changed' ? row.hints : [];
  const changes = row.outcome === 'changed' ? row.changes : [];
  if (row.outcome !== 'bad' && hints.length + changes.length === 0) return null;
  return (
    <section className="import-detail" aria-label={`第 ${String(row.row.at)} 行`} aria-live="polite" tabIndex={0}>
      <b>第 {row.row.at} 行</b>
      <ul>
        {row.outcome === 'bad' && row.reasons.map((reason) => <ReasonLine key={`${reason.title ?? ''} ${reason.sentence}`} reason={reason} />)}
        {hints.map((hint) => (
          <ReasonLine key={hint.sentence} reason={hint} mark="请核实" />
        ))}
        {changes.map(({ title, before, after }) => (
          <li key={title}>
            <b>{title}：</b>
            <del>{before === '' ? '（空）' : before}</del> → <ins>{after === '' ? '（空）' : after}</ins>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReasonLine({ reason: { title, sentence }, mark }: { readonly reason: Reason; readonly mark?: string }) {
  return (
    <li>
      {mark !== undefined && <b className="import-hint">{mark}　</b>}
      {title !== null && <b>{title}：</b>}
      {sentence}
    </li>
  );
}
