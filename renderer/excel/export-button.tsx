// 导出 Excel on a list: reads the rows when it is pressed, as a job of the desk: it goes on when the list is left, and can be stopped anywhere.

import { Button } from 'antd';
import { useMemo } from 'react';
import type { SavedFile } from '#shared/ipc/contract';
import { closeJob, type JobKind, LONG_MS, startJob, stopJob, useJob } from '../bridge/jobs';
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

interface Exported extends SavedFile {
  readonly rows: number;
}

export function ExportButton<Row>({ title, creator, columns, rows, disabled = false, label = '导出 Excel' }: ExportButtonProps<Row>) {
  const tellSaved = useTellSaved();
  const kind = useMemo(
    (): JobKind<Exported> => ({ key: `export/${title}`, title: `导出${title}`, places: [], said: ({ fileName, rows: count }) => `已另存为 ${fileName ?? ''}，${String(count)} 行` }),
    [title],
  );
  const job = useJob(kind);
  const running = job !== null && job.ended === null ? job : null;

  const run = async () => {
    const began = Date.now();
    let [jobEnded, written] = ['', 0];
    const result = await startJob(kind, null, async ({ jobId, signal, onProgress }) => {
      jobEnded = jobId;
      const made = await makeTable({ title, creator, columns, rows: rows() }, signal, (done) => {
        written = done;
        onProgress({ step: 'exporting', unit: 'rows', done, total: null });
      });
      const saved = await saveWorkbook(made, title);
      return saved.ok ? { ok: true, value: { ...saved.value, rows: written } } : saved;
    });
    // A long one is told at the foot of the window, until it is closed.
    const stopped = result.ok ? result.value.fileName === null : result.error.code === 'excel.cancelled';
    if (!stopped && Date.now() - began > LONG_MS) return;
    closeJob(jobEnded);
    // Whoever stopped it knows.
    if (result.ok || !stopped) await tellSaved(Promise.resolve(result), () => `${String(written)} 行`);
  };

  return (
    <Button disabled={disabled} onClick={() => { if (running === null) void run(); else stopJob(running.id); }}>
      {running === null ? label : `正在导出 ${String(running.progress?.done ?? 0)} 行，点此停止`}
    </Button>
  );
}
