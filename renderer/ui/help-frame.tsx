// Help at hand on a page: F1 and the button open and close it, Esc closes it, the keyboard goes back to where it was. The
// texts are loaded when first asked for; nothing here needs the kit, as sign-in has it too. Over a dialog the help stands above or
// beside it (help-frame.css), and Esc closes the help first.

import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { HelpSubject } from './help-panel';
import './help-frame.css';

interface HelpControl {
  readonly open: boolean;
  readonly toggle: () => void;
}

const HelpContext = createContext<HelpControl | null>(null);
const HelpPanel = lazy(async () => ({ default: (await import('./help-panel')).HelpPanel }));

export function HelpFrame({ subject, children }: { readonly subject: HelpSubject; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  /** A native dialog lies above everything outside it, so the help has to stand within. */
  const [host, setHost] = useState<Element | null>(null);

  const toggle = useCallback(() => {
    setOpen((shown) => {
      if (!shown) before.current = document.activeElement;
      return !shown;
    });
    setHost(document.querySelector('dialog:modal'));
  }, []);
  const close = useCallback(() => { setOpen(false); }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || event.isComposing) return;
      event.preventDefault();
      toggle();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => { removeEventListener('keydown', onKey, { capture: true }); };
  }, [toggle]);

  useEffect(() => {
    if (!open) return;
    // On a page Esc belongs to where the keyboard is; a dialog would take it wherever that is.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || !isOverDialog(host)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => { removeEventListener('keydown', onKey, { capture: true }); };
  }, [open, host, close]);

  useEffect(() => {
    if (!open) return;
    host?.addEventListener('close', close);
    return () => { host?.removeEventListener('close', close); };
  }, [open, host, close]);

  useEffect(() => {
    if (open) return;
    const { current } = before;
    before.current = null;
    if (current instanceof HTMLElement && current.isConnected && document.activeElement === document.body) current.focus();
  }, [open]);

  const control = useMemo(() => ({ open, toggle }), [open, toggle]);
  const panel = (
    <Suspense>
      <HelpPanel subject={subject} onClose={close} />
    </Suspense>
  );
  return (
    <HelpContext.Provider value={control}>
      {children}
      {open && (host === null ? panel : createPortal(panel, host))}
    </HelpContext.Provider>
  );
}

function isOverDialog(host: Element | null): boolean {
  const native = document.querySelector('dialog:modal');
  // One that opened after the help lies above it and has its own Esc.
  if (native !== null) return native === host;
  return [...document.querySelectorAll('[aria-modal="true"]')].some((dialog) => dialog.checkVisibility());
}

/** Stands where every page has it; says its key. Nothing outside a HelpFrame. */
export function HelpButton() {
  const help = useContext(HelpContext);
  if (help === null) return null;
  return (
    <button type="button" className="help-button" aria-expanded={help.open} aria-keyshortcuts="F1" onClick={help.toggle}>
      帮助 <kbd>F1</kbd>
    </button>
  );
}
