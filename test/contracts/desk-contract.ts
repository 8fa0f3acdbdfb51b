// What every desk port must do, real or in memory. The suite knows only calls and journal bytes, so a test may run it
// against window.desk in a real window.

import { createRecordId, type StationId } from '#shared/base/ids';
import { sm3Hex } from '#shared/crypto/sm3';
import { fromUtf8, utf8 } from '#shared/base/bytes';
import type { Chain } from '#shared/domain/registry';
import type { Change, JournalHead } from '#shared/ipc/contract';
import type { DeskCalls } from '#shared/ipc/desk';
import { parseLine } from '#shared/journal/line';
import { expect } from 'vitest';

export interface DeskUnderTest {
  readonly desk: Pick<DeskCalls, 'commit' | 'journalHeads'>;
  readonly owner: StationId;
  readonly readBytes: (chain: Chain, author: StationId, fromByte: number) => Promise<Uint8Array>;
}

export interface ContractFact {
  readonly title: string;
  readonly holds: (subject: DeskUnderTest) => Promise<void>;
}

/** `readyCrypto()` must have finished. */
export const deskContract: readonly ContractFact[] = [
  {
    title: 'commit appends one line per change, in order, each naming the hash of the one before',
    holds: async (subject) => {
      const before = await headOf(subject);
      const { lines, head } = await committed(subject, [incident(subject), incident(subject), incident(subject)]);
      expect(lines.map(({ seq }) => seq - before.seq)).toEqual([1, 2, 3]);
      expect(lines.map(({ prev }) => prev)).toEqual([before.hash, lines[0]?.hash, lines[1]?.hash]);
      expect({ seq: head.seq, hash: head.hash }).toEqual({ seq: lines[2]?.seq, hash: lines[2]?.hash });
      expect(await headOf(subject)).toEqual(head);
    },
  },
  {
    title: 'the bytes from the old length to the new head are exactly the canonical lines written',
    holds: async (subject) => {
      const before = await headOf(subject);
      const changes = [incident(subject), incident(subject)];
      const { lines, head } = await committed(subject, changes);
      const bytes = await subject.readBytes('working', subject.owner, before.sizeBytes);
      expect(bytes.length).toBe(head.sizeBytes - before.sizeBytes);
      const texts = fromUtf8(bytes).split('\n');
      expect(texts.pop()).toBe('');
      expect(texts.map((text) => sm3Hex(utf8(text)))).toEqual(lines.map(({ hash }) => hash));
      expect(texts.map(parseLine)).toMatchObject(changes.map((change) => ({ ok: true, value: change })));
    },
  },
  {
    title: 'a change that is refused leaves nothing of its whole commit',
    holds: async (subject) => {
      await committed(subject, [incident(subject)]);
      const before = await headOf(subject);
      const bad = { ...incident(subject), body: { kind: 'none' } } as Change;
      expect(await subject.desk.commit({ chain: 'working', changes: [incident(subject), bad] })).toMatchObject({
        ok: false,
        error: { code: 'record.bad-body' },
      });
      expect(await headOf(subject)).toEqual(before);
    },
  },
  {
    title: 'refuses an unknown table, the wrong chain and a record of another owner',
    holds: async (subject) => {
      const change = incident(subject);
      const stranger = createRecordId('f'.repeat(32) as StationId, randomBytes);
      const codes = [
        await subject.desk.commit({ chain: 'working', changes: [{ ...change, table: 'unknown' }] }),
        await subject.desk.commit({ chain: 'official', changes: [change] }),
        await subject.desk.commit({ chain: 'working', changes: [{ ...change, id: stranger }] }),
      ].map((result) => (result.ok ? 'ok' : result.error.code));
      expect(codes).toEqual(['record.unknown-table', 'record.wrong-chain', 'record.wrong-owner']);
    },
  },
  {
    title: 'commits sent together do not mix',
    holds: async (subject) => {
      const results = await Promise.all([1, 2, 3].map(() => committed(subject, [incident(subject), incident(subject)])));
      const seqs = results.flatMap(({ lines }) => lines.map(({ seq }) => seq));
      expect(seqs.map((seq) => seq - (seqs[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5]);
    },
  },
];

function incident({ owner }: DeskUnderTest): Change {
  const body = { kind: 'secrecy-stop', code: 'secrecy.keyword', subject: '项目名称' };
  return { op: 'put', table: 'incidents', id: createRecordId(owner, randomBytes), rev: 1, body };
}

async function committed({ desk }: DeskUnderTest, changes: Change[]) {
  const result = await desk.commit({ chain: 'working', changes });
  if (!result.ok) throw new Error(`commit failed: ${result.error.code}`);
  return result.value;
}

async function headOf({ desk, owner }: DeskUnderTest): Promise<JournalHead> {
  const heads = await desk.journalHeads({});
  if (!heads.ok) throw new Error(`journalHeads failed: ${heads.error.code}`);
  const none = { chain: 'working', author: owner, seq: 0, hash: '0'.repeat(64), sizeBytes: 0 } as JournalHead;
  return heads.value.find(({ chain, author }) => chain === 'working' && author === owner) ?? none;
}

function randomBytes(size: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(size));
}
