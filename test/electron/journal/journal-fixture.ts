// What the journal tests share: stations, record ids, changes and a fresh folder. No assertions.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecordId, type RecordId, type StationId } from '../../../shared/base/ids';
import type { Change } from '../../../shared/ipc/contract';
import { openJournalStore } from '../../../electron/journal/journal-store';
import type { JournalStore } from '../../../electron/journal/ports';

export const owner = '0123456789abcdef0123456789abcdef' as StationId;
export const other = 'fedcba9876543210fedcba9876543210' as StationId;
export const operator = createRecordId(owner, (size) => new Uint8Array(size).fill(7));

export const freshId = (author: StationId = owner): RecordId => createRecordId(author, (size) => randomBytes(size));

export function put(body: Record<string, unknown> = { title: '养老服务' }): Change {
  return { op: 'put', table: 'planItems', id: freshId(), rev: 1, body } as Change;
}

export const freshFolder = () => mkdtemp(join(tmpdir(), 'journal-'));
export const dropFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** Opens a store that must open. */
export async function mustOpen(directory: string, station: StationId = owner): Promise<JournalStore> {
  const opened = await openJournalStore({ directory, owner: station });
  if (!opened.ok) throw new Error(`${opened.error.code} ${JSON.stringify(opened.error.evidence)}`);
  return opened.value;
}

/** Appends that must succeed. */
export async function mustAppend(store: JournalStore, changes: readonly Change[], chain: 'official' | 'working' = 'official') {
  const written = await store.append(chain, operator, changes);
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.evidence)}`);
  return written.value;
}

export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of stream) all.push(each);
  return all;
}
