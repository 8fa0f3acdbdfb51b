// The keyboard of the sheet: what a key does in a chosen cell, while typing in it and while editing it.
import { describe, expect, it } from 'vitest';
import { type KeyPressed, sheetAction, type SheetMode } from '../../../../renderer/ui/sheet/sheet-keys';

function press(text: string, mode: SheetMode, more: Partial<KeyPressed> = {}) {
  const parts = text.split('+').filter((part) => part !== '');
  const key = text.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string) => parts.slice(0, -1).includes(name) || (text.endsWith('++') && parts.includes(name));
  return sheetAction({ key, keyCode: 0, isComposing: false, metaKey: false, ctrlKey: has('Ctrl'), shiftKey: has('Shift'), altKey: has('Alt'), ...more }, mode);
}

describe('sheetAction', () => {
  it('does nothing with a key an input method took, in any mode', () => {
    for (const mode of ['select', 'type', 'edit'] as const) {
      for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown', 'Delete', 'F2']) {
        expect(press(key, mode, { isComposing: true })).toBeNull();
        expect(press(key, mode, { keyCode: 229 })).toBeNull();
      }
    }
  });

  it('moves and marks in a chosen cell', () => {
    expect(press('ArrowLeft', 'select')).toEqual({ do: 'move', to: 'left', extend: false });
    expect(press('Shift+ArrowDown', 'select')).toEqual({ do: 'move', to: 'down', extend: true });
    expect(press('Ctrl+End', 'select')).toEqual({ do: 'move', to: 'last', extend: false });
    expect(press('Ctrl+Shift+Home', 'select')).toEqual({ do: 'move', to: 'first', extend: true });
    expect(press('PageDown', 'select')).toEqual({ do: 'move', to: 'page-down', extend: false });
    expect(press('Home', 'select')).toEqual({ do: 'move', to: 'row-start', extend: false });
  });

  it('finishes what was typed with an arrow, but moves the caret in an edited cell', () => {
    expect(press('ArrowRight', 'type')).toEqual({ do: 'move', to: 'right', extend: false });
    expect(press('Home', 'type')).toBeNull();
    for (const key of ['ArrowRight', 'ArrowUp', 'Home', 'Delete', 'Ctrl+Z', 'Ctrl+A']) expect(press(key, 'edit')).toBeNull();
  });

  it('goes on with Enter and Tab from every mode', () => {
    for (const mode of ['select', 'type', 'edit'] as const) {
      expect(press('Enter', mode)).toEqual({ do: 'enter', back: false });
      expect(press('Shift+Enter', mode)).toEqual({ do: 'enter', back: true });
      expect(press('Shift+Tab', mode)).toEqual({ do: 'tab', back: true });
      expect(press('Ctrl+Enter', mode)).toEqual({ do: 'save' });
      expect(press('Alt+Enter', mode)).toEqual({ do: 'line-break' });
      expect(press('F4', mode)).toEqual({ do: 'open' });
    }
    expect(press('Alt+F4', 'select')).toBeNull();
    expect(press('Ctrl+Tab', 'select')).toBeNull();
  });

  it('takes Excel’s other keys in a chosen cell only', () => {
    const keys = {
      F2: 'edit', Delete: 'clear', 'Ctrl+D': 'fill-down', 'Ctrl+Z': 'undo', 'Ctrl+y': 'redo', 'Ctrl+Shift+Z': 'redo', 'Ctrl+a': 'select-all', 'Ctrl+-': 'remove-rows', 'Ctrl+Shift++': 'insert-row', 'Alt+ArrowDown': 'choices', Escape: 'release',
    };
    for (const [key, what] of Object.entries(keys)) expect([key, press(key, 'select')]).toEqual([key, { do: what }]);
    expect(press('Escape', 'type')).toEqual({ do: 'restore' });
    expect(press('Ctrl+Z', 'type')).toBeNull();
  });

  it('begins an empty text with the key that rubs out, and leaves that key to a text that is being typed', () => {
    expect(press('Backspace', 'select')).toEqual({ do: 'empty' });
    expect(press('Backspace', 'type')).toBeNull();
    expect(press('Backspace', 'edit')).toBeNull();
  });

  it('leaves characters, copying and pasting to the input', () => {
    for (const key of ['a', '养', '1', ' ', 'Ctrl+c', 'Ctrl+V', 'Ctrl+X', 'F1', 'F5']) expect([key, press(key, 'select')]).toEqual([key, null]);
  });
});
