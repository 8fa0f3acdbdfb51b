// The item read through, with room for an opinion beside each field: a box where one is written, a button where none is.

import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { PlanItem } from '#shared/domain/plan-item';
import { planItemSheet } from '../../text/plan-item-sheet';
import { entry } from '../../text/sheet';
import { RecordSheet } from '../../ui/record-sheet';
import { strayFields } from './ruling-draft';
import { fieldOpinionKey, type RulingForm } from './ruling-schema';

export function OpinionSheet({ item }: { readonly item: PlanItem }) {
  const { control } = useFormContext<RulingForm>();
  const opinions = useWatch({ control, name: 'fieldOpinions' });
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  // What was said of fields that are gone can be read, taken over elsewhere and taken out.
  const [stray] = useState(() => strayFields({ fieldOpinions: opinions }, item));
  const sections = useMemo(() => {
    const gone = stray.map((field) => entry(field, `原“${field}”栏`, '这次送审没有这一栏'));
    return [...planItemSheet(item), ...(gone.length === 0 ? [] : [{ title: '对已不存在的栏目的意见', entries: gone }])];
  }, [item, stray]);

  return (
    <RecordSheet
      sections={sections}
      remark={(field, label) => {
        const key = fieldOpinionKey(field);
        return asked.has(field) || (opinions[key] ?? '') !== '' ? (
          <Controller
            control={control}
            name={`fieldOpinions.${key}`}
            render={({ field: box }) => (
              <Input.TextArea
                {...box}
                // Asked for just now: the hands are here. One that was there already waits to be come to.
                autoFocus={asked.has(field)}
                autoSize
                aria-label={`对“${label}”的意见`}
                maxLength={500}
                placeholder="对这一栏的意见"
                onFocus={() => { setAsked((now) => (now.has(field) ? now : new Set([...now, field]))); }}
              />
            )}
          />
        ) : (
          <Button
            type="link"
            size="small"
            style={{ padding: 0 }}
            aria-label={`对“${label}”提意见`}
            onClick={() => { setAsked(new Set([...asked, field])); }}
          >
            提意见
          </Button>
        );
      }}
    />
  );
}
