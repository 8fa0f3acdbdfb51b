// Which key does what in the sheet, by what the active cell is at. Pure. A key that belongs to an input method does nothing.

/** 'select': the cell is chosen and its whole text would be replaced. 'type': replaced by typing. 'edit': opened with F2. */
export type SheetMode = 'select' | 'type' | 'edit';

export type Move =
  | 'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'row-start' | 'row-end' | 'first' | 'last' | 'column-top' | 'column-bottom';

export type SheetAction =
  | { readonly do: 'move'; readonly to: Move; readonly extend: boolean }
  /** Tab: the next Enter returns to the column where the run of Tabs began. */
  | { readonly do: 'tab'; readonly back: boolean }
  | { readonly do: 'enter'; readonly back: boolean }
  | { readonly do: 'sort'; readonly direction: 'ascending' | 'descending' }
  | { readonly do: 'next-mark'; readonly direction: 1 | -1 }
  | {
      readonly do:
        | 'edit' | 'empty' | 'restore' | 'release' | 'clear' | 'fill-down' | 'undo' | 'redo' | 'save' | 'open' | 'insert-row' | 'remove-rows' | 'select-all' | 'choices' | 'line-break';
    };

export interface KeyPressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

const ARROWS: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const JUMPS: Readonly<Record<string, Move>> = { PageUp: 'page-up', PageDown: 'page-down', Home: 'row-start', End: 'row-end' };
const FAR: Readonly<Record<string, Move>> = {
  Home: 'first', End: 'last', ArrowUp: 'column-top', ArrowDown: 'column-bottom', ArrowLeft: 'row-start', ArrowRight: 'row-end',
};

/** null: the key is the input's own, or nobody's. */
export function sheetAction(key: KeyPressed, mode: SheetMode): SheetAction | null {
  // 229 is what Chromium says of a key that an input method took.
  if (key.isComposing || key.keyCode === 229) return null;
  const control = key.ctrlKey || key.metaKey;
  const extend = key.shiftKey;
  if (key.key === 'Enter') {
    if (key.altKey) return { do: 'line-break' };
    return control ? { do: 'save' } : { do: 'enter', back: extend };
  }
  if (key.key === 'Tab') return control || key.altKey ? null : { do: 'tab', back: extend };
  if (key.key === 'F4') return key.altKey ? null : { do: 'open' };
  if (key.key === 'F8') return { do: 'next-mark', direction: extend ? -1 : 1 };
  if (key.altKey) return mode === 'select' ? withAlt(key) : null;
  if (mode === 'edit') return key.key === 'Escape' ? { do: 'restore' } : null;
  if (mode === 'type') {
    if (key.key === 'Escape') return { do: 'restore' };
    const arrow = control ? undefined : (ARROWS[key.key] ?? (key.key.startsWith('Page') ? JUMPS[key.key] : undefined));
    return arrow === undefined || extend ? null : { do: 'move', to: arrow, extend: false };
  }
  return control ? withControl(key) : plain(key);
}

function plain({ key, shiftKey: extend }: KeyPressed): SheetAction | null {
  const to = ARROWS[key] ?? JUMPS[key];
  if (to !== undefined) return { do: 'move', to, extend };
  if (key === 'F2') return { do: 'edit' };
  if (key === 'Delete') return { do: 'clear' };
  if (key === 'Backspace') return { do: 'empty' };
  return key === 'Escape' ? { do: 'release' } : null;
}

function withControl({ key, shiftKey: shift }: KeyPressed): SheetAction | null {
  const far = FAR[key];
  if (far !== undefined) return { do: 'move', to: far, extend: shift };
  switch (key.toLowerCase()) {
    case 'd':
      return { do: 'fill-down' };
    case 'z':
      return { do: shift ? 'redo' : 'undo' };
    case 'y':
      return { do: 'redo' };
    case 'a':
      return { do: 'select-all' };
    case '+':
      return { do: 'insert-row' };
    case '=':
      return shift ? { do: 'insert-row' } : null;
    case '-':
      return { do: 'remove-rows' };
    default:
      return null;
  }
}

function withAlt({ key, shiftKey: shift }: KeyPressed): SheetAction | null {
  if (key === 'ArrowDown') return shift ? { do: 'sort', direction: 'descending' } : { do: 'choices' };
  return key === 'ArrowUp' && shift ? { do: 'sort', direction: 'ascending' } : null;
}
