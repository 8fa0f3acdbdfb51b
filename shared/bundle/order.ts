// The one order of names in lists: by code unit, as `LC_ALL=C sort` has it for ASCII. No locale takes part.

export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
