// The documents as they will be printed.

import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { PaperPage } from '../../paper/paper-page';
import { governingPaper, laterPaper } from './clause-paper';

const PAPERS = { governing: governingPaper, later: laterPaper } as const;

export function ClausesPrint() {
  const [search, setSearch] = useSearchParams();
  const part = search.get('part') === 'later' ? 'later' : 'governing';
  return (
    <PaperPage
      paper={PAPERS[part]}
      choices={
        <Select
          aria-label="打印哪一部分"
          value={part}
          style={{ width: '14em' }}
          onChange={(next) => { setSearch({ part: next }, { replace: true }); }}
          options={[
            { value: 'governing', label: '80号文全文' },
            { value: 'later', label: '后来文件的要点' },
          ]}
        />
      }
    />
  );
}
