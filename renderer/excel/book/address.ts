// Cell addresses as people read them: 'C5' is row 5, column 3.

export interface Address {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly from: Address;
  readonly to: Address;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export function addressText({ row, column }: Address): string {
  return `${columnLetters(column)}${String(row)}`;
}

/** null for anything that is no cell of a sheet. */
export function parseAddress(text: string): Address | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}

export function parseRange(text: string): Range | null {
  const [first = '', last = first] = text.split(':');
  const [from, to] = [parseAddress(first), parseAddress(last)];
  return from === null || to === null || from.row > to.row || from.column > to.column ? null : { from, to };
}
