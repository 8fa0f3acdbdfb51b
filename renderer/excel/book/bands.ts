// A long sheet cut into sheets of few rows, for the reading library: it joins what it has read anew every few hundred rows, the more
// often the busier the machine, so that one long sheet costs it rows times rows. Nothing is left out: the first band keeps what stands
// before the rows, the last what stands after them.

const BAND_ROWS = 1000;

export interface Band {
  /** Rows of the sheet that stand above the band; its own count from 1 again. */
  readonly above: number;
  readonly text: string;
}

/** Sheets whose rows are not numbered upwards, which no known program writes, stay whole. */
export function bandsOf(text: string): readonly Band[] {
  const whole = [{ above: 0, text }];
  const prefix = /<([\w.-]+:)?worksheet[\s>]/.exec(text)?.[1] ?? '';
  const start = text.indexOf('>', text.indexOf(`<${prefix}sheetData`)) + 1;
  const end = text.indexOf(`</${prefix}sheetData>`, start);
  if (start === 0 || end < 0) return whole;

  const row = `<${prefix}row`;
  const closing = `</${prefix}sheetData></${prefix}worksheet>`;
  const bands: Band[] = [];
  let parts: string[] = [];
  let [above, previous, count, kept] = [0, 0, 0, 0];
  for (let at = text.indexOf(row, start); at >= 0 && at < end; at = text.indexOf(row, at + row.length)) {
    const [, before = '', digits = ''] = NUMBERED.exec(text.slice(at, text.indexOf('>', at))) ?? [];
    const number = Number(digits);
    if (number <= previous) return whole;
    parts.push(text.slice(kept, at));
    kept = at;
    if (count === BAND_ROWS) {
      parts.push(closing);
      bands.push({ above, text: parts.join('') });
      [parts, above, count] = [[`<${prefix}worksheet><${prefix}sheetData>`], number - 1, 0];
    }
    parts.push(before, String(number - above));
    kept += before.length + digits.length;
    previous = number;
    count += 1;
  }
  parts.push(text.slice(kept));
  return [...bands, { above, text: parts.join('') }];
}

/** A row's opening tag up to its number, and the number. */
const NUMBERED = /^(<[^<>]*?\sr\s*=\s*["'])(\d{1,7})(?=["'])/;
