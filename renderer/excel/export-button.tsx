// 导出 Excel on a list: reads the rows when it is pressed, shows how far it is, and can be stopped.

import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/base/result';
import { sentenceOf } from '../text/errors';
import { type ExportColumn, makeTable } from './make-file';
import { saveWorkbook } from './save-file';

interface ExportButtonProps<Row> {
  /** Names the file and the sheet. */
  readonly title: string;
  /** The office it comes from. */
  readonly creator: string;
  readonly columns: readonly ExportColumn<Row>[];
  /** Asked when the button is pressed. */
  readonly rows: () => AsyncIterable<readonly Row[]>;
  readonly disabled?: boolean;
  readonly label?: string;
}

export function ExportButton<Row>({ title, creator, columns, rows, disabled = false, label = '导出 Excel' }: ExportButtonProps<Row>) {
  const { message, notification } = App.useApp();
  const [done, setDone] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => { running.current?.abort(); }, []);

  const fail = (failure: Failure) => {
    const { what, safety, next } = sentenceOf(failure);
    // It stays until it is closed: not over the buttons in the page's head.
    notification.error({ title: what, description: `${safety}${next}（${failure.code}）`, duration: 0, placement: 'bottomRight' });
  };
  const run = async () => {
    const stop = new AbortController();
    running.current = stop;
    setDone(0);
    let written = 0;
    const made = await makeTable({ title, creator, columns, rows: rows() }, stop.signal, (count) => {
      written = count;
      setDone(count);
    });
    const result = await saveWorkbook(made, title);
    running.current = null;
    setDone(null);
    if (!result.ok) {
      if (result.error.code !== 'excel.cancelled') fail(result.error);
    } else if (result.value.saved) {
      void message.success(`已导出 ${String(written)} 行`);
    }
  };

  return (
    <Button disabled={disabled} onClick={() => { if (done === null) void run(); else running.current?.abort(); }}>
      {done === null ? label : `正在导出 ${String(done)} 行，点此取消`}
    </Button>
  );
}
