// The ten sheets as they will be printed: all of them, or the one that is wanted; and the keys.

import { Select } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { PaperPage } from '../../paper/paper-page';
import { KEY_GROUPS } from '../../text/help/keyboard';
import { helpById, SHEET_IDS } from '../../text/help/topics';
import { helpSheets, keySheet } from './help-sheet';

const SHEETS = SHEET_IDS.map((id) => helpById(id)).filter((text) => text !== null);
const ALL = 'all';
const KEYS = 'keys';

export function SheetsPage() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('sheet');
  const chosen = SHEETS.find(({ id }) => id === asked);
  const paper = useMemo(() => {
    if (asked === KEYS) return keySheet(KEY_GROUPS);
    return helpSheets(chosen === undefined ? SHEETS : [chosen]);
  }, [asked, chosen]);
  return (
    <PaperPage
      paper={paper}
      choices={
        <Select
          aria-label="操作单"
          value={asked === KEYS ? KEYS : (chosen?.id ?? ALL)}
          style={{ width: '14em' }}
          onChange={(id) => { setSearch(id === ALL ? {} : { sheet: id }, { replace: true }); }}
          options={[
            { value: ALL, label: `全部 ${String(SHEETS.length)} 张` },
            ...SHEETS.map(({ id, title }, at) => ({ value: id, label: `${String(at + 1)}. ${title}` })),
            { value: KEYS, label: '按键一览' },
          ]}
        />
      }
    />
  );
}
