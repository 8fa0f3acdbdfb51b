// Notes on cells as Excel keeps them: the texts in one part, the little boxes they stand in in a drawing of the old kind.

import { addressText } from '../book/address';
import { escapeText } from '../write/escape';

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function commentsXml(notes: readonly Note[]): string {
  const list = notes.map((note) => `<comment ref="${addressText(note)}" authorId="0"><text><r><t xml:space="preserve">${escapeText(note.text)}</t></r></text></comment>`);
  return `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>购服台</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** Every box hidden until the mouse rests on its cell. */
export function commentShapes(notes: readonly Note[]): string {
  const shapes = notes.map((note, index) => {
    const [row, column] = [note.row - 1, note.column - 1];
    const anchor = [column + 1, 15, row, 2, column + 3, 15, row + 3, 4].join(', ');
    return `<v:shape id="_x0000_s${String(1025 + index)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${String(row)}</x:Row><x:Column>${String(column)}</x:Column></x:ClientData></v:shape>`;
  });
  const kind = '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  const layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${layout}${kind}${shapes.join('')}</xml>`;
}
