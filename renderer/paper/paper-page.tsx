// The print preview: exactly the sheets that print and that the PDF holds, with zoom, and the three ways out of the program.

import { Button, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Failure, failure } from '#shared/base/result';
import { callDesk } from '../bridge/desk';
import { FailureNotice } from '../ui/failure-notice';
import { Page } from '../ui/page';
import { type Saved, useTellSaved } from '../ui/tell-saved';
import type { PaperDocument } from './document';
import { GlyphNotice } from './glyph-notice';
import { Sheet } from './sheet';
import { useLaidOut } from './use-laid-out';
import { useZoom, type Zoom, ZOOMS } from './use-zoom';
import '../ui/mongolian.css';
import './paper.css';

interface PaperPageProps {
  /** Keep it the same object while it says the same. */
  readonly paper: PaperDocument;
  /** Offered also as a Word file. */
  readonly word?: boolean;
  /** Choices that change the document. */
  readonly choices?: ReactNode;
  /** What the paper leaves out, in a sentence. */
  readonly note?: string;
}

export function PaperPage({ paper, word = false, choices, note }: PaperPageProps) {
  const navigate = useNavigate();
  const host = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const sheets = useRef<HTMLDivElement>(null);
  const { laid, shown, ready, rowsDone } = useLaidOut(paper, host);
  const landscape = paper.layout === 'form-landscape';
  const zooming = useZoom(scroll, landscape);
  const [busy, setBusy] = useState<'print' | 'pdf' | 'word' | null>(null);
  const tellSaved = useTellSaved();
  const [trouble, setTrouble] = useState<Failure | null>(null);

  const run = async (what: 'print' | 'pdf' | 'word') => {
    if (!ready || busy !== null) return;
    setBusy(what);
    setTrouble(null);
    if (what === 'print') {
      const printed = await callDesk('printPage', { landscape });
      if (!printed.ok) setTrouble(printed.error);
    } else {
      await tellSaved(what === 'pdf' ? callDesk('savePdf', { suggestedName: paper.name }) : saveWord(paper));
    }
    setBusy(null);
  };

  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    keys.current = (event) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey) return;
      const does = { p: () => void run('print'), '=': () => { zooming.step(1); }, '+': () => { zooming.step(1); }, '-': () => { zooming.step(-1); }, '0': () => { zooming.setZoom('width'); } }[event.key];
      if (does === undefined) return;
      event.preventDefault();
      does();
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => { keys.current(event); };
    window.addEventListener('keydown', listen);
    scroll.current?.focus({ preventScroll: true });
    return () => { window.removeEventListener('keydown', listen); };
  }, []);

  return (
    <Page
      title={`打印：${paper.name}`}
      actions={
        <>
          <Button onClick={() => void navigate(-1)}>返回</Button>
          {word && (
            <Button disabled={!ready || busy !== null} loading={busy === 'word'} onClick={() => void run('word')}>
              另存为 Word
            </Button>
          )}
          <Button disabled={!ready || busy !== null} loading={busy === 'pdf'} onClick={() => void run('pdf')}>
            另存为 PDF
          </Button>
          <Button type="primary" disabled={!ready || busy !== null} loading={busy === 'print'} onClick={() => void run('print')}>
            打印
          </Button>
        </>
      }
    >
      <div className="paper-desk">
        <style>{`@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 0 }`}</style>
        <FailureNotice failure={trouble} onClose={() => { setTrouble(null); }} />
        <GlyphNotice paper={paper} sheets={sheets} ready={ready} />
        <div className="paper-bar">
          {choices}
          <Button aria-label="缩小" onClick={() => { zooming.step(-1); }}>
            －
          </Button>
          <Select<Zoom>
            aria-label="显示比例"
            value={zooming.zoom}
            onChange={zooming.setZoom}
            style={{ width: '7.5em' }}
            options={[{ value: 'width', label: '适合宽度' }, { value: 'page', label: '整页' }, ...ZOOMS.map((value) => ({ value, label: `${String(value)}%` }))]}
          />
          <Button aria-label="放大" onClick={() => { zooming.step(1); }}>
            ＋
          </Button>
          <span role="status">{ready ? `共 ${String(shown)} 页` : laid === null ? `正在分页${rowsDone > 0 ? `，已排 ${String(rowsDone)} 行` : ''}` : '正在分页'}</span>
          {note !== undefined && <span className="soft">{note}</span>}
        </div>
        <div className="paper-scroll" ref={scroll} role="region" aria-label="打印预览" tabIndex={0}>
          <div className="paper-sheets" ref={sheets} style={{ zoom: zooming.factor }}>
            {laid !== null && Array.from({ length: shown }, (_, at) => <Sheet key={at} laid={laid} at={at} />)}
          </div>
        </div>
        <div className="paper-measure" ref={host} aria-hidden />
      </div>
    </Page>
  );
}

/** The library is large and few need it: it comes when asked for. */
async function saveWord(paper: PaperDocument): Promise<Saved> {
  try {
    const { toWord } = await import('./word/to-word');
    return await callDesk('saveFile', { kind: 'docx', suggestedName: paper.name, bytes: await toWord(paper) });
  } catch {
    return failure('word.not-made');
  }
}
