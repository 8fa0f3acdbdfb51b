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

/** A narrowing that the list itself reads from the route. */
export interface ListNarrowing {
  readonly words: string;
  readonly params: readonly string[];
}

const NO_MORE: readonly ListNarrowing[] = [];

/** Shows the whole list again. `params`: what stands in the route beside category and office. */
export function useClearFilter(params: readonly string[] = []): () => void {
  const [, setSearch] = useSearchParams();
  return () => {
    setSearch(
      (held) => {
        for (const param of ['category', 'own', ...params]) held.delete(param);
        return held;
      },
      { replace: true },
    );
  };
}

/** Says what the list is narrowed to; nothing when it is whole. */
export function FilterNote({ also = NO_MORE }: { readonly also?: readonly ListNarrowing[] }) {
  const { category, onlyOwn } = useRouteFilter();
  const clear = useClearFilter(also.flatMap(({ params }) => params));
  if (category === null && !onlyOwn && also.length === 0) return null;
  const parts = [...also.map(({ words }) => words), ...(category === null ? [] : [categoryName(category)]), ...(onlyOwn ? ['本单位编制'] : [])];
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
