// A help text as one A4 sheet to keep at the desk: what for, how, what can go wrong, the keys. Only what the help itself says.

import type { HelpText } from '../../text/help/help-text';
import type { PaperBlock, PaperDocument } from '../../paper/document';

const NUMBERS = ['一', '二', '三', '四'] as const;

export function helpSheet(text: HelpText): PaperDocument {
  const parts: readonly (readonly [heading: string, blocks: readonly PaperBlock[]])[] = [
    ['怎样办理', text.steps.map((step, at) => ({ kind: 'paragraph', text: `${String(at + 1)}. ${step}` }))],
    ['出现问题时', text.troubles.length === 0 ? [] : [troubles(text)]],
    ['状态的意思', text.states.length === 0 ? [] : [pairs(text.states)]],
    ['按键', text.keys.length === 0 ? [] : [pairs(text.keys.map(({ keys, does }) => [keys.replaceAll(' ', '、'), does]))]],
  ];
  const shown = parts.filter(([, blocks]) => blocks.length > 0);
  return {
    name: `操作单：${text.title}`,
    layout: 'form',
    foot: '购服台操作单',
    blocks: [
      { kind: 'title', text: text.title },
      { kind: 'paragraph', text: text.purpose },
      ...shown.flatMap(([heading, blocks], at): PaperBlock[] => [{ kind: 'heading', text: `${NUMBERS[at] ?? ''}、${heading}` }, ...blocks]),
    ],
  };
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
