// One job after another: what reads, decides and writes the same things must not interleave. It knows none of them.

/** Runs the given jobs one at a time, in the order they came; a job that fails does not stop the next. */
export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job, job);
    last = result.catch(() => undefined);
    return result;
  };
}
