import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readyCrypto } from '#shared/crypto/sm3';
import type { Change } from '#shared/ipc/contract';
import { createFakeDesk } from '../../../../renderer/bridge/fake-desk';
import { KEPT_STATES } from '../../../../renderer/data/worker/drafts';
import { KEPT_STEPS } from '../../../../renderer/data/worker/steps';
import { draft, planItem, put, remove } from '../support/records';
import { snapshot } from '../support/snapshot';
import { counting, deleteOpened, fail, freshDb, OWN, start, uuid } from '../support/projections';

beforeAll(readyCrypto);
deleteOpened();

describe('drafts in the tables', () => {
  it('drops a draft once the official revision outranks it, whichever chain comes first', async () => {
    const fake = createFakeDesk({ stationId: OWN });
    const [done, open_, removed] = [fake.newId(), fake.newId(), fake.newId()];
    const working = [
      put('drafts', done, 1, draft({ basedOnRev: 0 })),
      put('drafts', open_, 1, draft({ basedOnRev: 0 })),
      put('drafts', open_, 1, draft({ basedOnRev: 1 })),
      put('drafts', removed, 1, draft({ basedOnRev: 1 })),
    ];
    const official = [
      put('planItems', done, 1, planItem(done)),
      put('planItems', open_, 1, planItem(open_)),
      put('planItems', removed, 1, planItem(removed)),
      remove('planItems', removed, 2),
    ];
    const results = [];
    for (const order of [[working, official], [official, working]] as const) {
      const own = createFakeDesk({ stationId: OWN });
      const { db, projection } = start(own);
      for (const changes of order) {
        if (changes === official) own.receive(OWN, done, changes);
        else await own.desk.commit({ chain: 'working', changes: [...changes] });
        await projection.sync(own.heads());
      }
      results.push((await db.drafts.toArray()).map(({ id, body }) => [id, body.basedOnRev]));
    }
    expect(results[0]).toEqual([[open_, 1]]);
    expect(results[1]).toEqual(results[0]);
  });

  it('keeps the newest states of a draft and the newest steps, however the lines are cut into batches', async () => {
    const fake = createFakeDesk({ random: counting() });
    const ids = [fake.newId(), fake.newId()];
    const changes = Array.from({ length: 520 }, (_, n): Change => {
      const step = { id: uuid(n % 7 === 0 ? 5 : 1000 + Math.floor(n / 2)), scope: 'planItems/2026', label: '改', kind: 'do', of: null };
      return put('drafts', ids[n % 3 === 0 ? 0 : 1] ?? fail(), 1, { ...draft({ form: { n } }), step });
    });
    const reply = await fake.desk.commit({ chain: 'working', changes });
    expect(reply.ok).toBe(true);
    const whole = start(fake, freshDb(), 2000);
    await whole.sync();
    expect(await whole.db.revisions.count()).toBe(2 * KEPT_STATES);
    expect(await whole.db.steps.count()).toBe(KEPT_STEPS);
    for (const batchLines of [1, 7, 150]) {
      const cut = start(fake, freshDb(), batchLines);
      await cut.sync();
      expect(await snapshot(cut.db)).toEqual(await snapshot(whole.db));
    }
  });
});
