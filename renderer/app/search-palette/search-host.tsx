// Ctrl+K from anywhere behind sign-in. It also remembers which records are opened; the dialog itself is loaded when first asked for.

import { lazy, Suspense, useEffect } from 'react';
import { useLocation } from 'react-router';
import { useWorkplace } from '../../bridge/station';
import type { Area } from '../routes';
import { noteRecent } from './recent';
import { setSearchOpen, useSearchOpen } from './search-open';

const SearchDialog = lazy(() => import('./search-dialog'));

export function SearchHost({ areas }: { readonly areas: readonly Area[] }) {
  const { operatorId } = useWorkplace();
  const { pathname } = useLocation();
  const open = useSearchOpen();

  useEffect(() => {
    noteRecent(operatorId, pathname);
  }, [operatorId, pathname]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      event.stopPropagation();
      setSearchOpen(true);
    };
    // Before any field or grid takes the key for itself.
    addEventListener('keydown', onKey, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      setSearchOpen(false);
    };
  }, []);

  return open ? (
    <Suspense fallback={null}>
      <SearchDialog areas={areas} />
    </Suspense>
  ) : null;
}
