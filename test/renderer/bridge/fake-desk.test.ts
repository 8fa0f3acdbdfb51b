import { beforeAll, describe, expect, it } from 'vitest';
import { readyCrypto } from '#shared/crypto/sm3';
import { createFakeDesk } from '../../../renderer/bridge/fake-desk';
import { deskContract } from '../../contracts/desk-contract';

beforeAll(readyCrypto);

describe('createFakeDesk', () => {
  for (const { title, holds } of deskContract) {
    it(title, async () => {
      const fake = createFakeDesk();
      await holds({
        desk: fake.desk,
        owner: fake.station.stationId,
        readBytes: async (...where) => new Response(await fake.readJournal(...where)).bytes(),
      });
    });
  }

  it('fails calls that no test gave it', async () => {
    const { desk } = createFakeDesk();
    expect(await desk.signOut({})).toMatchObject({ ok: false, error: { code: 'fake.not-there' } });
  });
});
