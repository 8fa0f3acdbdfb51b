// One row of the preview in full: every reason, or every cell that would change with what it was.

import type { JudgedRow } from './judge-rows';

export function RowDetail({ row }: { readonly row: JudgedRow }) {
  if (row.outcome !== 'bad' && row.outcome !== 'changed') return null;
  return (
    <section className="import-detail" aria-label={`第 ${String(row.row.at)} 行`} aria-live="polite" tabIndex={0}>
      <b>第 {row.row.at} 行</b>
      {row.outcome === 'bad' ? (
        <ul>
          {row.reasons.map(({ title, sentence }) => (
            <li key={`${title ?? ''} ${sentence}`}>
              {title !== null && <b>{title}：</b>}
              {sentence}
            </li>
          ))}
        </ul>
      ) : (
        <ul>
          {row.changes.map(({ title, before, after }) => (
            <li key={title}>
              <b>{title}：</b>
              <del>{before === '' ? '（空）' : before}</del> → <ins>{after === '' ? '（空）' : after}</ins>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
