// What the worker finds while words are typed: the newest answer to the newest words, asked again while records are still
// being read for the first time.

import { useEffect, useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { SearchAnswer } from '../../data/port';
import { searchRecords } from '../../data/search';

/** Hits asked for of each table. */
const PER_TABLE = 8;
const ASK_AGAIN_MS = 250;

export interface Found {
  /** What the answer is about. */
  readonly text: string;
  readonly answer: SearchAnswer | null;
  readonly failure: Failure | null;
}

/** `text` of '' finds nothing, but lets the reading begin. */
export function useFound(text: string): Found {
  const [found, setFound] = useState<Found>({ text: '', answer: null, failure: null });
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askOnce = async () => {
      const answer = await searchRecords(text, text === '' ? 0 : PER_TABLE);
      if (over) return;
      setFound({ text, answer: answer.ok ? answer.value : null, failure: answer.ok ? null : answer.error });
      if (answer.ok && answer.value.ready < 1) timer = setTimeout(() => void askOnce(), ASK_AGAIN_MS);
    };
    void askOnce();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
}
