// Long work on the window's thread leaves room for what comes between.
import { describe, expect, it } from 'vitest';
import { inSlices } from '../../../../renderer/features/plan/in-slices';

function* slow(count: number, ms: number): Generator<number> {
  for (let at = 0; at < count; at++) {
    const end = performance.now() + ms;
    while (performance.now() < end);
    yield at;
  }
}

describe('inSlices', () => {
  it('yields everything, lets other tasks run between, and tells how far it is', async () => {
    let tasks = 0;
    const timer = setInterval(() => { tasks += 1; });
    const told: number[] = [];
    const all = await inSlices(slow(200, 3), new AbortController().signal, (done) => told.push(done));
    clearInterval(timer);
    expect(all).toHaveLength(200);
    expect(tasks).toBeGreaterThan(5);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('ends where it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => { stop.abort(); }, 20);
    let done = 0;
    function* endless(): Generator<number> {
      for (;;) {
        done += 1;
        yield done;
      }
    }
    expect(await inSlices(endless(), stop.signal)).toBeNull();
  });
});
