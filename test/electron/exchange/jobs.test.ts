import { describe, expect, it } from 'vitest';
import { createJobs, type Job } from '../../../electron/exchange/jobs';

const A = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

describe('createJobs', () => {
  it('runs one job per id at a time', async () => {
    const jobs = createJobs(() => undefined);
    const first = jobs.run(A, () => Promise.resolve(1));
    expect(await jobs.run(A, () => Promise.resolve(2))).toBeNull();
    expect(await first).toBe(1);
    expect(await jobs.run(A, () => Promise.resolve(3))).toBe(3);
  });

  it('passes a cancel on by the signal, and forgets failed jobs', async () => {
    const jobs = createJobs(() => undefined);
    const waiting = jobs.run(A, ({ signal }) => new Promise((_, refused) => { signal.addEventListener('abort', () => { refused(new Error('stopped')); }); }));
    jobs.cancel('another');
    jobs.cancel(A);
    await expect(waiting).rejects.toThrow('stopped');
    expect(await jobs.run(A, () => Promise.resolve('free again'))).toBe('free again');
  });

  it('is idle only when the last job has ended', async () => {
    const jobs = createJobs(() => undefined);
    const order: string[] = [];
    let finish = () => undefined as void;
    void jobs.run(A, () => new Promise<void>((done) => { finish = done; })).then(() => order.push('job'));
    const idle = jobs.idle().then(() => order.push('idle'));
    finish();
    await idle;
    expect(order).toEqual(['job', 'idle']);
  });

  it('reports the first and the last word of each step and thins out between', async () => {
    const heard: string[] = [];
    const jobs = createJobs(({ step, done }) => void heard.push(`${step} ${String(done)}`));
    await jobs.run(A, ({ onProgress }: Job) => {
      for (const step of ['reading', 'storing'] as const) for (let done = 0; done <= 1000; done++) onProgress({ step, unit: 'parts', done, total: 1000 });
      return Promise.resolve();
    });
    expect(heard).toEqual(expect.arrayContaining(['reading 0', 'reading 1000', 'storing 0', 'storing 1000']));
    expect(heard.length).toBeLessThan(500);
  });
});
