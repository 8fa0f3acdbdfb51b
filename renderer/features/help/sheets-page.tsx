// The ten sheets as they will be printed: all of them, or the one that is wanted.

import { Select } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { PaperPage } from '../../paper/paper-page';
import { helpById, SHEET_IDS } from '../../text/help/topics';
import { helpSheets } from './help-sheet';

const SHEETS = SHEET_IDS.map((id) => helpById(id)).filter((text) => text !== null);
const ALL = 'all';

export function SheetsPage() {
  const [search, setSearch] = useSearchParams();
  const chosen = SHEETS.find(({ id }) => id === search.get('sheet'));
  const paper = useMemo(() => helpSheets(chosen === undefined ? SHEETS : [chosen]), [chosen]);
  return (
    <PaperPage
      paper={paper}
      choices={
        <Select
          aria-label="操作单"
          value={chosen?.id ?? ALL}
          style={{ width: '14em' }}
          onChange={(id) => { setSearch(id === ALL ? {} : { sheet: id }, { replace: true }); }}
          options={[
            { value: ALL, label: `全部 ${String(SHEETS.length)} 张` },
            ...SHEETS.map(({ id, title }, at) => ({ value: id, label: `${String(at + 1)}. ${title}` })),
          ]}
        />
      }
    />
  );
}
