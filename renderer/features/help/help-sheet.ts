// Help texts as A4 sheets to keep at the desk, one page each: what for, how, what can go wrong, the keys. Only what the help says.

import type { KeyGroup } from '../../text/help/keyboard';
import { F1_KEY, type HelpKey, type HelpText } from '../../text/help/help-text';
import type { PaperBlock, PaperCell, PaperDocument, PaperTable } from '../../paper/document';

const FOOT = '购服台操作单';
/** A sheet stays one page; all keys stand on their own sheet. */
const MOST_KEYS = 8;
const NUMBERS = ['一', '二', '三', '四'] as const;

export function helpSheets(texts: readonly HelpText[]): PaperDocument {
  const [only] = texts;
  return {
    name: texts.length === 1 && only !== undefined ? `操作单：${only.title}` : '操作单',
    layout: 'form',
    foot: FOOT,
    blocks: texts.flatMap(blocksOf),
  };
}

export function keySheet(groups: readonly KeyGroup[]): PaperDocument {
  return {
    name: '按键一览',
    layout: 'form',
    foot: FOOT,
    blocks: [
      { kind: 'title', text: '按键一览' },
      ...groups.flatMap(({ title, keys }): PaperBlock[] => [{ kind: 'heading', text: title }, keyTable(keys)]),
    ],
  };
}

function blocksOf(text: HelpText): readonly PaperBlock[] {
  const keys = text.keys.filter((key) => key !== F1_KEY);
  const parts: readonly (readonly [heading: string, blocks: readonly PaperBlock[]])[] = [
    ['怎样办理', text.steps.map((step, at) => ({ kind: 'paragraph', text: `${String(at + 1)}. ${step}` }))],
    ['出现问题时', text.troubles.length === 0 ? [] : [troubles(text)]],
    ['状态的意思', text.states.length === 0 ? [] : [{ kind: 'paragraph', text: text.states.map(([word, means]) => `【${word}】${means}`).join('') }]],
    ['按键', keys.length === 0 ? [] : [keyTable(keys.slice(0, MOST_KEYS))]],
  ];
  const shown = parts.filter(([, blocks]) => blocks.length > 0);
  return [
    { kind: 'title', text: text.title, newPage: true },
    { kind: 'paragraph', text: text.purpose },
    ...shown.flatMap(([heading, blocks], at): PaperBlock[] => [{ kind: 'heading', text: `${NUMBERS[at] ?? ''}、${heading}` }, ...blocks]),
  ];
}

function troubles({ troubles: rows }: HelpText): PaperTable {
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

/** Keys with what they do, two pairs to a row. */
function keyTable(keys: readonly HelpKey[]): PaperTable {
  const cells = keys.map(({ keys: names, does }): readonly PaperCell[] => [{ text: names.replaceAll(' ', '、'), label: true }, { text: does }]);
  const blank: readonly PaperCell[] = [{ text: '' }, { text: '' }];
  return {
    kind: 'table',
    headless: true,
    columns: [2, 5, 2, 5].map((share) => ({ title: '', share })),
    rows: Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => ({
      cells: [...(cells[row * 2] ?? blank), ...(cells[row * 2 + 1] ?? blank)],
    })),
  };
}
