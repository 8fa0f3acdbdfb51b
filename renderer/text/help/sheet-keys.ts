// Keys of the grid in which a year's plan is filled in: for the page's help and for the overview of all keys.

import type { HelpKey } from './help-text';

/** The ones needed every day. */
export const SHEET_KEYS: readonly HelpKey[] = [
  { keys: 'Enter', does: '下一行；Shift+Enter 上一行' },
  { keys: 'Tab', does: '右边一格；Shift+Tab 左边一格' },
  { keys: '↑ ↓ ← →', does: '移到相邻的格；按住 Shift 选一块' },
  { keys: 'F2', does: '修改当前格；直接打字则重新填写' },
  { keys: 'Esc', does: '放弃这一格刚才的修改；再按 Tab 离开表格' },
  { keys: 'F4', does: '打开当前项目，填写其余各栏' },
  { keys: 'F8', does: '到下一处标记；Shift+F8 上一处' },
  { keys: 'Ctrl+D', does: '把上面一格的内容填下来' },
  { keys: 'Ctrl+C Ctrl+V', does: '复制、粘贴一块，与 Excel、WPS 互通' },
  { keys: 'Ctrl+Z Ctrl+Y', does: '撤销一步、重做一步' },
  { keys: 'Ctrl+Enter', does: '立即保存' },
];

export const MORE_SHEET_KEYS: readonly HelpKey[] = [
  { keys: 'Delete', does: '清空选中的格' },
  { keys: 'Backspace', does: '清空当前格，重新填写' },
  { keys: 'Alt+Enter', does: '在格内另起一行' },
  { keys: 'Alt+↓', does: '打开可选的内容' },
  { keys: 'Ctrl+A', does: '全部选中' },
  { keys: 'Ctrl+Shift+=', does: '插入一行' },
  { keys: 'Ctrl+-', does: '删除选中的行' },
  { keys: 'Home End', does: '本行第一格、最后一格' },
  { keys: 'Ctrl+Home Ctrl+End', does: '表格的左上角、右下角' },
  { keys: 'Ctrl+↑ Ctrl+↓', does: '本列第一行、最后一行' },
  { keys: 'PageUp PageDown', does: '上一屏、下一屏' },
  { keys: 'Alt+Shift+↑ Alt+Shift+↓', does: '按本列升序、降序排列' },
];
