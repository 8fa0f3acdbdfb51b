// What a page shows when the record of its address is not here.

import { EmptyState } from './empty-state';
import { Page } from './page';

export function NotFound({ title, words, list }: { readonly title: string; readonly words: string; readonly list: string }) {
  return (
    <Page title={title}>
      <EmptyState what={words.replace(/。?$/, '。')} action={{ label: '返回列表', to: list }} />
    </Page>
  );
}
