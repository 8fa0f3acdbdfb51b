// What a process and all its children use, read from /proc: proportional memory, and CPU time so far. Linux only; it starts nothing.

import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 250;
/** The kernel's clock ticks, 100 a second on every Linux in use. */
const TICK_MS = 10;

export interface Usage {
  /** Highest sum seen of the proportional set sizes of all processes, in MB. */
  readonly peakMb: number;
  /** CPU time of all processes, in ms. Those that ended meanwhile are missing. */
  readonly cpuMs: number;
}

/** The process and everything that descends from it. */
function tree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? Number(statOf(pid)[1]) : Number.NaN;
    if (!Number.isNaN(parent)) parents.set(pid, parent);
  }
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

/** Fields of /proc/<pid>/stat after the name, which may itself hold blanks and brackets. */
function statOf(pid: number): readonly string[] {
  const text = read(`/proc/${String(pid)}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

export function memoryMb(root: number): number {
  const kilobytes = tree(root).map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

export function cpuMs(root: number): number {
  const ticks = tree(root).map((pid) => {
    const fields = statOf(pid);
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_MS;
}

/** Runs `work` while watching the process tree under `root`. */
export async function watched<T>(root: number, work: () => Promise<T>): Promise<{ readonly result: T; readonly usage: Usage }> {
  let peakMb = memoryMb(root);
  const before = cpuMs(root);
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, memoryMb(root));
  }, SAMPLE_MS);
  try {
    const result = await work();
    peakMb = Math.max(peakMb, memoryMb(root));
    return { result, usage: { peakMb, cpuMs: cpuMs(root) - before } };
  } finally {
    clearInterval(timer);
  }
}
