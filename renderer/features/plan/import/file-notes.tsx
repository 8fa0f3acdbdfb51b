// What there is to know about a file before it is imported: formulas, hidden and merged cells, another year, the map that was used.

import { Alert } from 'antd';
import { addressText } from '../../../excel/book/address';
import type { Desk, Judgement } from './import-acts';
import type { OpenedFile } from './opened-file';
import { yearOfHeading } from './plan-template';

export function FileNotes({ file, judgement, desk }: { readonly file: OpenedFile; readonly judgement: Judgement; readonly desk: Desk }) {
  const year = yearOfHeading(file.table.rows[0]?.[0] ?? '');
  const notes = notesOf(file, judgement);
  const doubtful = judgement.rows.filter((row) => (row.outcome === 'new' || row.outcome === 'changed') && row.hints.length > 0).length;
  return (
    <>
      {year !== null && year !== desk.year && (
        <Alert type="warning" showIcon title={`这是 ${String(year)} 年度的填报表，将导入到 ${String(desk.year)} 年度。不对的话，请返回计划页换年度后再导入。`} />
      )}
      {doubtful > 0 && <Alert type="warning" showIcon title={`请核实：${String(doubtful)} 行的蒙古文名称用的是旧的私有编码，导入后照原样保留；“说明”中标有“请核实”。`} />}
      {notes.length > 0 && <Alert type="info" showIcon title={<ul className="import-notes">{notes.map((note) => <li key={note}>{note}</li>)}</ul>} />}
    </>
  );
}

function notesOf({ table, book, headings, source, unit }: OpenedFile, { totals }: Judgement): readonly string[] {
  const merged = table.merges.filter(({ from, to }) => to.row >= headings.firstDataRow && from.row < to.row);
  const hidden = book.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  return [
    source === 'remembered' ? '按上次的栏目对应关系读取；要改请点“调整对应关系”。' : '',
    unit === 'wan' ? '表中金额按万元读取。' : '',
    table.formulas > 0 ? `有 ${String(table.formulas)} 个公式（${table.firstFormulas.join('、')}${table.formulas > table.firstFormulas.length ? ' 等' : ''}），取的是文件中已算好的值。` : '',
    book.externalLinks ? '有公式引用了其他文件；购服台不打开其他文件。' : '',
    table.hiddenRows > 0 ? `有 ${String(table.hiddenRows)} 行被隐藏或筛选掉，也一并读取。` : '',
    hidden.length > 0 ? `有隐藏的工作表（${hidden.slice(0, 3).join('、')}${hidden.length > 3 ? ' 等' : ''}），没有读取。` : '',
    merged.length > 0 ? `有上下合并的单元格（${merged.slice(0, 3).map(({ from }) => addressText(from)).join('、')}${merged.length > 3 ? ' 等' : ''}），只有第一行取到内容。` : '',
    totals > 0 ? `${String(totals)} 行合计没有导入。` : '',
  ].filter((note) => note !== '');
}
