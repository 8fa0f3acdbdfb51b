// Where a piece of text stands before and after a place that only moves forward: asked ever so often, the text is gone over once.

export interface Seeker {
  /** The last place before `at`, -1 where there is none. Each question asks about the same place as the one before, or a later one. */
  readonly before: (at: number) => number;
  /** The first place at or after `at`, -1 where there is none. */
  readonly after: (at: number) => number;
}

export function createSeeker(text: string, piece: string, from: number): Seeker {
  let last = -1;
  let next = text.indexOf(piece, from);
  function go(at: number): void {
    while (next >= 0 && next < at) {
      last = next;
      next = text.indexOf(piece, next + 1);
    }
  }
  return {
    before(at) {
      go(at);
      return last;
    },
    after(at) {
      go(at);
      return next;
    },
  };
}
