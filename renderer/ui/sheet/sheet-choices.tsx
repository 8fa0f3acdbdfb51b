// The list under a cell that takes one of a few codes: narrowed while typing, by characters, code or initials.

import { type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Choice } from '../../tabular/column';
import { matches, searchText } from '../pinyin-search';
import { type KeyPressed } from './sheet-keys';

export interface ChoiceList {
  readonly id: string;
  readonly found: readonly Choice[];
  readonly active: number;
  readonly activeId: string | undefined;
  /** The code that finishing the cell takes: undefined while the text itself is to be taken. */
  readonly picked: string | undefined;
  /** True when the key was the list's. */
  readonly onKey: (key: KeyPressed) => boolean;
  readonly point: (index: number) => void;
}

const MOST_SHOWN = 60;

/** `held` is the code the cell has: pointed at until something is typed or another is gone to. Without `choices` the list is closed. */
export function useChoiceList(choices: readonly Choice[] | undefined, query: string, held: string): ChoiceList {
  const id = useId();
  const [pointed, setPointed] = useState<{ readonly query: string; readonly index: number } | null>(null);
  // It opens anew for every cell.
  if (choices === undefined && pointed !== null) setPointed(null);
  const found = useMemo(() => (choices === undefined ? [] : findChoices(choices, query.trim())), [choices, query]);
  const moved = pointed !== null && pointed.query === query;
  const asked = query.trim() !== '';
  const active = moved ? Math.min(pointed.index, found.length - 1) : asked ? 0 : found.findIndex(({ code }) => code === held);
  const chosen = moved || asked ? found[active]?.code : undefined;
  return {
    id,
    found,
    active,
    activeId: found[active] === undefined ? undefined : `${id}-${String(active)}`,
    picked: chosen,
    point: (index) => { setPointed({ query, index }); },
    onKey(key) {
      if (key.isComposing || key.keyCode === 229 || key.ctrlKey || found.length === 0) return false;
      if (key.key !== 'ArrowDown' && key.key !== 'ArrowUp') return false;
      const from = active === -1 && key.key === 'ArrowUp' ? 0 : active;
      setPointed({ query, index: (from + (key.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length });
      return true;
    },
  };
}

interface SheetChoicesProps {
  readonly list: ChoiceList;
  readonly under: RefObject<Element | null>;
  readonly onPick: (code: string) => void;
}

export function SheetChoices({ list, under, onPick }: SheetChoicesProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const rect = under.current?.getBoundingClientRect();
    const { current } = box;
    if (rect === undefined || current === null || under.current === null) return;
    current.style.fontSize = getComputedStyle(under.current).fontSize;
    const above = rect.bottom + current.offsetHeight > window.innerHeight && rect.top > current.offsetHeight;
    current.style.left = `${String(Math.max(0, Math.min(rect.left, window.innerWidth - current.offsetWidth)))}px`;
    current.style.top = `${String(above ? rect.top - current.offsetHeight : rect.bottom)}px`;
    current.style.minWidth = `${String(rect.width)}px`;
    current.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return createPortal(
    <div ref={box} id={list.id} role="listbox" aria-label="可选的内容" className="sheet-choices" onMouseDown={(event) => { event.preventDefault(); event.stopPropagation(); }}>
      {list.found.length === 0 && <div role="option" aria-selected={false} aria-disabled className="sheet-choice soft">没有查到，换一个词</div>}
      {list.found.map(({ code, label }, index) => (
        <div
          key={code}
          id={`${list.id}-${String(index)}`}
          role="option"
          aria-selected={index === list.active}
          className="sheet-choice"
          onMouseMove={() => { if (index !== list.active) list.point(index); }}
          onClick={() => { onPick(code); }}
        >
          {label}
        </div>
      ))}
    </div>,
    document.body,
  );
}

function findChoices(choices: readonly Choice[], query: string): readonly Choice[] {
  if (query === '') return choices.slice(0, MOST_SHOWN);
  const plain = query.toLowerCase();
  const direct = choices.filter(({ code, label }) => code.toLowerCase().startsWith(plain) || label.toLowerCase().includes(plain));
  // Pinyin is worked out only for what may be pinyin.
  const spelt = /^[a-z\s]+$/.test(plain) ? choices.filter((choice) => matches(haystackOf(choice), plain)) : [];
  return [...new Set([...direct, ...spelt])].slice(0, MOST_SHOWN);
}

const haystacks = new WeakMap<Choice, string>();

function haystackOf(choice: Choice): string {
  let held = haystacks.get(choice);
  if (held === undefined) {
    held = searchText([choice.code], choice.label);
    haystacks.set(choice, held);
  }
  return held;
}
