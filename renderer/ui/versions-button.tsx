// Opens the comparing of a finalised record's versions; not there while there is only one.

import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { SheetSection } from '../text/sheet';
import { type Chosen, RevisionCompare, type Version } from './revision-compare';

interface Revision {
  readonly rev: number;
  readonly at: string;
  readonly name: string;
  readonly body: unknown;
}

/** Official revisions as versions; `sections` puts one's body into words. */
export function toVersions<Body>(revisions: readonly Revision[] | undefined, sections: (body: Body, name: string) => readonly SheetSection[]): readonly Version[] | undefined {
  return revisions?.map(({ rev, at, name, body }) => ({
    key: String(rev),
    title: `第 ${String(rev)} 版`,
    at,
    name,
    // The table the revisions were read from holds bodies of one kind.
    sections: () => sections(body as Body, name),
  }));
}

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
