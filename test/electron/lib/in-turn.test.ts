// Jobs in turn: never two at once, and none lost after a failure.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../electron/lib/in-turn';

describe('createTurns', () => {
  it('runs one job at a time, in order, past a job that fails', async () => {
    const inTurn = createTurns();
    const trace: string[] = [];
    const job = (name: string, ms: number, fails = false) => async (): Promise<string> => {
      trace.push(`${name}+`);
      await sleep(ms);
      trace.push(`${name}-`);
      if (fails) throw new Error(name);
      return name;
    };
    const results = await Promise.allSettled([inTurn(job('a', 20)), inTurn(job('b', 10, true)), inTurn(job('c', 0))]);
    expect(trace).toEqual(['a+', 'a-', 'b+', 'b-', 'c+', 'c-']);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
