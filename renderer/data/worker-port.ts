// The projection in its worker, as the page calls it. It forwards calls and progress; a worker that dies fails every call
// that waits, so nothing waits for ever.

import { failure, type Result } from '#shared/base/result';
import type { ProjectionFailure, ProjectionPort } from './port';
import { noteProgress } from './sync-store';
import type { CallMessage, PortCall, WorkerMessage } from './worker/messages';

type AnyResult = Result<unknown, ProjectionFailure>;

export function createWorkerPort(): ProjectionPort {
  const worker = new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module', name: 'data' });
  const waiting = new Map<number, (result: AnyResult) => void>();
  let nextId = 1;
  let lost = false;

  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'progress') {
      noteProgress(data.progress);
      return;
    }
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    lost = true;
    for (const settle of waiting.values()) settle(failure('projection.worker-lost'));
    waiting.clear();
  });

  function call<N extends PortCall>(name: N, ...args: Parameters<ProjectionPort[N]>): ReturnType<ProjectionPort[N]> {
    const reply = new Promise<AnyResult>((settle) => {
      if (lost) {
        settle(failure('projection.worker-lost'));
        return;
      }
      const id = nextId++;
      waiting.set(id, settle);
      worker.postMessage({ id, call: name, args } satisfies CallMessage);
    });
    // The worker answers each call with that call's own result.
    return reply as ReturnType<ProjectionPort[N]>;
  }

  return {
    sync: (...args) => call('sync', ...args),
    apply: (...args) => call('apply', ...args),
    search: (...args) => call('search', ...args),
  };
}
