// The data worker's entry: answers the page's calls with the projection over this origin's tables and journals.

import { journalUrl } from '#shared/ipc/origin';
import { db } from '../db';
import type { ProjectionPort, ReadJournal } from '../port';
import type { CallMessage, WorkerMessage } from './messages';
import { createProjection } from './projection';

const readJournal: ReadJournal = async (chain, author, fromByte) => {
  const response = await fetch(journalUrl(chain, author, fromByte));
  if (!response.ok || !response.body) throw new Error(`journal answered ${String(response.status)}`);
  return response.body;
};

const projection: ProjectionPort = createProjection({
  db,
  readJournal,
  onProgress: (progress) => {
    post({ kind: 'progress', progress });
  },
});

addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
  const { id, call, args } = data;
  // The page's client is typed by the same port, so the arguments fit the call.
  const method = projection[call] as (...values: readonly unknown[]) => ReturnType<ProjectionPort[typeof call]>;
  void method(...args).then((result) => {
    post({ kind: 'reply', id, result });
  });
});

function post(message: WorkerMessage): void {
  postMessage(message);
}
