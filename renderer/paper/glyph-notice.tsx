// Says above a paper's preview which of its characters would print as empty boxes. It stops nobody.

import { Alert } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import type { PaperDocument } from './document';
import { createGlyphProbe, type MissingGlyph, missingGlyphs, textsOf } from './missing-glyphs';

interface GlyphNoticeProps {
  readonly paper: PaperDocument;
  /** Holds the sheets. */
  readonly sheets: RefObject<HTMLElement | null>;
  /** All sheets of `paper` stand there. */
  readonly ready: boolean;
}

/** More are only counted. */
const NAMED = 8;

export function GlyphNotice({ paper, sheets, ready }: GlyphNoticeProps) {
  const [found, setFound] = useState<{ readonly paper: PaperDocument; readonly missing: readonly MissingGlyph[] } | null>(null);
  useEffect(() => {
    if (!ready) return;
    let left = false;
    void document.fonts.ready.then(() => {
      if (left || sheets.current === null) return;
      setFound({ paper, missing: missingGlyphs(textsOf(sheets.current), createGlyphProbe()) });
    });
    return () => { left = true; };
  }, [paper, sheets, ready]);

  const missing = found?.paper === paper ? found.missing : [];
  if (missing.length === 0) return null;
  const places = new Map<string, string[]>();
  for (const one of missing.slice(0, NAMED)) places.set(one.around, [...(places.get(one.around) ?? []), codeOf(one)]);
  const named = [...places].map(([around, codes]) => `“${around}”中的 ${codes.join('、')}`);
  return (
    <Alert
      type="warning"
      showIcon
      closable
      title={`本机字库没有其中 ${String(missing.length)} 个字，打印和 PDF 上会是空框：${named.join('，')}${missing.length > NAMED ? ' 等' : ''}。`}
      description="录入的内容没有改变，仍可打印。请在装有大字符集字库（支持 GB 18030）的电脑上打印，或打印后在空框处手写补上。"
    />
  );
}

function codeOf({ character }: MissingGlyph): string {
  return `${character}（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`;
}
