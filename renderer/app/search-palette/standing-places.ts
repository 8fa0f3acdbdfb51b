// What can be found without any record: the screens, the guiding catalogue's items and what may not be purchased.

import { todayInShanghai } from '#shared/base/date';
import { catalogueInForce } from '#shared/policy/catalogue';
import { exclusionsInForce } from '#shared/policy/exclusions';
import { indexCatalogue } from '../../ui/catalogue-search';
import { matches, searchText } from '../../ui/pinyin-search';
import type { Area } from '../routes';
import type { FoundView } from './record-view';

interface Place {
  readonly view: FoundView;
  readonly haystack: string;
}

export function placesOf(areas: readonly Area[], now: number): readonly Place[] {
  const today = todayInShanghai(now);
  const catalogue = catalogueInForce(today);
  const items = catalogue === null ? [] : indexCatalogue(catalogue);
  return [
    ...items.map(({ category, item }) => placeOf('catalogue', item.code, item.name, category.name, `/catalogue?item=${item.code}`)),
    ...exclusionsInForce(today).map(({ id, name }) => placeOf('exclusion', id, name, '不得购买', '/catalogue?tab=exclusions')),
    ...areas.filter(({ unlisted }) => unlisted !== true).map(({ path, title }) => placeOf('screen', '', title, '打开页面', path)),
  ];
}

export function findPlaces(places: readonly Place[], text: string): readonly FoundView[] {
  return places.filter(({ haystack }) => matches(haystack, text)).map(({ view }) => view);
}

function placeOf(group: FoundView['group'], number: string, name: string, hint: string, to: string): Place {
  return { view: { key: `${group}/${number}${name}`, group, number, name, standing: null, amountFen: null, hint, to }, haystack: searchText([number], name) };
}
