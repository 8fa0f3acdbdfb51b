import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordIdSchema } from '#shared/base/ids';
import { createSession, IDLE_MS } from '../../../electron/station/session';

const operator = recordIdSchema.parse('00000000-0000-8000-8000-000000000001');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createSession', () => {
  it('ends after a quarter of an hour without a sign of life', () => {
    const onEnd = vi.fn();
    const session = createSession(onEnd);
    session.begin(operator);
    vi.advanceTimersByTime(IDLE_MS - 1);
    expect(session.operator()).toBe(operator);
    vi.advanceTimersByTime(1);
    expect(session.operator()).toBeNull();
    expect(onEnd.mock.calls).toEqual([['idle']]);
  });

  it('goes on as long as it is touched', () => {
    const onEnd = vi.fn();
    const session = createSession(onEnd);
    session.begin(operator);
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(IDLE_MS - 1);
      session.touch();
    }
    expect(session.operator()).toBe(operator);
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('is not brought to life by a touch', () => {
    const session = createSession(() => undefined);
    session.touch();
    expect(session.operator()).toBeNull();
  });

  it('ends once, and its timer with it', () => {
    const onEnd = vi.fn();
    const session = createSession(onEnd);
    session.begin(operator);
    session.end('signed-out');
    session.end('asleep');
    vi.advanceTimersByTime(IDLE_MS * 2);
    expect(onEnd.mock.calls).toEqual([['signed-out']]);
  });
});
