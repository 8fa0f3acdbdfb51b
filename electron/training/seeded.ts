// Chance for made-up data: the same seed gives the same sequence on any machine. Never for keys, ids or anything that must not be guessed.

export interface Chance {
  /** A whole number between both ends. */
  whole(from: number, to: number): number;
  oneOf<T>(list: readonly [T, ...T[]]): T;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
}

export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    oneOf: (list) => list[whole(0, list.length - 1)] ?? list[0],
    percent: (share) => next() * 100 < share,
  };
}
