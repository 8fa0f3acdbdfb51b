// The frame of every screen behind sign-in: title, one line of explanation, actions on the right, content below.

import { Flex, Typography } from 'antd';
import { type ReactNode, useId } from 'react';
import './page.css';

interface PageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** Only to be read: nothing in the body takes the keyboard, so the body itself does, to be scrolled. */
  readonly reading?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, intro, actions, reading = false, children }: PageProps) {
  return (
    <section className="page" aria-labelledby="page-title">
      <header className="page-header">
        <div className="page-heading">
          <Typography.Title id="page-title" level={1}>
            {title}
          </Typography.Title>
          {intro !== undefined && <p className="page-intro">{intro}</p>}
        </div>
        {actions !== undefined && (
          <Flex gap="small" wrap justify="end">
            {actions}
          </Flex>
        )}
      </header>
      <div className="page-body" {...(reading ? { tabIndex: 0, role: 'group', 'aria-labelledby': 'page-title' } : {})}>{children}</div>
    </section>
  );
}

/** A white panel with an optional heading; the unit of layout inside a page. */
export function Panel({ title, extra, children }: { readonly title?: string; readonly extra?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="panel" {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <header className="panel-header">
          <h2 id={id}>{title}</h2>
          {extra}
        </header>
      )}
      {children}
    </section>
  );
}
