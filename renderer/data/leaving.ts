// What is being typed is written whenever the window is left, and once more before it closes. It knows nothing of what is typed.

import type { Failure } from '#shared/base/result';
import { callDesk, onEvent } from '../bridge/desk';
import { isUnsaved } from '../bridge/unsaved';
import { mayPass } from './draft-writing';

/** Resolves with why something typed is not written; null where all of it is. */
type Save = () => Promise<Failure | null>;

const savers = new Set<Save>();
/** Those of screens that have gone included. */
const underWay = new Set<Promise<unknown>>();

function run(save: Save): Promise<Failure | null> {
  const saving = save()
    .catch((): Failure => ({ code: 'app.unexpected' }))
    .finally(() => underWay.delete(saving));
  underWay.add(saving);
  return saving;
}

/** Saves whenever the window is left, before it closes, and when the screen goes: call what it returns then. */
export function saveOnLeave(save: Save): () => void {
  const leave = () => void run(save);
  document.addEventListener('visibilitychange', leave);
  window.addEventListener('blur', leave);
  savers.add(save);
  return () => {
    document.removeEventListener('visibilitychange', leave);
    window.removeEventListener('blur', leave);
    savers.delete(save);
    void run(save).then((failure) => {
      // It is tried again behind the back of the next screens; until then it would be lost with the window.
      if (failure !== null && mayPass(failure)) savers.add(save);
    });
  };
}

/** Answers for the window that is to close: it may go when everything is written, else `ask` is told why not. */
export function saveBeforeClosing(ask: (failures: readonly Failure[]) => void): () => void {
  return onEvent('windowClosing', () => void saveAll().then((failures) => {
    const may = failures.length === 0 && !isUnsaved();
    if (!may) ask(failures);
    return callDesk('closeWindow', { may });
  }));
}

async function saveAll(): Promise<readonly Failure[]> {
  // Of a screen that goes just now it is known only then whether something is left to be saved.
  await Promise.all(underWay);
  const results = await Promise.all([...savers].map(run));
  const byCode = new Map(results.flatMap((failure) => (failure === null ? [] : [[failure.code, failure]])));
  return [...byCode.values()];
}
