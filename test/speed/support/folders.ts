// The benchmarks' temporary folders: made here, and all removed after the file that made them.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

export async function benchFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `desk-bench-${name}-`));
  folders.push(folder);
  return folder;
}

/** For afterAll. */
export async function removeBenchFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
