// Keys of the grid in which a year's plan is filled in: for the page's help and for the overview of all keys.

import type { HelpKey } from './help-text';

export const SHEET_KEYS: readonly HelpKey[] = [
  { keys: 'Enter', does: '下一行；Shift+Enter 上一行' },
  { keys: 'Tab', does: '右边一格；Shift+Tab 左边一格' },
  { keys: '↑ ↓ ← →', does: '移到相邻的格' },
  { keys: 'F2', does: '修改当前格；直接打字则重新填写' },
  { keys: 'Esc', does: '放弃这一格刚才的修改' },
  { keys: 'Ctrl+D', does: '把上面一格的内容填下来' },
  { keys: 'Ctrl+C', does: '复制选中的一块' },
  { keys: 'Ctrl+V', does: '粘贴从 Excel、WPS 复制的一块' },
  { keys: 'Ctrl+Z', does: '撤销一步；Ctrl+Y 恢复一步' },
  { keys: 'Ctrl+Enter', does: '送审' },
];
