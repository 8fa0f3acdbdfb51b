// The second step, for tables of other offices: which sheet, which row holds the headings, and which column is which. What was
// chosen is remembered for the same headings.

import { Alert, Button, InputNumber, Select } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { columnLetters } from '../../../excel/book/address';
import { plainHeading } from '../../../excel/headings';
import { Panel } from '../../../ui/page';
import { yearOfHeading } from './plan-template';
import type { Desk } from './import-acts';
import type { OpenedFile } from './opened-file';
import type { PlanImport } from './use-plan-import';
import { REASON_TITLE } from './plan-words';

const SAMPLES = 2;

export function MatchColumns({ file, desk, state }: { readonly file: OpenedFile; readonly desk: Desk; readonly state: PlanImport }) {
  const { book, table, headings, map, unit } = file;
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => { here.current?.focus(); }, []);
  const options = useMemo(() => desk.columns.map(({ key, title }) => ({ value: key, label: title, search: plainHeading(title) })), [desk.columns]);
  const taken = new Set(map);
  const samples = (at: number) =>
    table.rows
      .slice(headings.firstDataRow - 1)
      .map((row) => row[at] ?? '')
      .filter((text) => text !== '')
      .slice(0, SAMPLES);
  const choose = (at: number, key: string | null) => {
    // A column of ours is read from one column of the file; choosing it again moves it.
    state.rematch({ ...file, map: map.map((held, index) => (index === at ? key : key !== null && held === key ? null : held)) });
  };
  const rows = headings.texts.map((title, at) => ({ title, at })).filter(({ title, at }) => (title !== '' || samples(at).length > 0) && title !== REASON_TITLE);
  const named = taken.has('name');
  const money = desk.columns.some(({ key, kind }) => kind === 'money' && taken.has(key));

  return (
    <div ref={here} tabIndex={-1} className="import-step">
      <Panel>
        <div className="import-where">
          <label htmlFor="import-sheet">工作表</label>
          <Select
            id="import-sheet"
            value={file.sheet}
            popupMatchSelectWidth={false}
            onChange={state.chooseSheet}
            options={book.sheets.map(({ name, hidden }, value) => ({ value, label: hidden ? `${name}（隐藏）` : name }))}
          />
          <label htmlFor="import-row">栏目名称在第几行</label>
          <InputNumber
            id="import-row"
            min={1}
            max={Math.max(1, table.rows.length)}
            value={headings.row}
            onChange={(row) => {
              if (row !== null) state.chooseHeadingRow(row);
            }}
          />
          {money && (
            <>
              <label htmlFor="import-unit">表中金额的单位</label>
              <Select id="import-unit" value={unit} onChange={(next) => { state.rematch({ ...file, unit: next }); }} options={[{ value: 'yuan', label: '元' }, { value: 'wan', label: '万元' }]} />
            </>
          )}
        </div>
      </Panel>
      {yearOfHeading(table.rows[0]?.[0] ?? '') === null && table.rows.length < headings.firstDataRow && (
        <Alert type="warning" showIcon title="栏目名称下面没有内容，请换一个工作表或一行。" />
      )}
      <Panel title="每一栏对应计划的哪一栏">
        <p className="soft">已按名称猜好，请核对；不需要的选“不导入”。下次遇到同样栏目的表格，直接按这次的对应关系导入。</p>
        <div className="import-match" role="table" aria-label="栏目对应">
          <div role="row" className="import-match-head">
            <span role="columnheader">表格中的栏目</span>
            <span role="columnheader">内容举例</span>
            <span role="columnheader">导入为</span>
          </div>
          {rows.map(({ title, at }) => (
            <div role="row" key={at}>
              <span role="cell">
                <span className="soft">{columnLetters(at + 1)}</span> {title === '' ? '（没有名称）' : title}
              </span>
              <span role="cell" className="soft import-sample">{samples(at).join('；')}</span>
              <span role="cell">
                <Select
                  aria-label={`${columnLetters(at + 1)} 栏“${title}”导入为`}
                  value={map[at] ?? ''}
                  onChange={(key: string) => { choose(at, key === '' ? null : key); }}
                  showSearch={{ filterOption: (typed, option) => option?.search.includes(plainHeading(typed)) ?? false }}
                  options={[{ value: '', label: '不导入', search: '不导入' }, ...options]}
                />
              </span>
            </div>
          ))}
        </div>
      </Panel>
      <div className="import-next">
        <Button type="primary" disabled={!named} onClick={() => { state.look({ ...file, source: 'guessed' }, true); }}>
          下一步：核对
        </Button>
        {!named && <span className="plan-open">请指定哪一栏是“项目名称”。</span>}
      </div>
    </div>
  );
}
