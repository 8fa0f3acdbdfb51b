// Choosing from long coded lists: type characters, code, pinyin or initials. The catalogue's items, and procurement item codes.

import { Select } from 'antd';
import { useMemo } from 'react';
import type { PublishedCatalogue } from '#shared/policy/catalogue';
import { findProcurementCode, PROCUREMENT_CODES } from '#shared/policy/procurement-codes';
import { indexCatalogue } from './catalogue-search';
import type { ControlProps } from './field';
import { matches, searchText } from './pinyin-search';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly haystack: string;
}

interface OptionGroup {
  readonly label: string;
  readonly title: string;
  readonly options: readonly Option[];
}

interface CodedSelectProps {
  readonly control: ControlProps<never>;
  readonly groups: readonly OptionGroup[];
  readonly placeholder: string;
  readonly allowClear?: boolean;
}

function CodedSelect({ control, groups, placeholder, allowClear = false }: CodedSelectProps) {
  const { value, onChange, ref: _ref, ...rest } = control as unknown as ControlProps<string>;
  return (
    <Select<string | undefined, Option | OptionGroup>
      {...rest}
      ref={(instance) => { control.ref(instance?.nativeElement.querySelector('input') ?? null); }}
      value={value === '' ? undefined : value}
      options={groups.map((group) => ({ ...group, options: [...group.options] }))}
      showSearch={{ filterOption: (query, option) => option !== undefined && 'haystack' in option && matches(option.haystack, query) }}
      placeholder={placeholder}
      allowClear={allowClear}
      notFoundContent="没有查到，换一个词"
      onChange={(code) => { onChange(code ?? ''); }}
    />
  );
}

export function CatalogueSelect({ control, catalogue }: { readonly control: ControlProps<never>; readonly catalogue: PublishedCatalogue }) {
  const groups = useMemo(() => {
    const entries = indexCatalogue(catalogue);
    return catalogue.categories.map((category): OptionGroup => {
      const label = `${category.code}　${category.name}`;
      const options = entries
        .filter((entry) => entry.category.code === category.code)
        .map(({ item, haystack }) => ({ value: item.code, label: `${item.code}　${item.name}`, haystack }));
      return { label, title: label, options };
    });
  }, [catalogue]);
  return <CodedSelect control={control} groups={groups} placeholder="输入汉字、代码、拼音或首字母，如养老、1.07、ylfw" />;
}

/** `suggested` codes stand first. */
export function ProcurementCodeSelect({ control, suggested }: { readonly control: ControlProps<never>; readonly suggested: readonly string[] }) {
  const groups = useMemo((): readonly OptionGroup[] => {
    const proposed = suggested.flatMap((code) => findProcurementCode(code) ?? []).map(({ code, name }) => optionOf(code, name));
    const others = allCodes().filter((option) => !suggested.includes(option.value));
    return [
      ...(proposed.length === 0 ? [] : [{ label: '按目录项建议', title: '按目录项建议', options: proposed }]),
      { label: '全部服务类品目', title: '全部服务类品目', options: others },
    ];
  }, [suggested]);
  return <CodedSelect control={control} groups={groups} placeholder="可不填；可输入汉字、编码或首字母" allowClear />;
}

let codes: readonly Option[] | undefined;

/** Their pinyin is worked out once, when first needed. */
function allCodes(): readonly Option[] {
  codes ??= PROCUREMENT_CODES.filter(({ level }) => level > 0).map(({ code, name }) => optionOf(code, name));
  return codes;
}

function optionOf(code: string, name: string): Option {
  return { value: code, label: `${code}　${name}`, haystack: searchText([code], name) };
}
