// Who is at the desk: one operator or nobody, until they leave or fall idle. It knows no passwords and no keys.

import type { RecordId } from '#shared/base/ids';

export const IDLE_MS = 15 * 60_000;

export interface Session {
  operator(): RecordId | null;
  begin(operator: RecordId): void;
  /** Somebody is there, or work asked for by somebody is still running. */
  touch(): void;
  /** Does nothing when nobody is signed in. */
  end(reason: 'signed-out' | 'idle' | 'asleep'): void;
}

/** `onEnd` is told after the session is over; it locks the key and tells the page. */
export function createSession(onEnd: (reason: 'signed-out' | 'idle' | 'asleep') => void, idleMs: number = IDLE_MS): Session {
  let operator: RecordId | null = null;
  let timer: NodeJS.Timeout | undefined;

  const end: Session['end'] = (reason) => {
    if (operator === null) return;
    operator = null;
    clearTimeout(timer);
    onEnd(reason);
  };
  const touch = () => {
    if (operator === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      end('idle');
    }, idleMs);
    timer.unref();
  };
  return {
    operator: () => operator,
    begin(next) {
      operator = next;
      touch();
    },
    touch,
    end,
  };
}
