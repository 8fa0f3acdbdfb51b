// The ten sheets, one at a time as it will be printed.

import { Select } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { PaperPage } from '../../paper/paper-page';
import { helpById, SHEET_IDS } from '../../text/help/topics';
import { helpSheet } from './help-sheet';

const SHEETS = SHEET_IDS.map((id) => helpById(id)).filter((text) => text !== null);

export function SheetsPage() {
  const [search, setSearch] = useSearchParams();
  const chosen = SHEETS.find(({ id }) => id === search.get('sheet')) ?? SHEETS[0];
  const paper = useMemo(() => (chosen === undefined ? null : helpSheet(chosen)), [chosen]);
  if (chosen === undefined || paper === null) return null;
  return (
    <PaperPage
      key={chosen.id}
      paper={paper}
      choices={
        <Select
          aria-label="操作单"
          value={chosen.id}
          style={{ width: '14em' }}
          onChange={(id) => { setSearch({ sheet: id }, { replace: true }); }}
          options={SHEETS.map(({ id, title }, at) => ({ value: id, label: `${String(at + 1)}. ${title}` }))}
        />
      }
    />
  );
}
