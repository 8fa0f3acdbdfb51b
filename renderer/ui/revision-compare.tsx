// Two versions of a record side by side: what differs is marked by a word, by colour and within the text. It only shows.

import { Select, Switch } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { formatMoment } from '../text/format';
import type { SheetSection } from '../text/sheet';
import { differingParts, type FieldChange, type FieldPair, pairSheets } from '../text/sheet-diff';
import './revision-compare.css';

export interface Version {
  readonly key: string;
  /** 第 2 版, or the time of a saved draft. */
  readonly title: string;
  /** A UTC moment. */
  readonly at: string;
  readonly name: string;
  readonly sections: () => readonly SheetSection[];
}

/** Keys of the two that are laid side by side. */
export interface Chosen {
  readonly before: string;
  readonly after: string;
}

interface RevisionCompareProps {
  /** Newest first, at least two. */
  readonly versions: readonly Version[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

export function RevisionCompare({ versions, chosen, onChoose }: RevisionCompareProps) {
  const id = useId();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [before, after] = [chosen.before, chosen.after].map((key) => versions.find((one) => one.key === key));
  if (before === undefined || after === undefined) return null;
  const sections = pairSheets(before.sections(), after.sections());
  const changed = sections.flatMap(({ fields }) => fields).filter(({ change }) => change !== 'same').length;
  const options = versions.map((one) => ({ value: one.key, label: `${one.title}　${formatMoment(one.at)}　${one.name}` }));

  return (
    <div className="compare">
      <div className="compare-choice">
        <label htmlFor={`${id}-before`}>较早</label>
        <Select id={`${id}-before`} value={before.key} options={options} onChange={(key) => { onChoose({ ...chosen, before: key }); }} />
        <label htmlFor={`${id}-after`}>较新</label>
        <Select id={`${id}-after`} value={after.key} options={options} onChange={(key) => { onChoose({ ...chosen, after: key }); }} />
      </div>
      <p className="compare-count" role="status">
        {changed === 0 ? '两个版本内容相同。' : `有 ${String(changed)} 处不同。`}
        <span className="compare-only">
          <Switch id={`${id}-only`} size="small" checked={onlyChanged} onChange={setOnlyChanged} />
          <label htmlFor={`${id}-only`}>只看不同之处</label>
        </span>
      </p>
      <table className="compare-table">
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">{before.title}</th>
            <th scope="col">{after.title}</th>
          </tr>
        </thead>
        {sections.map(({ title, fields }) => {
          const shown = onlyChanged ? fields.filter(({ change }) => change !== 'same') : fields;
          if (shown.length === 0) return null;
          return (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={3} className="compare-section">
                  {title}
                </th>
              </tr>
              {shown.map((pair) => (
                <PairRow key={pair.field} pair={pair} />
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

const WORDS: Readonly<Record<Exclude<FieldChange, 'same'>, string>> = { changed: '改', added: '增', removed: '删' };

function PairRow({ pair: { label, before, after, change } }: { readonly pair: FieldPair }) {
  const parts = differingParts(before, after);
  const mark = (text: string, Mark: 'del' | 'ins'): ReactNode =>
    change === 'same' ? text : <>{parts.head}{text !== '' && <Mark>{text}</Mark>}{parts.tail}</>;
  return (
    <tr className={`compare-${change}`}>
      <th scope="row">
        {label}{' '}
        {change !== 'same' && <span className="compare-word">{WORDS[change]}</span>}
      </th>
      <td>{before === '' ? <span className="soft">未填</span> : mark(change === 'same' ? before : parts.before, 'del')}</td>
      <td>{after === '' ? <span className="soft">未填</span> : mark(change === 'same' ? after : parts.after, 'ins')}</td>
    </tr>
  );
}
