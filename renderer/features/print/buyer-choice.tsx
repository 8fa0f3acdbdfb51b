// Choosing whose items a table shows, and keeping the choice in the route.

import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { type RecordId, recordIdSchema } from '#shared/base/ids';
import type { BuyerChoice as Choice } from './queries';

/** The buyer in the route's ?buyer=, or null. */
export function useRouteBuyer(): readonly [buyer: RecordId | null, setBuyer: (buyer: RecordId | null) => void] {
  const [search, setSearch] = useSearchParams();
  const buyer = recordIdSchema.safeParse(search.get('buyer')).data ?? null;
  const setBuyer = (next: RecordId | null) => {
    setSearch(
      (held) => {
        if (next === null) held.delete('buyer');
        else held.set('buyer', next);
        return held;
      },
      { replace: true },
    );
  };
  return [buyer, setBuyer];
}

interface BuyerChoiceProps {
  readonly buyers: readonly Choice[];
  readonly value: RecordId | null;
  /** What stands for no choice; without it one buyer is always chosen. */
  readonly all?: string;
  readonly onChange: (buyer: RecordId | null) => void;
}

export function BuyerChoice({ buyers, value, all, onChange }: BuyerChoiceProps) {
  if (buyers.length < 2) return null;
  return (
    <Select<RecordId | ''>
      aria-label="购买主体"
      style={{ width: '16em' }}
      value={value ?? ''}
      onChange={(next) => { onChange(next === '' ? null : next); }}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...(all === undefined ? [] : [{ value: '' as const, label: all }]), ...buyers.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
