// Help of what is kept: paper and PDF of finished records, and drafts that were thrown away.

import { EVERY_OFFICE, F1_KEY, type HelpText, KEPT, LIST_KEYS, TICK_KEY } from './help-text';

export const PRINT_KEYS = [
  { keys: 'Ctrl+P', does: '打印' },
  { keys: 'Ctrl++ Ctrl+-', does: '放大、缩小' },
  { keys: 'Ctrl+0', does: '适合宽度' },
] as const;

export const PRINT_HELP: HelpText = {
  id: 'print',
  title: '打印',
  pages: ['/print', '/print/plan', '/print/decisions', '/print/contracts/:id', '/print/acceptances/:id'],
  offices: EVERY_OFFICE,
  purpose: '看到的就是打印出来的，也是 PDF 里的。只打印已定稿的内容，草稿不列入。',
  steps: [
    '从列表或记录页点“打印”来到这里。',
    '逐页看预览；需要时选择购买主体。',
    '点“打印”选打印机，或点“另存为 PDF”；合同和验收还可以“另存为 Word”。',
    '纸上的二维码和编号说明它出自哪条记录、哪个数据包，可以与电子文件对照。',
  ],
  keys: [...PRINT_KEYS, F1_KEY],
  states: [],
  troubles: [
    { what: '提示没有可用的打印机', safe: KEPT, next: '检查打印机是否接好；也可以先另存为 PDF，到别的电脑打印。' },
    { what: '刚改的内容没有印出来', safe: KEPT, next: '先定稿，定稿后再打印。' },
  ],
  clauses: ['80号文 三(四)2', '80号文 三(四)3'],
};

export const BIN_HELP: HelpText = {
  id: 'bin',
  title: '回收站',
  pages: ['/bin'],
  offices: EVERY_OFFICE,
  purpose: '删除的草稿在这里保留三十天，期间可以还原。正式记录不会进入回收站。',
  steps: ['找到要还原的草稿，看删除时间和删除人。', '点“还原”；多份的先勾选，再点“还原所选”。', '到原来的列表打开，继续填写；审定在“计划审定”的“未作出的审定”里。'],
  keys: [...LIST_KEYS.filter(({ keys }) => keys !== 'Enter'), TICK_KEY, F1_KEY],
  states: [['还可保留', '过了这些天就不再列出，不能还原。']],
  troubles: [{ what: '要找的草稿不在这里', safe: KEPT, next: '可能已超过三十天，或已经定稿；已定稿的在列表里。' }],
  clauses: [],
};
