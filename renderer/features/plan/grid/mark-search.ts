// F8: goes to the next or former cell of which there is something to say. A long search lets the keys through, says how far it is, and
// ends as soon as the user goes elsewhere or begins to type.

import type { RecordId } from '#shared/base/ids';
import type { SheetView } from '../../../ui/sheet/sheet-view';
import { inSlices } from '../in-slices';
import type { PlanBook } from './plan-book';
import type { PlanFindings } from './plan-findings';
import { searchMarks } from './plan-order';
import type { PlanSheetColumn } from './sheet-columns';

const NONE = '显示的各列中没有别的问题。其他列的问题请选“全部列”，或按 F4 打开整表。';

export interface MarkSearch {
  /** Resolves when the search is over; a search that still runs gives way. */
  readonly next: (direction: 1 | -1) => Promise<void>;
  readonly stop: () => void;
}

interface Options {
  readonly book: PlanBook;
  readonly findings: PlanFindings;
  readonly view: SheetView;
  /** The columns shown by now. */
  readonly columns: () => readonly PlanSheetColumn[];
  readonly say: (words: string) => void;
}

export function createMarkSearch({ book, findings, view, columns, say }: Options): MarkSearch {
  let running: AbortController | null = null;

  function stop(): void {
    running?.abort();
    running = null;
  }

  return {
    stop,
    async next(direction) {
      stop();
      const search = new AbortController();
      running = search;
      const total = book.shown().length;
      let told = false;
      const onProgress = (done: number) => {
        told = true;
        say(`正在查找${direction === 1 ? '下' : '上'}一处问题，已查 ${String(done)}／${String(total)} 项；移动光标或输入即停止。`);
      };
      const leave = view.subscribe(() => { search.abort(); });
      const looked = await inSlices(searchMarks(view.get(), direction, book, findings, columns()), search.signal, onProgress);
      leave();
      // Another search has begun, or the grid is gone.
      if (running !== search) return;
      running = null;
      if (looked === null) {
        if (told) say('已停止查找问题，还没有查完。再按 F8 从光标所在处查起。');
        return;
      }
      const found = looked.at(-1) ?? null;
      if (found === null) {
        say(NONE);
        return;
      }
      // Rows and columns may have come or gone meanwhile.
      const place = { row: book.indexOf(found.id as RecordId), column: columns().findIndex(({ key }) => key === found.column) };
      if (place.row === -1 || place.column === -1) {
        say('查找期间表格有变动，请再按一次 F8。');
        return;
      }
      if (told) say('');
      view.go(place);
    },
  };
}
