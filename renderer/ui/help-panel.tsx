// The help of the page on screen, at its right edge. The page stays in reach: nothing is dimmed, nothing is locked.

import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { Link, useInRouterContext } from 'react-router';
import { helpById, nearestHelp } from '../text/help/topics';
import { HelpBody } from './help-body';

/** What help is wanted for: a text of its own (pages before sign-in) or the page at a path. */
export type HelpSubject = { readonly id: string } | { readonly path: string };

export function HelpPanel({ subject, onClose }: { readonly subject: HelpSubject; readonly onClose: () => void }) {
  const text = 'id' in subject ? helpById(subject.id) : nearestHelp(subject.path);
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const inDesk = useInRouterContext();

  useEffect(() => {
    const { current } = panel;
    // A dialog that is open calls every focus outside it back; here the keyboard may stay.
    const keep = (event: Event) => { event.stopPropagation(); };
    current?.addEventListener('focusin', keep);
    current?.focus({ preventScroll: true });
    return () => { current?.removeEventListener('focusin', keep); };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The page under it has an Esc of its own.
    event.stopPropagation();
    onClose();
  };

  return (
    <aside ref={panel} className="help-panel" aria-labelledby={id} tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <h2 id={id}>帮助：{text?.title ?? '本页'}</h2>
        <button type="button" onClick={onClose}>
          关闭 Esc
        </button>
      </header>
      {/* There may be nothing in it that takes the keyboard. */}
      <div className="help-scroll" key={text?.id} tabIndex={0} role="group" aria-label="帮助内容">
        {text === null ? <p>这一页还没有说明，请看操作指南。</p> : <HelpBody text={text} level={3} />}
      </div>
      {inDesk && (
        <footer>
          <Link to="/help">操作指南</Link>
          <Link to="/help/keys">按键一览</Link>
          <Link to="/help/sheets">打印操作单</Link>
        </footer>
      )}
    </aside>
  );
}
