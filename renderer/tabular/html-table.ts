// Reads the first table of an HTML text as a matrix of plain text, without building a document: nothing in it can load, run or be shown.
// Merged cells keep their text in the first place and leave the others empty, so that no amount is counted twice.

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', yen: '¥', middot: '·', times: '×', ldquo: '“', rdquo: '”' };
const TAG = /<(!--[\s\S]*?(?:-->|$)|\/?[a-z][a-z0-9]*(?:"[^"]*"|'[^']*'|[^'">])*>?)/gi;
const UNSHOWN = /<(style|script|head|xml|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BREAKS = new Set(['br', 'p', 'div', 'li']);

/** null when there is no table. At most so many rows and columns are read, and one of each more, to tell that there were. */
export function parseHtmlTable(html: string, mostRows: number, mostColumns: number): readonly (readonly string[])[] | null {
  const text = html.replace(UNSHOWN, '');
  const rows: string[][] = [];
  /** Places of a row that a cell of a row before reaches into. */
  const taken = new Map<number, Set<number>>();
  let depth = 0;
  let cell: string[] | null = null;
  let exact: string | null = null;
  let column = 0;
  let from = 0;

  const close = () => {
    if (cell === null) return;
    const row = rows[rows.length - 1];
    const shown = tidy(cell.join(''));
    if (row !== undefined) row[column] = exact !== null && /^[\d,.\s¥￥-]+$/.test(shown) ? exact : shown;
    cell = null;
  };

  for (const match of text.matchAll(TAG)) {
    if (cell !== null) cell.push(decode(text.slice(from, match.index)));
    from = match.index + match[0].length;
    const body = match[1] ?? '';
    if (body.startsWith('!')) continue;
    const closing = body.startsWith('/');
    const name = /^\/?([a-z0-9]+)/i.exec(body)?.[1]?.toLowerCase() ?? '';
    if (name === 'table') {
      depth += closing ? -1 : 1;
      if (closing && depth <= 0) {
        close();
        return rows.map((row) => Array.from({ length: row.length }, (_, at) => row[at] ?? ''));
      }
      continue;
    }
    // A table within a cell is only text of that cell.
    if (depth !== 1) {
      if (cell !== null && depth > 1 && (name === 'tr' || name === 'td')) cell.push(' ');
      continue;
    }
    if (name === 'tr') {
      close();
      if (closing) continue;
      if (rows.length > mostRows) return rows;
      rows.push([]);
    } else if (name === 'td' || name === 'th') {
      close();
      if (closing) continue;
      if (rows.length === 0) rows.push([]);
      const at = rows.length - 1;
      const row = rows[at] ?? [];
      column = row.length;
      while (taken.get(at)?.has(column) === true) row[column++] = '';
      const across = span(body, 'colspan', mostColumns);
      const down = span(body, 'rowspan', mostRows);
      for (let step = 0; step < across && column + step <= mostColumns; step++) {
        row[column + step] = '';
        for (let below = 1; below < down; below++) {
          const places = taken.get(at + below) ?? new Set<number>();
          taken.set(at + below, places.add(column + step));
        }
      }
      exact = /\sx:num="([-\d.eE+]+)"/.exec(body)?.[1] ?? null;
      cell = [];
    } else if (cell !== null && BREAKS.has(name) && (name === 'br' ? true : closing)) cell.push('\n');
  }
  if (rows.length === 0) return null;
  cell?.push(decode(text.slice(from)));
  close();
  return rows.map((row) => Array.from({ length: row.length }, (_, at) => row[at] ?? ''));
}

function span(tag: string, name: string, most: number): number {
  const found = new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(tag)?.[1];
  return Math.max(1, Math.min(most, Number(found ?? 1)));
}

/** Source line ends are blanks in HTML; only its own breaks are line ends. They come here as lone line feeds within the joined text. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\r\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

function decode(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
