// Between links and the router: whoever is led away from what nothing keeps is asked first. The router's own blocker wants a data router,
// which these routes have no other use for; so the navigator that links use is wrapped, and back and forward are met before the router.

import { type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type Navigator, UNSAFE_NavigationContext as NavigationContext, useLocation } from 'react-router';
import { isUnsaved } from '../bridge/unsaved';
import { useAskToLeave } from '../ui/ask-to-leave';

export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const context = useContext(NavigationContext);
  const ask = useAskToLeave();
  useGuardedHistory(ask);
  const guarded = useMemo(() => {
    const { navigator } = context;
    const asking: Navigator = {
      createHref: (to) => navigator.createHref(to),
      go: (steps) => { ask(() => { navigator.go(steps); }); },
      push: (...way) => { ask(() => { navigator.push(...way); }); },
      replace: (...way) => { ask(() => { navigator.replace(...way); }); },
    };
    return { ...context, navigator: asking };
  }, [context, ask]);
  return <NavigationContext.Provider value={guarded}>{children}</NavigationContext.Provider>;
}

/** Back and forward have moved already when they are told: the screen's address is laid over the one they came to, which is one step back then. */
function useGuardedHistory(ask: (go: () => void) => void): void {
  const location = useLocation();
  const here = useRef<{ readonly state: unknown; readonly address: string }>({ state: null, address: '' });
  const asking = useRef(ask);
  useEffect(() => { asking.current = ask; }, [ask]);
  useEffect(() => { here.current = { state: window.history.state, address: window.location.href }; }, [location]);
  // The router listens from its own layout effect on, which comes after those within it; the window tells whoever came first.
  useLayoutEffect(() => {
    const meet = (event: PopStateEvent) => {
      if (!isUnsaved()) return;
      event.stopImmediatePropagation();
      window.history.pushState(here.current.state, '', here.current.address);
      asking.current(() => { window.history.back(); });
    };
    window.addEventListener('popstate', meet);
    return () => { window.removeEventListener('popstate', meet); };
  }, []);
}
