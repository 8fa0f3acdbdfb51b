// What a list or a page shows while it is empty: one sentence of what is missing and one button that leads on.

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import './empty-state.css';

/** Where the button leads, or what it does. */
export type EmptyAction = { readonly label: string } & ({ readonly to: string } | { readonly onClick: () => void });

interface EmptyStateProps {
  /** What is missing, as a sentence. */
  readonly what: ReactNode;
  /** Why it is so, or what has to come first. */
  readonly why?: ReactNode;
  /** Left out only where there is nothing the user could do. */
  readonly action?: EmptyAction;
}

export function EmptyState({ what, why, action }: EmptyStateProps) {
  const navigate = useNavigate();
  const run = () => {
    if (action === undefined) return;
    if ('to' in action) void navigate(action.to);
    else action.onClick();
  };
  return (
    <div className="empty-state">
      <p className="empty-state-what">{what}</p>
      {why !== undefined && <p className="empty-state-why">{why}</p>}
      {action !== undefined && (
        <Button type="primary" onClick={run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
