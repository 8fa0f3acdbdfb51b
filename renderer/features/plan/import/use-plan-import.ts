// Where an import stands: nothing chosen, reading, matching columns, looked over, done. One file at a time; a newer act ends an
// older one, and leaving the page ends the reader.

import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/base/result';
import { isTableError } from '../../../data/table-error';
import type { OnRead } from '../../../excel/book/book';
import { type Desk, importRows, judgeFile, type Judgement, recordStops } from './import-acts';
import type { JudgedRow, RefusedRow } from './judge-rows';
import { matchHeadings, type OpenedFile, openFile, readSheet, rememberMap } from './opened-file';

export type Stage =
  | { readonly at: 'choose' }
  /** `read` is null while nobody knows how long the sheet is. */
  | { readonly at: 'reading'; readonly name: string; readonly since: number; readonly read: { readonly done: number; readonly total: number } | null }
  | { readonly at: 'match'; readonly file: OpenedFile }
  | { readonly at: 'judging'; readonly file: OpenedFile; readonly since: number; readonly done: number }
  | { readonly at: 'preview'; readonly file: OpenedFile; readonly judgement: Judgement; readonly keepFilled: boolean }
  /** `left`: rows that could be imported when they were looked at, and no longer when they were to be written. */
  | { readonly at: 'done'; readonly file: OpenedFile; readonly judgement: Judgement; readonly left: readonly RefusedRow[] };

export interface PlanImport {
  readonly stage: Stage;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly choose: (file: File) => void;
  readonly chooseSheet: (sheet: number) => void;
  /** Which row of the sheet holds the headings, from 1. */
  readonly chooseHeadingRow: (row: number) => void;
  /** The file with another map or unit, still being matched. */
  readonly rematch: (file: OpenedFile) => void;
  /** Goes on to the preview; a map made by hand is remembered. */
  readonly look: (file: OpenedFile, keepFilled: boolean) => void;
  readonly commit: () => void;
  readonly startOver: () => void;
  readonly clearFailure: () => void;
}

/** Figures that change faster are not read, and drawing them takes time from the work. */
const TELL_EVERY_MS = 200;

export function usePlanImport(desk: Desk): PlanImport {
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(new AbortController());
  const open = useRef<OpenedFile | null>(null);
  const stopsOf = useRef<unknown>(null);

  const close = () => {
    running.current.abort();
    open.current?.book.close();
    open.current = null;
  };
  useEffect(() => close, []);

  function begin(): AbortSignal {
    running.current.abort();
    running.current = new AbortController();
    setFailure(null);
    return running.current.signal;
  }

  function showReading(name: string, signal: AbortSignal): OnRead {
    const since = Date.now();
    setStage({ at: 'reading', name, since, read: null });
    return (done, total) => {
      if (!signal.aborted) setStage({ at: 'reading', name, since, read: { done, total } });
    };
  }

  function refused(error: Failure): void {
    close();
    setFailure(error.code === 'excel.cancelled' ? null : error);
    setStage({ at: 'choose' });
  }

  async function look(file: OpenedFile, keepFilled: boolean): Promise<void> {
    const signal = begin();
    const since = Date.now();
    setStage({ at: 'judging', file, since, done: 0 });
    let told = since;
    const onProgress = (done: number) => {
      if (Date.now() - told < TELL_EVERY_MS) return;
      told = Date.now();
      setStage({ at: 'judging', file, since, done });
    };
    const judgement = await judgeFile(file, desk, { keepFilled, signal, onProgress }).catch((error: unknown) => {
      refused(tableFailure(error));
      return null;
    });
    if (judgement === null) return;
    setStage({ at: 'preview', file, judgement, keepFilled });
    // Once for a sheet that was read, however often it is looked over.
    if (stopsOf.current === file.table) return;
    stopsOf.current = file.table;
    await recordStops(judgement.rows, desk.own);
  }

  function arrived(file: OpenedFile): void {
    open.current = file;
    if (file.source === 'guessed') setStage({ at: 'match', file });
    else void look(file, file.source !== 'ours');
  }

  return {
    stage,
    failure,
    busy,
    choose(file) {
      close();
      const signal = begin();
      void openFile(file, desk.columns, signal, showReading(file.name, signal)).then((opened) => {
        if (signal.aborted) {
          if (opened.ok) opened.value.book.close();
        } else if (opened.ok) arrived(opened.value);
        else refused(opened.error);
      });
    },
    chooseSheet(sheet) {
      const held = open.current;
      if (held === null) return;
      const signal = begin();
      void readSheet(held, sheet, desk.columns, showReading(held.name, signal)).then((read) => {
        if (signal.aborted) return;
        if (!read.ok) refused(read.error);
        else {
          open.current = read.value;
          // Whoever changes the sheet wants to see its columns.
          setStage({ at: 'match', file: read.value });
        }
      });
    },
    chooseHeadingRow(row) {
      const held = open.current;
      if (held === null) return;
      const signal = begin();
      void matchHeadings(held, row, desk.columns).then((matched) => {
        if (signal.aborted) return;
        const next: OpenedFile = { ...matched, source: 'guessed' };
        open.current = next;
        setStage({ at: 'match', file: next });
      });
    },
    rematch(file) {
      // What is still being matched for another row comes too late now.
      begin();
      open.current = file;
      setStage({ at: 'match', file });
    },
    look(file, keepFilled) {
      if (file.source === 'guessed') void rememberMap(file);
      void look(file, keepFilled);
    },
    commit() {
      if (stage.at !== 'preview') return;
      setBusy(true);
      setFailure(null);
      const writing = importRows(stage.judgement.rows, desk).catch((error: unknown) => ({ ok: false as const, error: tableFailure(error) }));
      void writing.then((written) => {
        setBusy(false);
        if (!written.ok) {
          setFailure(written.error);
          return;
        }
        const judgement = { ...stage.judgement, rows: written.value.rows };
        if (written.value.written === 0) {
          // Every row says by now why it was left out.
          setFailure({ code: 'excel.all-changed' });
          setStage({ ...stage, judgement });
          return;
        }
        close();
        setStage({ at: 'done', file: stage.file, judgement, left: leftOut(stage.judgement.rows, judgement.rows) });
      });
    },
    startOver() {
      close();
      setFailure(null);
      setStage({ at: 'choose' });
    },
    clearFailure: () => { setFailure(null); },
  };
}

function leftOut(before: readonly JudgedRow[], after: readonly JudgedRow[]): readonly RefusedRow[] {
  return after.filter((row, index): row is RefusedRow => row.outcome === 'bad' && before[index]?.outcome !== 'bad');
}

/** What the tables refused, for a person; anything else is a fault of ours and goes on. */
function tableFailure(error: unknown): Failure {
  if (!isTableError(error)) throw error;
  return { code: 'projection.storage' };
}
