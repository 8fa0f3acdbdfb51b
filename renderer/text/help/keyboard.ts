// All keys of the application, by where they work: one page that can be printed and kept beside the keyboard.

import { F1_KEY, FORM_KEYS, type HelpKey, LIST_KEYS, TICK_KEY } from './help-text';
import { PRINT_KEYS } from './keeping-help';
import { CLAUSES_HELP } from './reading-help';
import { MORE_SHEET_KEYS, SHEET_KEYS } from './sheet-keys';

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly HelpKey[];
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: '所有页面',
    keys: [
      F1_KEY,
      { keys: 'Ctrl+K', does: '查找任何记录：汉字、拼音、首字母、编号、金额' },
      { keys: 'Tab', does: '到下一个可以点按或填写的地方；Shift+Tab 返回' },
      { keys: '空格 Enter', does: '按下按钮、打开链接' },
      { keys: 'Esc', does: '关闭对话框、帮助和选单' },
    ],
  },
  { title: '年度计划表格', keys: [...SHEET_KEYS, ...MORE_SHEET_KEYS] },
  { title: '表单', keys: FORM_KEYS },
  { title: '列表', keys: [...LIST_KEYS, TICK_KEY] },
  { title: '政策依据', keys: CLAUSES_HELP.keys.filter(({ keys }) => keys !== F1_KEY.keys) },
  { title: '打印预览', keys: PRINT_KEYS },
];
