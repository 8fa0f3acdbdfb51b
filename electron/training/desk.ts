// A training office at work without a window: its station, its people, its bundles, by the code that serves the page. It invents nothing.

import { join } from 'node:path';
import { assert } from '#shared/base/assert';
import type { RecordId, StationId } from '#shared/base/ids';
import type { Failure, Result } from '#shared/base/result';
import type { Admission } from '#shared/domain/office';
import type { Chain } from '#shared/domain/registry';
import type { Change, WrittenLine } from '#shared/ipc/contract';
import { parseLine } from '#shared/journal/line';
import { Refusal } from '../lib/refusal';
import { readCard, saveCard } from '../exchange/cards';
import type { Dialogs } from '../exchange/dialogs-port';
import { createExchange } from '../exchange/exchange';
import { createJobs } from '../exchange/jobs';
import type { Log } from '../lib/log';
import { createTokenStore } from '../lib/token';
import { commitChanges } from '../station/commit';
import { stationFolders } from '../station/folders';
import { newId } from '../station/set-up';
import { createStationHost } from '../station/station-host';
import type { Workplace } from '../station/workplace';
import { setUpRequest, TRAINING_PASSPHRASE, TRAINING_PASSWORD, type TrainingOffice } from './offices';

/** What is refused throws a Refusal with the failure: made-up data passes every gate, so it is the disk's, or our own fault. */
export interface TrainingDesk {
  readonly office: TrainingOffice;
  readonly stationId: StationId;
  /** In the order of the office's people. */
  readonly operators: readonly RecordId[];
  newId(): RecordId;
  /** The unit's own record as a buyer. */
  buyerId(): Promise<RecordId>;
  /** Another person takes the chair, with the key open. */
  sit(person: number): Promise<void>;
  write(chain: Chain, changes: readonly Change[]): Promise<readonly WrittenLine[]>;
  admit(other: TrainingDesk, relation: Admission['relation'], folder: string): Promise<void>;
  /** Gives back the bundle's path. */
  seal(recipient: TrainingDesk, folder: string): Promise<string>;
  open(path: string): Promise<void>;
  /** Writes the station's card into a folder. */
  card(folder: string): Promise<string>;
  close(): Promise<void>;
}

/** Lines of one append; a bureau's year is written in several. */
const LINES_AT_ONCE = 1_000;

export async function openTrainingDesk(folder: string, office: TrainingOffice, log: Log): Promise<TrainingDesk> {
  const silent = { onLock: () => undefined, onGrowth: () => undefined, onRestored: () => Promise.resolve() };
  const host = createStationHost(stationFolders(join(folder, office.seat), 'training'), silent, log);
  const { station } = valueOf(await host.create(setUpRequest(office)));
  const operators = (await host.state()).operators.map(({ id }) => id);

  const answers = { file: '', folder: '', save: '' };
  const dialogs: Dialogs = {
    openFiles: () => Promise.resolve([answers.file]),
    openFolder: () => Promise.resolve(answers.folder),
    saveFile: () => Promise.resolve(answers.save),
  };
  const last = { get: () => null, set: () => undefined };
  const exchange = createExchange({
    host, dialogs, last, log,
    jobs: createJobs(() => undefined),
    folders: createTokenStore<string>(),
    files: createTokenStore<string>(),
    onGrowth: silent.onGrowth,
    onSealed: () => undefined,
  });
  const place = (): Workplace => valueOf(host.workplace());

  const desk: TrainingDesk = {
    office,
    stationId: station.stationId,
    operators,
    newId: () => newId(station.stationId),

    async buyerId() {
      for await (const { text } of place().journal.readLines('official', station.stationId, 1)) {
        const line = parseLine(text);
        if (line.ok && line.value.table === 'buyers') return line.value.id;
      }
      throw new Error('invariant: a unit is a buyer');
    },

    async sit(person) {
      const operatorId = operators[person];
      assert(operatorId !== undefined, 'the office has this person');
      // Proving a password takes a while, by design.
      if (host.session.operator() === operatorId) return;
      valueOf(await host.signIn({ operatorId, password: TRAINING_PASSWORD }));
      valueOf(await place().vault.unlock(TRAINING_PASSPHRASE));
    },

    async write(chain, changes) {
      const lines: WrittenLine[] = [];
      for (let at = 0; at < changes.length; at += LINES_AT_ONCE) {
        const { by } = place();
        host.session.touch();
        const written = valueOf(await commitChanges(place(), by, { chain, changes: changes.slice(at, at + LINES_AT_ONCE) }));
        lines.push(...written.lines);
      }
      return lines;
    },

    async card(target) {
      answers.save = join(target, `${office.name}.gfcard`);
      valueOf(await saveCard(place(), dialogs, last));
      return answers.save;
    },

    async admit(other, relation, target) {
      answers.file = await other.card(target);
      const { card } = valueOf(await readCard(place(), dialogs, last));
      assert(card !== null, 'a card was chosen');
      const { fingerprint: _compared, ...facts } = card;
      const body = { ...facts, relation, state: 'admitted', comparedBy: 'phone', admittedBy: place().by };
      await desk.write('official', [{ op: 'put', table: 'admissions', id: desk.newId(), rev: 1, body }]);
    },

    async seal(recipient, target) {
      answers.folder = target;
      const chosen = valueOf(await exchange.chooseFolder()).folder;
      assert(chosen !== null, 'a folder was chosen');
      const request = { jobId: crypto.randomUUID(), recipientId: recipient.stationId, folder: chosen.token, fromStart: false };
      return join(target, valueOf(await exchange.seal(request)).fileName);
    },

    async open(path) {
      answers.file = path;
      const chosen = valueOf(await exchange.chooseBundle()).file;
      assert(chosen !== null, 'a bundle was chosen');
      valueOf(await exchange.open({ jobId: crypto.randomUUID(), file: chosen.token }));
    },

    close: () => host.close(),
  };
  return desk;
}

function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Refusal(result.error);
  return result.value;
}
