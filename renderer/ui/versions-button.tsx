// Opens the comparing of a finalised record's versions; not there while there is only one.

import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { type Chosen, RevisionCompare, type Version } from './revision-compare';

/** `versions`: newest first; undefined while they load. */
export function VersionsButton({ subject, versions }: { readonly subject: string; readonly versions: readonly Version[] | undefined }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [newest, second] = versions ?? [];
  if (versions === undefined || newest === undefined || second === undefined) return null;
  return (
    <>
      <Button onClick={() => { setChosen({ before: second.key, after: newest.key }); }}>版本（{versions.length}）</Button>
      <Drawer title={`版本对照：${subject}`} size="min(60rem, 96vw)" open={chosen !== null} onClose={() => { setChosen(null); }} destroyOnHidden>
        {chosen !== null && <RevisionCompare versions={versions} chosen={chosen} onChoose={setChosen} />}
      </Drawer>
    </>
  );
}
