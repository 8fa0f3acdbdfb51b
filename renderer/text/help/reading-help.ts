// Help of the pages one reads: the clause reader, the guide itself with its sheets and keys.

import { EVERY_OFFICE, F1_KEY, type HelpText, KEPT } from './help-text';

export const CLAUSES_HELP: HelpText = {
  id: 'clauses',
  title: '政策依据',
  pages: ['/clauses', '/clauses/:clauseId', '/clauses/print'],
  offices: EVERY_OFFICE,
  purpose: '阅读内政办发〔2014〕80号全文和后来文件的要点，看每一条管着本系统的哪些检查和页面。',
  steps: [
    '在左边目录点一条，右边翻到那里。',
    '按 Ctrl+F，输入要找的字；按 Enter 到下一处。',
    '点条文下面的“据此检查”，看这一条对应哪些检查。',
    '标“要点”的是归纳，不是原文；标“须由本单位核实”的，请对照正式文件。',
    '要纸质的点“打印”。',
  ],
  keys: [
    { keys: 'Ctrl+F', does: '在条文中查找' },
    { keys: 'Enter', does: '下一处；Shift+Enter 上一处' },
    { keys: 'Alt+↑ Alt+↓', does: '上一条、下一条' },
    F1_KEY,
  ],
  states: [
    ['原文', '与文件逐字一致。'],
    ['要点', '归纳的大意，用词以文件为准。'],
    ['条文系转引', '没有看到文件本身，须由本单位核实。'],
    ['条文未能核对', '整理时没有看到文件，须由本单位核实。'],
  ],
  troubles: [{ what: '条文与手里的文件不一致', safe: KEPT, next: '以正式文件为准，并告知维护人员。' }],
  clauses: ['80号文 题头'],
};

export const GUIDE_HELP: HelpText = {
  id: 'guide',
  title: '操作指南',
  pages: ['/help', '/help/sheets', '/help/keys'],
  offices: EVERY_OFFICE,
  purpose: '所有页面的操作说明、按键一览和可以打印的操作单。',
  steps: ['在任何页面按 F1，看那一页的帮助。', '在这里点一项，看它的说明。', '点“打印操作单”，把操作单打印出来放在手边。'],
  keys: [F1_KEY],
  states: [],
  troubles: [{ what: '说明与页面不一致', safe: KEPT, next: '以页面为准，并告知维护人员。' }],
  clauses: [],
};
