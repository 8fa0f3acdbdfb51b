// Where the browser broke a text into lines. It reads a laid-out text and changes nothing.

/** Offsets at which a new line begins, the first being 0. Every offset lies between two characters, never inside one. */
export function lineStarts(text: Text | null): readonly number[] {
  if (text === null) return [0];
  const range = text.ownerDocument.createRange();
  const starts = [0];
  let lineTop: number | null = null;
  let at = 0;
  for (const character of text.data) {
    range.setStart(text, at);
    range.setEnd(text, at + character.length);
    // A blank at the end of a line and a line break have no box of their own; they stay with the line before.
    const box = range.getClientRects()[0];
    if (box !== undefined && box.width > 0) {
      if (lineTop === null) lineTop = box.top;
      else if (box.top > lineTop + box.height / 2) {
        starts.push(at);
        lineTop = box.top;
      }
    }
    at += character.length;
  }
  return starts;
}

/** The text of the lines `from` up to `to`, without the break that ends it. */
export function linesOf(text: string, starts: readonly number[], from: number, to: number): string {
  const start = starts[from];
  return start === undefined ? '' : text.slice(start, starts[to] ?? text.length).replace(/\n$/, '');
}
