// Help texts as A4 sheets to keep at the desk, one page each: what for, how, what can go wrong, the keys. Only what the help says.

import type { HelpText } from '../../text/help/help-text';
import type { PaperBlock, PaperDocument } from '../../paper/document';

const NUMBERS = ['一', '二', '三', '四'] as const;

export function helpSheets(texts: readonly HelpText[]): PaperDocument {
  const [only] = texts;
  return {
    name: texts.length === 1 && only !== undefined ? `操作单：${only.title}` : '操作单',
    layout: 'form',
    foot: '购服台操作单',
    blocks: texts.flatMap(blocksOf),
  };
}

function blocksOf(text: HelpText): readonly PaperBlock[] {
  const parts: readonly (readonly [heading: string, blocks: readonly PaperBlock[]])[] = [
    ['怎样办理', text.steps.map((step, at) => ({ kind: 'paragraph', text: `${String(at + 1)}. ${step}` }))],
    ['出现问题时', text.troubles.length === 0 ? [] : [troubles(text)]],
    ['状态的意思', text.states.length === 0 ? [] : [pairs(text.states)]],
    ['按键', text.keys.length === 0 ? [] : [pairs(text.keys.map(({ keys, does }) => [keys.replaceAll(' ', '、'), does]))]],
  ];
  const shown = parts.filter(([, blocks]) => blocks.length > 0);
  return [
    { kind: 'title', text: text.title, newPage: true },
    { kind: 'paragraph', text: text.purpose },
    ...shown.flatMap(([heading, blocks], at): PaperBlock[] => [{ kind: 'heading', text: `${NUMBERS[at] ?? ''}、${heading}` }, ...blocks]),
  ];
}

function troubles({ troubles: rows }: HelpText): PaperBlock {
  return {
    kind: 'table',
    columns: [
      { title: '看到什么', share: 3 },
      { title: '数据是否安全', share: 3 },
      { title: '怎么办', share: 5 },
    ],
    rows: rows.map(({ what, safe, next }) => ({ cells: [{ text: what }, { text: safe }, { text: next }] })),
  };
}

function pairs(rows: readonly (readonly [string, string])[]): PaperBlock {
  return {
    kind: 'table',
    headless: true,
    columns: [
      { title: '', share: 1 },
      { title: '', share: 3 },
    ],
    rows: rows.map(([name, means]) => ({ cells: [{ text: name, label: true }, { text: means }] })),
  };
}
