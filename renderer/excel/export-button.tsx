// 导出 Excel on a list: reads the rows when it is pressed, shows how far it is, and can be stopped.

import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTellSaved } from '../ui/tell-saved';
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
  const tellSaved = useTellSaved();
  const [done, setDone] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => { running.current?.abort(); }, []);

  const run = async () => {
    const stop = new AbortController();
    running.current = stop;
    setDone(0);
    let written = 0;
    const made = await makeTable({ title, creator, columns, rows: rows() }, stop.signal, (count) => {
      written = count;
      setDone(count);
    });
    // Whoever stopped it knows.
    if (made.ok || made.error.code !== 'excel.cancelled') await tellSaved(saveWorkbook(made, title), () => `${String(written)} 行`);
    running.current = null;
    setDone(null);
  };

  return (
    <Button disabled={disabled} onClick={() => { if (done === null) void run(); else running.current?.abort(); }}>
      {done === null ? label : `正在导出 ${String(done)} 行，点此取消`}
    </Button>
  );
}
