// A record to be read: sections of labelled values, with room beside each value for a remark on that field.

import type { ReactNode } from 'react';
import { judgeMongolian } from '#shared/base/mongolian';
import type { SheetSection } from '../text/sheet';
import { MongolianText } from './mongolian';
import './record-sheet.css';

interface RecordSheetProps {
  readonly sections: readonly SheetSection[];
  /** What stands under a field's value: an opinion, or a box to write one. */
  readonly remark?: (field: string, label: string) => ReactNode;
}

export function RecordSheet({ sections, remark }: RecordSheetProps) {
  return sections.map((section) => (
    <section key={section.title} className="record-sheet-section">
      <h3>{section.title}</h3>
      <dl className="record-sheet">
        {section.entries.map((entry) => (
          <div key={entry.field} className="record-sheet-row">
            <dt>{entry.label}</dt>
            <dd>
              <div className="record-sheet-value">
                <SheetValue value={entry.value} />
              </div>
              {remark?.(entry.field, entry.label)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function SheetValue({ value }: { readonly value: string }) {
  if (value === '') return <span className="soft">未填</span>;
  return judgeMongolian(value) === 'mongolian' ? <MongolianText text={value} /> : value;
}
