// Looks into the calls that reach open files, and makes them fail: what the journal costs, and what it does when the system refuses.
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** Calls of one method of all open files while `task` runs. */
export async function counting<T>(method: 'datasync' | 'sync' | 'write', task: () => Promise<T>): Promise<{ calls: number; value: T }> {
  const restore: (() => void)[] = [];
  let calls = 0;
  await patchHandles(method, (original) => function (this: FileHandle, ...args: unknown[]) {
    calls += 1;
    return original.apply(this, args);
  }, restore);
  try {
    return { value: await task(), calls };
  } finally {
    for (const undo of restore) undo();
  }
}

type Method = (this: FileHandle, ...args: unknown[]) => unknown;

async function patchHandles(method: string, wrap: (original: Method) => Method, restore: (() => void)[]): Promise<void> {
  const sample = await open(tmpdir(), 'r');
  const prototype = Object.getPrototypeOf(sample) as Record<string, Method>;
  await sample.close();
  const original = prototype[method];
  if (original === undefined) throw new Error(`no ${method}`);
  prototype[method] = wrap(original);
  restore.push(() => (prototype[method] = original));
}

/** Runs `task` while one method of all open files fails. */
export async function failing<T>(method: string, code: string, task: () => Promise<T>): Promise<T> {
  const restore: (() => void)[] = [];
  await patchHandles(method, () => () => Promise.reject(Object.assign(new Error(code), { code })), restore);
  try {
    return await task();
  } finally {
    for (const undo of restore) undo();
  }
}
