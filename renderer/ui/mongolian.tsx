// Names in Mongolian script: entered in a line, shown upright beside it, in a font that comes with the application.

import { Input } from 'antd';
import { judgeMongolian } from '#shared/base/mongolian';
import type { ControlProps } from './field';
import './mongolian.css';

/** A name as it is read: letters upright, columns from left to right. */
export function MongolianText({ text }: { readonly text: string }) {
  return (
    <div lang="mn-Mong" className="mongolian mongolian-upright">
      {text}
    </div>
  );
}

/** The name's field; a word of caution stands under it, nothing is converted. Of private codes the rules speak. */
export function MongolianInput({ control }: { readonly control: ControlProps<never> }) {
  const { value, onChange, ref, ...rest } = control as unknown as ControlProps<string>;
  const judged = judgeMongolian(value);
  return (
    <>
      <div className="mongolian-field">
        <Input
          {...rest}
          ref={(instance) => { ref(instance?.input ?? null); }}
          className="mongolian"
          lang="mn-Mong"
          value={value}
          maxLength={200}
          onChange={(event) => { onChange(event.target.value); }}
        />
        {judged === 'mongolian' && <MongolianText text={value} />}
      </div>
      {judged === 'other' && (
        <div className="finding" data-severity="warn" role="status">
          <span className="finding-mark">请核实</span>
          <span>这一栏只填写蒙古文名称，请核对。</span>
        </div>
      )}
    </>
  );
}
