// The search field of the reader: Ctrl+F comes here, Enter goes to the next place, and how many there are is said.

import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

interface ClauseSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly hits: number;
  readonly reader: RefObject<HTMLElement | null>;
}

export function ClauseSearch({ query, onQuery, hits, reader }: ClauseSearchProps) {
  const field = useRef<InputRef>(null);
  const [at, setAt] = useState(0);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      field.current?.focus({ cursor: 'all' });
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, []);

  useEffect(() => {
    const marks = reader.current?.querySelectorAll('mark') ?? [];
    for (const [index, mark] of marks.entries()) mark.toggleAttribute('data-current', index === at);
    marks[at]?.scrollIntoView({ block: 'center' });
  }, [query, at, reader]);

  const go = (by: 1 | -1) => {
    if (hits > 0) setAt((at + by + hits) % hits);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Escape') onQuery('');
  };

  return (
    <div className="clause-search" role="search">
      <Input
        ref={field}
        aria-label="在条文中查找"
        placeholder="在条文中查找（Ctrl+F）"
        allowClear
        value={query}
        onChange={(event) => {
          setAt(0);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <span className="soft" role="status">
        {query.trim() === '' ? '' : hits === 0 ? '没有查到' : `第 ${String(at + 1)} 处，共 ${String(hits)} 处`}
      </span>
      <Button disabled={hits === 0} onClick={() => { go(-1); }}>
        上一处
      </Button>
      <Button disabled={hits === 0} onClick={() => { go(1); }}>
        下一处
      </Button>
    </div>
  );
}
