// What is being typed is written whenever the window is left, and once more before it closes. It knows nothing of what is typed.

import { callDesk, onEvent } from '../bridge/desk';

type Save = () => Promise<unknown>;

const savers = new Set<Save>();
/** Those of screens that have gone included. */
const underWay = new Set<Promise<unknown>>();

function run(save: Save): void {
  const saving: Promise<unknown> = save().catch(() => undefined).finally(() => underWay.delete(saving));
  underWay.add(saving);
}

/** Saves whenever the window is left, before it closes, and when the screen goes: call what it returns then. */
export function saveOnLeave(save: Save): () => void {
  const leave = () => { run(save); };
  document.addEventListener('visibilitychange', leave);
  window.addEventListener('blur', leave);
  savers.add(save);
  return () => {
    document.removeEventListener('visibilitychange', leave);
    window.removeEventListener('blur', leave);
    savers.delete(save);
    leave();
  };
}

/** The window closes when this has answered: everything is written by then, or cannot be. */
export function saveBeforeClosing(): () => void {
  return onEvent('windowClosing', () => void saveAll().then(() => callDesk('closeWindow', {})));
}

async function saveAll(): Promise<void> {
  for (const save of savers) run(save);
  await Promise.all(underWay);
}
