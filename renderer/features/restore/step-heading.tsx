// The heading of a step. The button that led to it is gone, so the keyboard comes here.

import { type ReactNode, useEffect, useRef } from 'react';

export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
