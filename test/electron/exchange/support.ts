// A whole desk without windows: real station, real files, real bundles; the dialogs answer what the test says.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { assert } from '#shared/base/assert';
import type { Failure, Result } from '#shared/base/result';
import type { CardView } from '#shared/bundle/card-view';
import type { Environment } from '#shared/domain/office';
import type { RequestOf } from '#shared/ipc/contract';
import type { Seat } from '#shared/ipc/seats';
import type { EventName } from '#shared/ipc/events';
import type { Dialogs } from '../../../electron/exchange/dialogs-port';
import { createDesk, type DeskServices } from '../../../electron/handlers';
import { INITIAL_SETTINGS, type Settings } from '../../../electron/settings-schema';
import type { StationFolders } from '../../../electron/station/folders';
import { trainingFolderOf } from '../../../electron/training/training-folder';
import type { Workplace } from '../../../electron/station/workplace';
import { newId } from '../../../electron/station/set-up';
import { freshFolders, PASSPHRASE, recordingLog, signInFirst, valueOf } from '../station/support';

export interface Answers {
  files: readonly string[];
  folder: string | null;
  save: string | null;
  /** What the disk says to a change of settings. */
  settings: Result<unknown, Failure>;
}

export interface TestDesk extends DeskServices {
  readonly answers: Answers;
  readonly settings: { current: Settings };
  readonly events: { readonly name: EventName; readonly payload: unknown }[];
  /** What the system was told. */
  readonly notices: readonly string[];
  /** Desks at which the program was to start again. */
  readonly startedAt: readonly (Seat | null)[];
  readonly folders: StationFolders;
  readonly log: ReturnType<typeof recordingLog>;
  place(): Workplace;
}

/** A desk that is set up, signed in and has its key open. */
export async function deskAtWork(request: RequestOf<'createStation'>, environment: Environment = 'real'): Promise<TestDesk> {
  const desk = await newDesk(environment);
  valueOf(await desk.handlers.createStation(request));
  await signInFirst(desk.host);
  valueOf(await desk.handlers.unlockKey({ passphrase: PASSPHRASE }));
  return desk;
}

/** A computer that was just started; `at` names folders in which there is something already. */
export async function newDesk(environment: Environment = 'real', at?: StationFolders): Promise<TestDesk> {
  const answers: Answers = { files: [], folder: null, save: null, settings: { ok: true, value: {} } };
  const dialogs: Dialogs = {
    openFiles: () => Promise.resolve(answers.files),
    openFolder: () => Promise.resolve(answers.folder),
    saveFile: () => Promise.resolve(answers.save),
  };
  const settings: { current: Settings } = { current: INITIAL_SETTINGS };
  const startedAt: (Seat | null)[] = [];
  const events: { name: EventName; payload: unknown }[] = [];
  const notices: string[] = [];
  const log = recordingLog();
  const folders = at ?? (await freshFolders(environment));
  const desk = createDesk({
    folders,
    info: { version: '0.1.0', electron: '0', dataFolder: folders.data },
    log,
    settings: {
      read: () => settings.current,
      write: (change) => {
        settings.current = { ...settings.current, ...change };
        return answers.settings;
      },
    },
    dialogs,
    send: (name, payload) => void events.push({ name, payload }),
    training: { folder: trainingFolderOf(folders.data), seat: environment === 'real' ? null : 'unit-1', trouble: null, startAgain: (seat) => void startedAt.push(seat) },
    clearTables: () => Promise.resolve(),
    windowMayGo: () => undefined,
    savePdf: () => Promise.resolve({ ok: true, value: { fileName: null } }),
    printPage: () => Promise.resolve({ ok: true, value: { printed: false } }),
    showNotice: (sentence) => notices.push(sentence) > 0,
  });
  onTestFinished(async () => {
    await desk.backups.stop();
    await desk.host.close();
  });
  return { ...desk, answers, settings, events, notices, startedAt, folders, log, place: () => valueOf(desk.host.workplace()) };
}

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-stick-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Hands `from`'s card to `to` over a folder, and `to` admits it, as the operators would. */
export async function admit(from: TestDesk, to: TestDesk, relation: 'superior' | 'subordinate'): Promise<CardView> {
  const path = join(await freshFolder(), 'card.gfcard');
  from.answers.save = path;
  valueOf(await from.handlers.saveCard({}));
  to.answers.files = [path];
  const { card } = valueOf(await to.handlers.readCard({}));
  assert(card !== null, 'a card was chosen');
  const { fingerprint: _compared, ...rest } = card;
  const body = { ...rest, relation, state: 'admitted', comparedBy: 'phone', admittedBy: to.place().by };
  const changes: RequestOf<'commit'>['changes'] = [{ op: 'put', table: 'admissions', id: newId(to.place().journal.owner), rev: 1, body }];
  valueOf(await to.handlers.commit({ chain: 'official', changes }));
  return card;
}

export function jobId(): string {
  return crypto.randomUUID();
}

export async function seal(from: TestDesk, to: TestDesk, folder: string, fromStart = false): Promise<Awaited<ReturnType<TestDesk['handlers']['sealBundle']>>> {
  from.answers.folder = folder;
  const chosen = valueOf(await from.handlers.chooseFolder({})).folder;
  assert(chosen !== null, 'a folder was chosen');
  return from.handlers.sealBundle({ jobId: jobId(), recipientId: to.place().journal.owner, folder: chosen.token, fromStart });
}

export async function open(by: TestDesk, path: string): Promise<Result<unknown, Failure>> {
  by.answers.files = [path];
  const chosen = valueOf(await by.handlers.chooseBundle({})).file;
  assert(chosen !== null, 'a bundle was chosen');
  return by.handlers.openBundle({ jobId: jobId(), file: chosen.token });
}

/** The bodies of the lines of one table in an own chain, oldest first. */
export async function ownBodies(desk: TestDesk, chain: 'official' | 'working', table: string): Promise<Record<string, unknown>[]> {
  const { journal } = desk.place();
  const bodies: Record<string, unknown>[] = [];
  for await (const { text } of journal.readLines(chain, journal.owner, 1)) {
    const line = JSON.parse(text) as { table: string; body: Record<string, unknown> };
    if (line.table === table) bodies.push(line.body);
  }
  return bodies;
}
