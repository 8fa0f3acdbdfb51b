// The station of this computer through its life: new, locked, ready or damaged. It owns who is signed in and when stores open and close.

import { assert } from '#shared/base/assert';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { operatorSchema } from '#shared/domain/office';
import type { OperatorEntry, ReplyOf, RequestOf, StationState } from '#shared/ipc/contract';
import { finishReplacing } from '../backup/replace';
import { readMark, removeMark, writeMark } from '../backup/restored-mark';
import { exists } from '../lib/atomic-file';
import { createTurns } from '../lib/in-turn';
import type { Log } from '../lib/log';
import type { StationFolders } from './folders';
import { writeOwn } from './own-records';
import { openServices, type StationServices } from './services';
import { createSession, type Session } from './session';
import { newId, removeUnfinished, setUpStation } from './set-up';
import type { Workplace } from './workplace';

export interface HostEvents {
  /** After the operator left, fell idle, or the computer went to sleep: the key is locked already. */
  onLock(): void;
  /** A chain grew by other hands than the page's commit. */
  onGrowth(): void;
  /** A station that was restored opens for the first time: what the page made of the one before goes. */
  onRestored(): Promise<void>;
}

type Phase =
  | { readonly name: 'new' }
  | { readonly name: 'damaged'; readonly failure: Failure }
  | { readonly name: 'open'; readonly services: StationServices };

export interface StationHost {
  state(): Promise<StationState>;
  create(request: RequestOf<'createStation'>): Promise<Result<ReplyOf<'createStation'>, Failure>>;
  signIn(request: RequestOf<'signIn'>): Promise<Result<Record<never, never>, Failure>>;
  addOperator(request: RequestOf<'addOperator'>): Promise<Result<OperatorEntry, Failure>>;
  /** The stores, whoever is signed in or nobody; null while there is no station that stands open. */
  services(): StationServices | null;
  /** Closes the station, does the work on its folder and opens what stands there then. Nobody is signed in after it. */
  replace<T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>>;
  /** The stores and the operator at work, or 'session.not-signed-in'. */
  workplace(): Result<Workplace, Failure<'session.not-signed-in'>>;
  readonly session: Session;
  /** Refuses further work, waits for what is being written and closes the files. */
  close(): Promise<void>;
}

export function createStationHost(folders: StationFolders, events: HostEvents, log: Log, idleMs?: number): StationHost {
  const { environment } = folders;
  let phase: Phase = { name: 'new' };

  const session = createSession((reason) => {
    if (phase.name === 'open') phase.services.vault.lock();
    log.info('session.ended', { reason });
    events.onLock();
  }, idleMs);

  const enter = async () => {
    const opened = await openServices(folders);
    if (opened.ok) await noteRestored();
    phase = opened.ok ? { name: 'open', services: opened.value } : { name: 'damaged', failure: opened.error };
    if (!opened.ok) log.warn(opened.error.code, opened.error.evidence);
    else tellReplicaGrowth(opened.value, events);
  };
  const noteRestored = async () => {
    const mark = await readMark(folders.station);
    if (mark === null || (mark !== 'damaged' && mark.tablesCleared)) return;
    try {
      await events.onRestored();
      if (mark === 'damaged') await removeMark(folders.station);
      else await writeMark(folders.station, { ...mark, tablesCleared: true });
    } catch (error) {
      // Tried again at the next start; tables that are ahead of the journals are never shown as if they were not.
      log.fault('station.tables-not-cleared', error);
    }
  };
  const start = async () => {
    // What cannot be removed now is removed before the next set-up; a station beside it is whole all the same.
    await removeUnfinished(folders).catch((error: unknown) => log.fault('station.unfinished-left', error));
    await finishReplacing(folders).catch((error: unknown) => log.fault('station.restoring-left', error));
    if (await exists(folders.station)) await enter();
  };
  const started = start().catch((error: unknown) => {
    phase = { name: 'damaged', failure: { code: 'station.damaged', evidence: { incident: log.fault('station.damaged', error) } } };
  });
  /** Set-up and closing never interleave. */
  const inTurn = createTurns();

  const host: StationHost = {
    session,

    async state() {
      await started;
      if (phase.name !== 'open') {
        const damage = phase.name === 'damaged' ? phase.failure.code : null;
        return { phase: phase.name, environment, damage, station: null, fingerprint: null, operators: [], signedInAs: null, keyUnlocked: false };
      }
      const { profile, fingerprint, operators, vault } = phase.services;
      const signedInAs = session.operator();
      return {
        phase: signedInAs === null ? 'locked' : 'ready',
        environment,
        damage: null,
        station: profile,
        fingerprint,
        operators: [...(await operators.entries())],
        signedInAs,
        keyUnlocked: vault.isUnlocked(),
      };
    },

    create: (request) =>
      inTurn(async () => {
        await started;
        if (phase.name !== 'new') return failure('station.already-set-up');
        const made = await setUpStation(folders, request);
        if (!made.ok) {
          await removeUnfinished(folders).catch(() => undefined);
          return made;
        }
        await enter();
        return made;
      }),

    async signIn({ operatorId, password }) {
      await started;
      if (phase.name !== 'open') return failure('session.no-station');
      const { operators, passwords } = phase.services;
      const operator = await operators.find(operatorId);
      if (operator?.active !== true) return failure('operator.unknown');
      const verified = await passwords.verify(operatorId, password);
      if (!verified.ok) return verified;
      // Whoever sat here before leaves with the key locked.
      session.end('signed-out');
      session.begin(operatorId);
      return ok({});
    },

    async addOperator({ name, post, password }) {
      const place = host.workplace();
      if (!place.ok) return place;
      const operator = operatorSchema.safeParse({ name, post, active: true });
      if (!operator.success) return failure('record.bad-body', { table: 'operators', field: operator.error.issues[0]?.path.map(String).join('.') ?? '' });
      const id = newId(place.value.journal.owner);
      // The password first: a hash without a record harms nobody, a record without a password could never sign in.
      const set = await place.value.passwords.set(id, password);
      if (!set.ok) return set;
      const written = await writeOwn(place.value, 'operators', operator.data, id);
      if (!written.ok) return written;
      events.onGrowth();
      return ok({ id, ...operator.data });
    },

    services: () => (phase.name === 'open' ? phase.services : null),

    replace: (work) =>
      inTurn(async () => {
        await started;
        session.end('signed-out');
        if (phase.name === 'open') await phase.services.close();
        phase = { name: 'damaged', failure: { code: 'station.restoring' } };
        try {
          return await work();
        } finally {
          phase = { name: 'new' };
          if (await exists(folders.station)) await enter();
        }
      }),

    workplace() {
      const by = session.operator();
      if (by === null) return failure('session.not-signed-in');
      assert(phase.name === 'open', 'only an open station has an operator at work');
      return ok({ ...phase.services, by });
    },

    close: () =>
      inTurn(async () => {
        await started;
        session.end('signed-out');
        if (phase.name === 'open') await phase.services.close();
        phase = { name: 'damaged', failure: { code: 'station.closing' } };
      }),
  };
  return host;
}

const GROWTH_PAUSE_MS = 250;

/** Replicas grow by many appends in a row: the page is told at most four times a second, and once after the last. */
function tellReplicaGrowth({ journal }: StationServices, { onGrowth }: HostEvents): void {
  let timer: NodeJS.Timeout | undefined;
  journal.onGrowth((head) => {
    if (head.author === journal.owner) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      onGrowth();
    }, GROWTH_PAUSE_MS).unref();
  });
}
