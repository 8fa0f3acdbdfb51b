// Controls for the typed shapes: text, money, quantity, date, choice. Values are what the user typed, as strings.

import { DatePicker, Input, type InputRef, Select } from 'antd';
import dayjs from 'dayjs';
import type { ControlProps } from './field';

type TextControl = ControlProps<never>;

const typed = (control: TextControl) => control as unknown as ControlProps<string>;
const focusable = (control: TextControl) => (instance: InputRef | null) => { control.ref(instance?.input ?? null); };

export function TextInput({ control, maxLength, placeholder, disabled }: { readonly control: TextControl; readonly maxLength?: number; readonly placeholder?: string; readonly disabled?: boolean }) {
  const { value, onChange, ref: _ref, ...rest } = typed(control);
  return (
    <Input
      {...rest}
      ref={focusable(control)}
      value={value}
      onChange={(event) => { onChange(event.target.value); }}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(placeholder === undefined ? {} : { placeholder })}
      disabled={disabled ?? false}
    />
  );
}

export function PasswordInput({ control }: { readonly control: TextControl }) {
  const { value, onChange, ref: _ref, ...rest } = typed(control);
  return (
    <Input.Password
      {...rest}
      ref={focusable(control)}
      autoComplete="off"
      visibilityToggle={false}
      value={value}
      onChange={(event) => { onChange(event.target.value); }}
    />
  );
}

export function LongTextInput({ control, rows = 3, maxLength }: { readonly control: TextControl; readonly rows?: number; readonly maxLength?: number }) {
  const { value, onChange, ref: _ref, ...rest } = typed(control);
  return (
    <Input.TextArea
      {...rest}
      ref={(instance) => { control.ref(instance?.resizableTextArea?.textArea ?? null); }}
      autoSize={{ minRows: rows, maxRows: rows * 3 }}
      value={value}
      onChange={(event) => { onChange(event.target.value); }}
      {...(maxLength === undefined ? {} : { maxLength })}
    />
  );
}

/** Money or quantity as typed: right-aligned digits; `suffix` names the unit. */
export function NumberTextInput({ control, suffix, disabled }: { readonly control: TextControl; readonly suffix: string; readonly disabled?: boolean }) {
  const { value, onChange, ref: _ref, ...rest } = typed(control);
  return (
    <Input
      {...rest}
      ref={focusable(control)}
      className="number"
      // With a unit behind it the input stands in a frame of its own.
      styles={{ input: { textAlign: 'right' } }}
      inputMode="decimal"
      suffix={suffix}
      value={value}
      onChange={(event) => { onChange(event.target.value); }}
      disabled={disabled ?? false}
    />
  );
}

/** A business date as YYYY-MM-DD, typed or picked; empty string while there is none. */
export function DateInput({ control }: { readonly control: TextControl }) {
  const { value, onChange, ref: _ref, ...rest } = typed(control);
  return (
    <DatePicker
      {...rest}
      ref={(instance) => { control.ref(instance?.nativeElement.querySelector('input') ?? null); }}
      value={value === '' ? null : dayjs(value)}
      // The first is shown; the others are read when typed or pasted.
      format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD']}
      placeholder="年-月-日"
      onChange={(date) => { onChange(date === null ? '' : date.format('YYYY-MM-DD')); }}
    />
  );
}

export interface Choice<Value extends string | number = string> {
  readonly value: Value;
  readonly label: string;
}

/** Choices from a list of codes and their labels. */
export function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

export function ChoiceInput<Value extends string | number>({ control, choices, multiple = false }: { readonly control: TextControl; readonly choices: readonly Choice<Value>[]; readonly multiple?: boolean }) {
  const { value, onChange, ref: _ref, ...rest } = control as unknown as ControlProps<unknown>;
  return (
    <Select<unknown>
      {...rest}
      ref={(instance) => { control.ref(instance?.nativeElement.querySelector('input') ?? null); }}
      value={value === '' ? undefined : value}
      options={choices.map((choice) => ({ ...choice }))}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择"
      onChange={onChange}
      {...(multiple ? { mode: 'multiple' as const } : {})}
    />
  );
}
