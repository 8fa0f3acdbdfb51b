// The shape of a page's help, and the pieces several pages share. Data only: the panel, the sheets and the clause reader show it.

import type { OfficeKind } from '#shared/domain/office';
import type { ClauseId } from '#shared/policy/clauses';

export interface HelpKey {
  readonly keys: string;
  readonly does: string;
}

export interface HelpTrouble {
  /** What the user sees. */
  readonly what: string;
  /** Whether the data is safe. */
  readonly safe: string;
  readonly next: string;
}

export interface HelpText {
  readonly id: string;
  readonly title: string;
  /** Patterns of the pages it is for, as the routes write them (`/plan/:id`); none for pages before sign-in. */
  readonly pages: readonly string[];
  /** Offices that have the page. */
  readonly offices: readonly OfficeKind[];
  readonly purpose: string;
  /** How the task is done, at most six. */
  readonly steps: readonly string[];
  readonly keys: readonly HelpKey[];
  /** Words the page shows for where a thing stands, with their meaning. */
  readonly states: readonly (readonly [word: string, means: string])[];
  readonly troubles: readonly HelpTrouble[];
  readonly clauses: readonly ClauseId[];
}

export const EVERY_OFFICE: readonly OfficeKind[] = ['unit', 'county', 'league', 'region'];
export const PREPARERS: readonly OfficeKind[] = ['unit', 'county'];
export const FINANCE: readonly OfficeKind[] = ['county', 'league', 'region'];

export const KEPT = '已保存的内容不受影响。';
export const DRAFT_KEPT = '草稿已自动保存，不会丢失。';
export const NOTHING_TAKEN = '没有存入任何内容，原有数据不受影响。';

export const F1_KEY: HelpKey = { keys: 'F1', does: '打开或关闭本页帮助' };

export const FORM_KEYS: readonly HelpKey[] = [
  { keys: 'Enter', does: '到下一栏' },
  { keys: 'Shift+Enter', does: '回到上一栏' },
  { keys: 'Ctrl+Enter', does: '办理本页（送审、定稿或保存）' },
  { keys: 'Tab', does: '到下一个可以填写或点按的地方' },
];

export const LIST_KEYS: readonly HelpKey[] = [
  { keys: '↑ ↓', does: '上一行、下一行' },
  { keys: 'PageUp PageDown', does: '上一屏、下一屏' },
  { keys: 'Home End', does: '第一行、最后一行' },
  { keys: 'Enter', does: '打开当前行' },
];

export const TICK_KEY: HelpKey = { keys: '空格', does: '勾选或取消当前行' };

export const RECORD_STATES: HelpText['states'] = [
  ['草稿', '还在填写，只在本机，上级看不到。'],
  ['已定稿', '已写入正式记录，等待导出报送。'],
  ['已导出', '已装进数据包，等待对方回执。'],
  ['已签收', '对方的回执已收到。'],
];

export const PLAN_STATES: HelpText['states'] = [
  ...RECORD_STATES,
  ['已批复（同意）', '财政部门同意，可以签订合同。'],
  ['已批复（核减）', '按核减后的金额签订合同。'],
  ['已批复（退回）', '修改后重新送审。'],
  ['已批复（不予同意）', '这个项目不能购买。'],
];

export const TRY_LATER: HelpTrouble = { what: '提示“口令连续输错”', safe: KEPT, next: '等提示的秒数过后再输；注意大小写和输入法状态。' };

export const SECRECY_STOP: HelpTrouble = {
  what: '提示内容涉及国家秘密，停止录入',
  safe: '刚才的修改没有保存，也没有留下内容；此前的草稿不变。',
  next: '删去涉密内容后继续；确属涉密事项的，按保密规定在涉密系统办理。',
};
