// A tick box as a form control: the field's label stands above, the words beside the box say what a tick means.

import { Checkbox, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ControlProps } from './field';
import type { Choice } from './inputs';

export function CheckInput({ control, children }: { readonly control: ControlProps<never>; readonly children: ReactNode }) {
  const { value, onChange, ref, ...rest } = control as unknown as ControlProps<boolean>;
  return (
    <Checkbox {...rest} ref={(instance) => { ref(instance?.input ?? null); }} checked={value} onChange={(event) => { onChange(event.target.checked); }}>
      {children}
    </Checkbox>
  );
}

/** A few choices side by side; '' while none is made. */
export function RadioInput({ control, choices, buttons = false }: { readonly control: ControlProps<never>; readonly choices: readonly Choice[]; readonly buttons?: boolean }) {
  const { value, onChange, ref: _ref, ...rest } = control as unknown as ControlProps<string>;
  return (
    // A label's `htmlFor` names no group, so the group points back at its label.
    <Radio.Group
      {...rest}
      aria-labelledby={`${rest.id}-label`}
      value={value === '' ? null : value}
      onChange={(event) => { onChange(String(event.target.value)); }}
      options={choices.map((choice) => ({ ...choice }))}
      {...(buttons ? { optionType: 'button' as const, buttonStyle: 'solid' as const } : {})}
    />
  );
}
