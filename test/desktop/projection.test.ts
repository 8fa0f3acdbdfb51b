import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId, type RecordId, type StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import type { StationState } from '#shared/ipc/contract';
import type { DeskCalls } from '#shared/ipc/desk';
import { journalUrl } from '#shared/ipc/origin';
import { deskContract } from '../contracts/desk-contract';
import { unitRequest } from '../electron/station/support';
import { draft, planItem, put } from '../renderer/data/support/records';
import { type LaunchedStation, launchStation } from './support/launch';

declare const window: {
  readonly desk: Record<string, (request: unknown) => Promise<unknown>>;
  seen?: number;
};

const PASSWORD = '口令-2026-起草';
const DATABASE = 'goufu-desk';

let dataFolder: string;
let station: LaunchedStation;
let owner: StationId;
let operator: RecordId;

/** window.desk as a port on this side. */
const desk = new Proxy({} as DeskCalls, {
  get: (_, name: string) => (request: unknown) =>
    station.page.evaluate(([call, what]) => window.desk[call]?.(what), [name, request] as const),
});

beforeAll(async () => {
  await readyCrypto();
  dataFolder = await mkdtemp(join(tmpdir(), 'desk-data-'));
  station = await launchStation({ dataFolder });
  const created = await desk.createStation({ ...unitRequest, operators: [{ name: '起草人', post: '科员', password: PASSWORD }] });
  if (!created.ok) throw new Error(created.error.code);
  await open();
});

afterAll(async () => {
  await station.close();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Signs in and lets the page start over, as a restart would. */
async function open(): Promise<void> {
  const state = await desk.stationState({});
  if (!state.ok) throw new Error(state.error.code);
  owner = state.value.station?.stationId ?? owner;
  operator = signedUp(state.value);
  const signedIn = await desk.signIn({ operatorId: operator, password: PASSWORD });
  expect(signedIn.ok).toBe(true);
  await station.page.reload();
  await station.page.getByRole('heading').first().waitFor();
}

function signedUp(state: StationState): RecordId {
  const [first] = state.operators;
  if (!first) throw new Error('an operator was created');
  return first.id;
}

/** Rows of every table, read past Dexie by the page's own IndexedDB; sums as text, because they are bigints. */
function readTables(): Promise<Record<string, unknown[]>> {
  return station.page.evaluate(async (name) => {
    const asked = indexedDB.open(name);
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      asked.onsuccess = () => {
        resolve(asked.result);
      };
      asked.onerror = () => {
        reject(new Error('not opened'));
      };
    });
    const tables: Record<string, unknown[]> = {};
    for (const table of db.objectStoreNames) {
      const rows = db.transaction(table).objectStore(table).getAll();
      tables[table] = await new Promise((resolve) => {
        rows.onsuccess = () => {
          resolve(JSON.parse(JSON.stringify(rows.result, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))) as unknown[]);
        };
      });
    }
    db.close();
    return tables;
  }, DATABASE);
}

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (holds(value) || tries === 200) return value;
    await new Promise((next) => setTimeout(next, 50));
  }
}

describe('window.desk', () => {
  for (const { title, holds } of deskContract) {
    it(title, async () => {
      await holds({
        desk,
        owner,
        readBytes: async (chain, author, fromByte) => {
          const read = async (url: string) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())];
          return Uint8Array.from(await station.page.evaluate(read, journalUrl(chain, author, fromByte)));
        },
      });
    });
  }
});

describe('the data worker', () => {
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));
  const items = 3000;

  it('brings the tables up to both journals when the page starts', async () => {
    const ids = Array.from({ length: items }, () => createRecordId(owner, random));
    const drafted = ids.slice(0, 5).map((id) => put('drafts', id, 1, draft({ basedOnRev: 0 })));
    expect((await desk.commit({ chain: 'working', changes: drafted })).ok).toBe(true);
    const changes = ids.map((id, i) => put('planItems', id, 1, planItem(operator, { number: `2026-${String(i)}`, amountFen: 100 + i })));
    expect((await desk.commit({ chain: 'official', changes })).ok).toBe(true);
    await open();
    const tables = await until(readTables, ({ planItems }) => planItems?.length === items);
    expect(tables['planItems']).toHaveLength(items);
    expect(tables['drafts']).toEqual([]);
    const all = (tables['tallies'] as { scope: string; counts: number[]; fen: string[] }[]).find(({ scope }) => scope === 'all');
    expect([all?.counts[0], all?.fen[0]]).toEqual([items, String(items * 100 + (items * (items - 1)) / 2)]);
  });

  it('rebuilds the same tables after the database was deleted', async () => {
    const before = await readTables();
    await station.page.evaluate(async (name) => {
      const gone = indexedDB.deleteDatabase(name);
      await new Promise((resolve) => {
        gone.onsuccess = resolve;
      });
    }, DATABASE);
    await open();
    expect(await until(readTables, ({ planItems }) => planItems?.length === items)).toEqual(before);
  });

  it('applies what other hands write and tells the page', async () => {
    await station.page.evaluate(() => {
      window.seen = 0;
      // The channel over which Dexie carries a worker's writes to the page's live queries.
      new BroadcastChannel('x-storagemutated-1').onmessage = () => {
        window.seen = (window.seen ?? 0) + 1;
      };
    });
    const added = await desk.addOperator({ name: '复核人', post: '股长', password: PASSWORD });
    expect(added.ok).toBe(true);
    const tables = await until(readTables, ({ operators }) => operators?.length === 2);
    expect(tables['operators']).toHaveLength(2);
    expect(await until(() => station.page.evaluate(() => window.seen ?? 0), (seen) => seen > 0)).toBeGreaterThan(0);
  });
});
