// The desk port in memory, for tests: real canonical lines, a real SM3 chain, real schemas; no files, keys or windows. It
// answers commit, journalHeads and stationState; every other call fails with 'fake.not-there' unless the test gives it.

import { createRecordId, type RecordId, type Sm3Hex, type StationId } from '#shared/base/ids';
import { utf8 } from '#shared/base/bytes';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { checkRecord } from '#shared/domain/check-record';
import type { OfficeKind, Station } from '#shared/domain/office';
import type { Chain } from '#shared/domain/registry';
import { type CallName, type Change, ipcContract, type JournalHead, type OperatorEntry, type WrittenLine } from '#shared/ipc/contract';
import type { Desk, DeskCalls } from '#shared/ipc/desk';
import type { EventName, EventOf } from '#shared/ipc/events';
import { DEFAULT_SETTINGS } from '#shared/ipc/setting-values';
import { hashLine } from '#shared/journal/chain';
import { encodeLine, GENESIS } from '#shared/journal/line';

/** A moment that orders lines; tests that need the real time pass their own. */
const START = Date.parse('2026-03-02T01:00:00.000Z');

export interface FakeDeskOptions {
  readonly stationId?: StationId;
  readonly officeKind?: OfficeKind;
  readonly regionCode?: string;
  readonly calls?: Partial<DeskCalls>;
  readonly random?: (size: number) => Uint8Array;
}

export interface FakeDesk {
  readonly desk: Desk;
  readonly station: Station;
  readonly operators: readonly OperatorEntry[];
  /** The operator who is signed in; `signIn` changes it. */
  readonly signedInAs: () => RecordId;
  readonly signIn: (operator: RecordId) => void;
  readonly newId: (owner?: StationId) => RecordId;
  /** What app://goufu/journal serves, in chunks of `chunkBytes`. */
  readonly readJournal: (chain: Chain, author: StationId, fromByte: number) => Promise<ReadableStream<Uint8Array>>;
  readonly heads: () => readonly JournalHead[];
  /** Lines as if received from another office; the page is told. Nothing about them is checked. */
  readonly receive: (author: StationId, by: RecordId, changes: readonly Change[]) => void;
  readonly emit: <N extends EventName>(name: N, event: EventOf<N>) => void;
  chunkBytes: number;
}

interface Journal {
  head: JournalHead;
  readonly lines: Uint8Array[];
}

/** `readyCrypto()` must have finished. */
export function createFakeDesk(options: FakeDeskOptions = {}): FakeDesk {
  const random = options.random ?? ((size) => crypto.getRandomValues(new Uint8Array(size)));
  const stationId = options.stationId ?? ('1'.repeat(32) as StationId);
  const newId = (owner: StationId = stationId) => createRecordId(owner, random);
  const station: Station = {
    stationId,
    environment: 'real',
    name: '某旗民政局',
    officeKind: options.officeKind ?? 'unit',
    regionCode: options.regionCode ?? '150121',
    uscc: '11150121MB0000001A',
    publicKey: 'AAAA',
    secrecyDeclaredAt: '2026-03-01T00:00:00Z',
  };
  const operators: OperatorEntry[] = ['经办', '复核'].map((post) => ({ id: newId(), name: post, post, active: true }));
  let signedInAs = operators[0]?.id ?? newId();
  const journals = new Map<string, Journal>();
  const listeners = new Map<EventName, Set<(event: never) => void>>();
  let moments = 0;

  function journal(chain: Chain, author: StationId): Journal {
    const key = `${chain}/${author}`;
    let held = journals.get(key);
    if (!held) {
      held = { head: { chain, author, seq: 0, hash: GENESIS, sizeBytes: 0 }, lines: [] };
      journals.set(key, held);
    }
    return held;
  }

  function append(chain: Chain, author: StationId, by: RecordId, changes: readonly Change[]): WrittenLine[] {
    const target = journal(chain, author);
    return changes.map((change) => {
      const at = new Date(START + moments++ * 1000).toISOString();
      const envelope = { v: 1, author, seq: target.head.seq + 1, prev: target.head.hash, at, by } as const;
      const bytes = utf8(encodeLine({ ...envelope, ...change }));
      const hash: Sm3Hex = hashLine(bytes);
      target.lines.push(bytes);
      target.head = { chain, author, seq: envelope.seq, hash, sizeBytes: target.head.sizeBytes + bytes.length + 1 };
      return { author, seq: envelope.seq, prev: envelope.prev, hash, at, by };
    });
  }

  function refusal(chain: Chain, change: Change): Result<never, Failure> | undefined {
    const { table, id } = change;
    const body = change.op === 'put' ? { body: change.body } : {};
    const checked = checkRecord({ chain, author: stationId, officeKind: station.officeKind, by: signedInAs, table, id, ...body });
    return checked.ok ? undefined : checked;
  }

  const answered: Partial<DeskCalls> = {
    commit: async (request) => {
      const parsed = ipcContract.commit.request.safeParse(request);
      if (!parsed.success) return failure('ipc.bad-request', { call: 'commit' });
      const { chain, changes } = parsed.data;
      for (const change of changes) {
        const refused = refusal(chain, change);
        if (refused) return refused;
      }
      const lines = append(chain, stationId, signedInAs, changes);
      return ok({ lines, head: journal(chain, stationId).head });
    },
    journalHeads: async () => ok(heads()),
    stationState: async () =>
      ok({ phase: 'ready', environment: 'real', damage: null, station, fingerprint: 'AAAA BBBB', operators: [...operators], signedInAs, keyUnlocked: true }),
    clearTables: async () => ok({}),
    readSettings: async () => ok(DEFAULT_SETTINGS),
    ...options.calls,
  };

  function heads(): JournalHead[] {
    return [...journals.values()].map(({ head }) => head).filter(({ seq }) => seq > 0);
  }

  function subscribe<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void {
    const held = listeners.get(name) ?? new Set();
    listeners.set(name, held.add(listener));
    return () => void held.delete(listener);
  }

  const calls = Object.fromEntries(
    (Object.keys(ipcContract) as CallName[]).map((name) => [
      name,
      answered[name] ?? (async () => failure('fake.not-there', { call: name })),
    ]),
  ) as unknown as DeskCalls;

  const fake: FakeDesk = {
    desk: { ...calls, on: subscribe },
    station,
    operators,
    signedInAs: () => signedInAs,
    signIn: (operator) => {
      signedInAs = operator;
    },
    newId,
    heads,
    chunkBytes: 64 * 1024,
    readJournal: async (chain, author, fromByte) => {
      const { lines, head } = journal(chain, author);
      const bytes = new Uint8Array(head.sizeBytes).fill(0x0a);
      let at = 0;
      for (const line of lines) {
        bytes.set(line, at);
        at += line.length + 1;
      }
      return streamOf(bytes.subarray(fromByte), fake.chunkBytes);
    },
    receive: (author, by, changes) => {
      append('official', author, by, changes);
      fake.emit('journalGrew', {});
    },
    emit: (name, event) => {
      for (const listener of listeners.get(name) ?? []) (listener as (event: unknown) => void)(event);
    },
  };
  return fake;
}

function streamOf(bytes: Uint8Array, chunkBytes: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += chunkBytes)));
    },
  });
}
