import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readyCrypto } from '#shared/crypto/sm3';
import { callDesk, onEvent, setDesk } from '../../../renderer/bridge/desk';
import { createFakeDesk } from '../../../renderer/bridge/fake-desk';

beforeAll(readyCrypto);
afterEach(() => {
  setDesk(null);
});

describe('callDesk', () => {
  it('answers with a failure where there is no desk', async () => {
    expect(await callDesk('journalHeads', {})).toEqual({ ok: false, error: { code: 'desk.missing' } });
  });

  it('turns a broken connection into a failure that quotes nothing', async () => {
    const broken = createFakeDesk({ calls: { journalHeads: () => Promise.reject(new Error('秘密')) } });
    setDesk(broken.desk);
    expect(await callDesk('journalHeads', {})).toEqual({
      ok: false,
      error: { code: 'desk.unreachable', evidence: { call: 'journalHeads' } },
    });
  });
});

describe('onEvent', () => {
  it('listens until it is told to stop', () => {
    const fake = createFakeDesk();
    setDesk(fake.desk);
    let heard = 0;
    const stop = onEvent('sessionLocked', () => (heard += 1));
    fake.emit('sessionLocked', {});
    stop();
    fake.emit('sessionLocked', {});
    expect(heard).toBe(1);
  });
});
