// A spreadsheet worker as the page holds it: one question at a time, each with an end even if the worker hangs or dies.

import type { ExcelFailure, ExcelResult } from './excel-failure';
import { LIMITS } from './limits';
import type { Answered, Asked, Call, WorkerMessage, WorkerWord } from './worker/messages';

export interface ExcelClient {
  readonly ask: <Name extends Call>(call: Name, message: Asked[Name], onWord?: (word: WorkerWord) => void) => Promise<ExcelResult<Answered[Name]>>;
  /** Ends the worker; what waits is answered with 'excel.cancelled'. */
  readonly end: () => void;
}

/** What a worker is to the client; the tests bring one without threads. */
export interface ExcelWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export function createClient(worker: ExcelWorker = startWorker(), waitMs: number = LIMITS.waitMs): ExcelClient {
  let settle: ((result: ExcelResult<unknown>) => void) | null = null;
  let takeWord: ((word: WorkerWord) => void) | undefined;
  let over: ExcelFailure | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function answer(result: ExcelResult<unknown>): void {
    clearTimeout(timer);
    const told = settle;
    settle = null;
    told?.(result);
  }

  function stop(code: ExcelFailure['code']): void {
    over ??= { code };
    worker.terminate();
    answer({ ok: false, error: over });
  }

  worker.onmessage = ({ data }) => {
    if (data.kind === 'answer') answer(data.result);
    else takeWord?.(data);
  };
  worker.onerror = () => { stop('excel.worker-lost'); };

  return {
    ask(call, message, onWord) {
      const answered = new Promise<ExcelResult<unknown>>((resolve) => {
        if (over !== null) {
          resolve({ ok: false, error: over });
          return;
        }
        settle = resolve;
        takeWord = onWord;
        timer = setTimeout(() => { stop('excel.too-slow'); }, waitMs);
        worker.postMessage({ call, ...message });
      });
      // The worker answers each call with that call's own value.
      return answered as Promise<ExcelResult<Answered[typeof call]>>;
    },
    end: () => { stop('excel.cancelled'); },
  };
}

function startWorker(): ExcelWorker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module', name: 'excel' });
}
