// Rows of a form that repeat: adding, removing, and their place on screen. What stands in a row is the caller's; it counts nothing.

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type FieldArray, type FieldArrayPath, type FieldValues, useFieldArray, useFormContext } from 'react-hook-form';
import { FindingLines } from './finding-lines';
import { useFindings } from './findings';
import './repeat-rows.css';

interface RepeatRowsProps<Form extends FieldValues, Name extends FieldArrayPath<Form>> {
  readonly name: Name;
  /** What one row is called, e.g. '绩效目标'; it stands in the buttons and is read out with each row. */
  readonly rowLabel: string;
  /** Values of a fresh row, complete. */
  readonly blank: () => FieldArray<Form, Name>;
  readonly max: number;
  readonly min?: number;
  /** Said instead of the rows while there are none. */
  readonly empty?: ReactNode;
  /** Buttons beside the one that adds. */
  readonly actions?: ReactNode;
  /** The fields of one row, on the form grid's twelve columns; labels of later rows are for screen readers only. */
  readonly children: (index: number) => ReactNode;
}

export function RepeatRows<Form extends FieldValues, Name extends FieldArrayPath<Form>>({
  name,
  rowLabel,
  blank,
  max,
  min = 0,
  empty,
  actions,
  children,
}: RepeatRowsProps<Form, Name>) {
  const { control } = useFormContext<Form>();
  const { fields, append, remove } = useFieldArray({ control, name });
  const findings = useFindings(name);

  return (
    <div className="repeat-rows" data-path={name}>
      {fields.length === 0 && empty !== undefined && <p className="soft">{empty}</p>}
      {fields.map((row, index) => {
        const title = `第 ${String(index + 1)} 项${rowLabel}`;
        return (
          <div key={row.id} role="group" aria-label={title} className="repeat-row">
            <div className="form-grid">{children(index)}</div>
            <Button
              className="repeat-row-remove"
              type="text"
              danger
              disabled={fields.length <= min}
              aria-label={`删除${title}`}
              onClick={() => { remove(index); }}
            >
              删除
            </Button>
          </div>
        );
      })}
      <FindingLines findings={findings} />
      <div className="repeat-rows-actions">
        <Button disabled={fields.length >= max} onClick={() => { append(blank()); }}>
          增加{rowLabel}
        </Button>
        {actions}
      </div>
    </div>
  );
}
