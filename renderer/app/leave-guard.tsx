// Between links and the router: whoever is led away from a form that keeps no drafts is asked first. The router's own blocker wants a
// data router, which these routes have no other use for; so the navigator that links use is wrapped.

import { type ReactNode, useContext, useMemo } from 'react';
import { type Navigator, UNSAFE_NavigationContext as NavigationContext } from 'react-router';
import { useAskToLeave } from '../ui/ask-to-leave';

export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const context = useContext(NavigationContext);
  const ask = useAskToLeave();
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
