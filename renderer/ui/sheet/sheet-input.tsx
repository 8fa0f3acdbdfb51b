// The active cell's real input, which has the focus while the sheet has it. Over a chosen cell it is empty and see-through, so that the
// first key, an input method's too, begins a new text. It goes from cell to cell; only the finished text leaves it.

import { type InputEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { SheetChoices, useChoiceList } from './sheet-choices';
import type { SheetMode } from './sheet-keys';
import type { SheetColumn } from './sheet-types';
import type { SheetView } from './sheet-view';
import { useSheetFocus } from './use-sheet-focus';

/** What the sheet asks of the cell being typed in. */
export interface SheetEditor {
  /** The finished text, or null when nothing was changed. */
  take: () => string | null;
}

export interface SheetInputProps<Row> {
  readonly column: SheetColumn<Row>;
  readonly row: Row;
  readonly mode: SheetMode;
  readonly label: string;
  readonly describedBy: string;
  readonly view: SheetView;
  readonly editor: SheetEditor;
  readonly onTyping: (text: string) => void;
  /** The cell is left otherwise than by a key of the sheet's. */
  readonly onLeave: () => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement;

export function SheetInput<Row>({ column, row, mode, label, describedBy, view, editor, onTyping, onLeave }: SheetInputProps<Row>) {
  const ref = useRef<Control>(null);
  const [query, setQuery] = useState('');
  const editable = column.isEditable(row);
  const text = column.text(row);
  const picking = column.choices !== undefined && column.editor === 'choice' && mode !== 'select' && editable;
  const list = useChoiceList(picking ? column.choices : undefined, query, text);
  // What was looked for ends with the typing it belonged to.
  if (mode === 'select' && query !== '') setQuery('');

  useSheetFocus(view, ref);
  const begun = useRef(text);
  useLayoutEffect(() => {
    begun.current = text;
  });
  useLayoutEffect(() => {
    const control = ref.current;
    if (control === null) return;
    if (mode === 'select') {
      // A real change even where all was rubbed out: with it goes what the browser would take back in the next cell.
      control.value = ' ';
      control.value = '';
    }
    if (mode !== 'edit') return;
    const { current: held } = begun;
    control.value = held;
    control.setSelectionRange(held.length, held.length);
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [mode]);

  // What the sheet takes when the cell is finished, and what it takes over when the cell goes away while being typed in.
  const { picked } = list;
  useLayoutEffect(() => {
    editor.take = () => {
      const typed = picked ?? ref.current?.value ?? text;
      return typed === text ? null : typed;
    };
  }, [editor, picked, text]);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  // Before the input itself is gone.
  useLayoutEffect(() => () => { leave.current(); }, []);

  const typed = () => {
    // An input method may come to its end only after the cell has.
    if (view.get().mode !== 'select') onTyping(ref.current?.value ?? '');
  };
  const typing = ({ nativeEvent }: InputEvent<Control>) => {
    if (view.get().mode === 'select') view.setMode('type');
    if (column.choices !== undefined) setQuery(ref.current?.value ?? '');
    // Letters on their way through an input method are not the text yet.
    if (!nativeEvent.isComposing) typed();
  };
  const common = {
    className: 'sheet-input',
    'aria-label': label,
    'aria-describedby': describedBy,
    'data-mode': mode,
    spellCheck: false,
    autoComplete: 'off',
    defaultValue: '',
    onInput: typing,
    onCompositionStart: () => { if (view.get().mode === 'select') view.setMode('type'); },
    onCompositionEnd: typed,
    onBlur: onLeave,
    onKeyDown: (event: KeyboardEvent) => {
      if (picking && list.onKey(event.nativeEvent)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  };
  // A paragraph's own line breaks must survive: only a text area holds them.
  if (column.editor === 'long') return <textarea ref={ref as React.RefObject<HTMLTextAreaElement>} {...common} readOnly={!editable} rows={1} />;
  return (
    <>
      <input
        ref={ref as React.RefObject<HTMLInputElement>}
        {...common}
        type="text"
        readOnly={!editable}
        {...(picking ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': list.id, 'aria-activedescendant': list.activeId } : {})}
      />
      {picking && (
        <SheetChoices
          list={list}
          under={ref}
          onPick={(code) => {
            editor.take = () => (code === text ? null : code);
            onLeave();
          }}
        />
      )}
    </>
  );
}
