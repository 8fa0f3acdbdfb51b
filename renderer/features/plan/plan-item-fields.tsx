// The plan form's fields, bound to its typed shape; labels come from plan-fields.ts.

import type { ReactNode } from 'react';
import type { FieldPath } from 'react-hook-form';
import { type ControlProps, Field } from '../../ui/field';
import { DateInput, LongTextInput, NumberTextInput, TextInput } from '../../ui/inputs';
import { labelOfPath } from './plan-fields';
import type { PlanTyped } from './plan-typed';

type PlanPath = FieldPath<PlanTyped>;

interface ItemProps {
  readonly name: PlanPath;
  readonly span?: number;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  readonly label?: string;
}

/** Any control under a label of the plan form. */
export function PlanField({ name, label, children, ...rest }: ItemProps & { readonly children: (control: ControlProps<never>) => ReactNode }) {
  return (
    <Field<PlanTyped> name={name} label={label ?? labelOfPath(name).replace(/^.*第 \d+ 项/, '')} {...rest}>
      {children}
    </Field>
  );
}

export function PlanText({ maxLength, placeholder, ...item }: ItemProps & { readonly maxLength: number; readonly placeholder?: string }) {
  return <PlanField {...item}>{(control) => <TextInput control={control} maxLength={maxLength} {...(placeholder === undefined ? {} : { placeholder })} />}</PlanField>;
}

export function PlanLongText({ maxLength, rows, ...item }: ItemProps & { readonly maxLength: number; readonly rows?: number }) {
  return (
    <PlanField span={12} {...item}>
      {(control) => <LongTextInput control={control} maxLength={maxLength} {...(rows === undefined ? {} : { rows })} />}
    </PlanField>
  );
}

export function PlanFigure({ suffix, ...item }: ItemProps & { readonly suffix: string }) {
  return <PlanField {...item}>{(control) => <NumberTextInput control={control} suffix={suffix} />}</PlanField>;
}

export function PlanDate(item: ItemProps) {
  return <PlanField {...item}>{(control) => <DateInput control={control} />}</PlanField>;
}
