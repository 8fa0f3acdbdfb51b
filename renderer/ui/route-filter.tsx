// What a list was narrowed to by the figure that led to it: kept in the route, said above the list, taken away by one button.

import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import { catalogueInForce } from '#shared/policy/catalogue';

export interface RouteFilter {
  /** Category of the catalogue, 1 to 6; 0 for records whose plan item is not here; null for all. */
  readonly category: 0 | 1 | 2 | 3 | 4 | 5 | 6 | null;
  /** Only what this station wrote. */
  readonly onlyOwn: boolean;
}

const PLACES = [0, 1, 2, 3, 4, 5, 6] as const;

export function useRouteFilter(): RouteFilter {
  const [search] = useSearchParams();
  const asked = search.get('category');
  return { category: PLACES.find((place) => String(place) === asked) ?? null, onlyOwn: search.get('own') === '1' };
}

/** Shows the whole list again. */
export function useClearFilter(): () => void {
  const [, setSearch] = useSearchParams();
  return () => {
    setSearch(
      (held) => {
        held.delete('category');
        held.delete('own');
        return held;
      },
      { replace: true },
    );
  };
}

/** Says what the list is narrowed to; nothing when it is whole. */
export function FilterNote() {
  const { category, onlyOwn } = useRouteFilter();
  const clear = useClearFilter();
  if (category === null && !onlyOwn) return null;
  const parts = [...(category === null ? [] : [categoryName(category)]), ...(onlyOwn ? ['本单位编制'] : [])];
  return (
    <div role="status">
      只看：{parts.join('，')}{' '}
      <Button size="small" onClick={clear}>
        全部显示
      </Button>
    </div>
  );
}

function categoryName(category: number): string {
  if (category === 0) return '类别未知（项目尚未收到）';
  const found = catalogueInForce(todayInShanghai(Date.now()))?.categories.find(({ code }) => code === String(category));
  return `第 ${String(category)} 类　${found?.name ?? ''}`;
}
