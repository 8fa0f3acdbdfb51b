// Lines of any offices, in any order of journals, cut into any batches, with transactions that break off: always the same tables.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId, StationId } from '#shared/base/ids';
import { readyCrypto } from '#shared/crypto/sm3';
import { createFakeDesk, type FakeDesk } from '../../../../renderer/bridge/fake-desk';
import { type DeskDb } from '../../../../renderer/data/db';
import { acceptance, contract, decision, draft, planItem, put, remove } from '../support/records';
import { keptFigures, recount } from '../support/recount';
import { snapshot } from '../support/snapshot';
import { counting, COUNTY, deleteOpened, freshDb, OWN, start, station, UNIT, uuid } from '../support/projections';

beforeAll(readyCrypto);
deleteOpened();

describe('createProjection', () => {
  it('ends in the same tables and in a full recount for any lines, order of journals, batches and crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 70 }), async (steps, batchLines) => {
        const fake = createFakeDesk({ random: counting() });
        const live = start(fake, freshDb(), batchLines);
        const world = createWorld(fake);
        for (const step of steps) {
          if (step.kind === 'sync') {
            await crashing(live.db, step.crashAt, () => live.sync());
          } else if (step.kind === 'drafts') await world.draft(step);
          else world.take(step);
        }
        expect((await live.sync()).ok).toBe(true);
        expect(await keptFigures(live.db)).toEqual(await recount(live.db));

        const replayed = start(fake, freshDb(), 64);
        expect((await replayed.projection.sync([...fake.heads()].reverse())).ok).toBe(true);
        expect(await snapshot(replayed.db)).toEqual(await snapshot(live.db));
        await Promise.all([live.db.delete(), replayed.db.delete()]);
      }),
      { numRuns: 80 },
    );
  });
});

const AUTHORS = [UNIT, COUNTY, OWN] as const;
const REGIONS = ['150121', '150122'] as const;

const stepArbitrary = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sync' as const), crashAt: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('drafts' as const),
      /** A small pool of records, so that drafts meet official revisions, removals and each other. */
      about: fc.constantFrom('planItems' as const, 'contracts' as const),
      slots: fc.array(fc.nat(1), { minLength: 1, maxLength: 3 }),
      as: fc.constantFrom('planItems' as const, 'contracts' as const),
      basedOnRev: fc.nat(2),
      does: fc.constantFrom('put' as const, 'put' as const, 'bin' as const, 'remove' as const),
      step: fc.option(fc.record({ id: fc.nat(4), kind: fc.constantFrom('do' as const, 'undo' as const, 'redo' as const) })),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('planItems' as const, 'decisions' as const, 'contracts' as const, 'acceptances' as const, 'stations' as const),
      author: fc.nat(AUTHORS.length - 1),
      slot: fc.nat(1),
      about: fc.nat(5),
      removes: fc.boolean(),
      /** Writes a revision that is not above the last, as a broken office might. */
      stale: fc.boolean(),
      aboutPresent: fc.boolean(),
      choice: fc.nat(5),
      amountFen: fc.oneof(fc.nat(1000), fc.constant(9_000_000_000_000_000)),
    }),
  },
);
type Any = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never;
type Step = Extract<Any, { slot: number }>;
type DraftStep = Extract<Any, { slots: number[] }>;

/** Offices that write, revise, remove and decide; lines of one author are in order, everything else is as it falls. */
function createWorld(fake: FakeDesk) {
  const ids = new Map<string, RecordId>();
  const revs = new Map<RecordId, number>();
  const hashes = new Map<RecordId, string>();
  const idOf = (kind: string, author: StationId, slot: number) => {
    const key = `${kind}/${author}/${String(slot)}`;
    const id = ids.get(key) ?? fake.newId(author);
    ids.set(key, id);
    return id;
  };
  return {
    async draft({ about, slots, as, basedOnRev, does, step }: DraftStep) {
      const shared = step && { id: uuid(step.id), scope: `${as}/2026`, label: '改', kind: step.kind, of: step.kind === 'do' ? null : uuid(0) };
      const body = { ...draft({ kind: as, basedOnRev }), ...(shared && { step: shared }), ...(does === 'bin' && { binned: true }) };
      const changes = slots.map((slot) => {
        const id = idOf(about, OWN, slot);
        return does === 'remove' ? remove('drafts', id, 1) : put('drafts', id, 1, body);
      });
      const reply = await fake.desk.commit({ chain: 'working', changes });
      if (!reply.ok) throw new Error(reply.error.code);
    },
    take({ kind, author: index, slot, about, removes, stale, aboutPresent, choice, amountFen }: Step) {
      const author = AUTHORS[index] ?? UNIT;
      const id = idOf(kind, author, slot);
      const item = idOf('planItems', AUTHORS[about % AUTHORS.length] ?? UNIT, Math.floor(about / AUTHORS.length));
      const rev = Math.max(1, (revs.get(id) ?? 0) + (stale && choice < 3 ? 0 : 1));
      revs.set(id, rev);
      const year = choice < 3 ? 2026 : 2027;
      const bodies = {
        planItems: () => planItem(idOf('buyers', author, choice % 2), { year, amountFen, catalogueCode: `${String(choice + 1)}.01` }),
        decisions: () =>
          decision(item, aboutPresent ? (revs.get(item) ?? 1) : choice + 1, (hashes.get(item) ?? '0'.repeat(64)) as never, {
            outcome: (['approved', 'cut', 'returned', 'refused'] as const)[choice % 4] ?? 'cut',
            amountFen,
            decidedOn: `${String(year)}-03-0${String(choice + 1)}`,
          }),
        contracts: () => contract(item, { amountFen, signedOn: `${String(year)}-05-01` }),
        acceptances: () => acceptance(idOf('contracts', AUTHORS[about % AUTHORS.length] ?? UNIT, choice % 2), { payableFen: amountFen, acceptedOn: `${String(year)}-06-01` }),
        stations: () => station(choice === 5 ? UNIT : author, REGIONS[choice % 2] ?? '150121', fake),
      };
      fake.receive(author, id, [removes && choice > 2 ? remove(kind, id, rev) : put(kind, id, rev, bodies[kind]())]);
      hashes.set(id, fake.heads().find((head) => head.author === author && head.chain === 'official')?.hash ?? '');
    },
  };
}
/** Runs a sync whose n-th transaction breaks off at its very end; 0 lets it pass. */
async function crashing(db: DeskDb, crashAt: number, sync: () => Promise<unknown>): Promise<void> {
  let left = crashAt;
  const onWrite = () => {
    left -= 1;
    if (left === 0) throw new Error('power cut');
  };
  db.appliedHeads.hook('creating', onWrite);
  db.appliedHeads.hook('updating', onWrite);
  await sync();
  db.appliedHeads.hook('creating').unsubscribe(onWrite);
  db.appliedHeads.hook('updating').unsubscribe(onWrite);
}
