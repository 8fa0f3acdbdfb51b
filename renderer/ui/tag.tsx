// A word in a coloured frame. The word says everything; the tone only helps the eye.

import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'plain' | 'ready' | 'sent' | 'held' | 'go' | 'warn' | 'stop';

export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
