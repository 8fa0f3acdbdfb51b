// The form shell's one field: ties label, hint, schema complaint and findings to the control, for eyes and screen readers.

import { type ReactNode, useId } from 'react';
import { type Control, type FieldPath, type FieldValues, useController, useFormContext } from 'react-hook-form';
import { complaintWords } from '../text/field-errors';
import { useFindings } from './findings';
import { FindingLines } from './finding-lines';
import './field.css';

/** What a control receives: its value and the ids that tie it to label and messages. */
export interface ControlProps<Value = unknown> {
  readonly id: string;
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
  readonly ref: (element: HTMLElement | null) => void;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
}

interface FieldProps<Form extends FieldValues> {
  readonly name: FieldPath<Form>;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly control?: Control<Form>;
  /** How many of the form grid's twelve columns it takes. */
  readonly span?: number;
  /** Field path used by findings when it differs from the form's path. */
  readonly findingPath?: string;
  readonly children: (control: ControlProps<never>) => ReactNode;
}

export function Field<Form extends FieldValues>({
  name,
  label,
  hint,
  required = false,
  control,
  span = 4,
  findingPath,
  children,
}: FieldProps<Form>) {
  const form = useFormContext<Form>();
  const { field, fieldState } = useController({ name, control: control ?? form.control });
  const findings = useFindings(findingPath ?? name);
  const id = useId();
  const messageId = `${id}-message`;
  const message = fieldState.error?.message;
  const blocked = message !== undefined || findings.some((finding) => finding.severity === 'block');
  // Of a blank field a rule says more than "fill in"; of one that cannot be read the schema says what is wrong.
  const isBlank = field.value === '' || field.value === false;
  const complaint = isBlank && findings.length > 0 ? undefined : message;
  const shown = complaint === undefined ? findings : findings.filter((finding) => finding.severity !== 'block');

  return (
    <div className="field" data-field={name} style={{ gridColumn: `span ${String(span)}` }}>
      <label id={`${id}-label`} htmlFor={id} className="field-label">
        {label}
        {required && <span className="field-required" aria-hidden="true">＊</span>}
      </label>
      {children({
        id,
        name,
        value: field.value,
        onChange: field.onChange,
        onBlur: field.onBlur,
        ref: field.ref,
        'aria-describedby': messageId,
        'aria-invalid': blocked,
        'aria-required': required,
      })}
      <div id={messageId} className="field-messages">
        {complaint !== undefined && <div className="field-complaint">{complaintWords(complaint)}</div>}
        <FindingLines findings={shown} />
        {complaint === undefined && shown.length === 0 && hint !== undefined && <div className="field-hint">{hint}</div>}
      </div>
    </div>
  );
}
