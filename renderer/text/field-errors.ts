// What a schema's complaint says beside a field: zod issue → one plain sentence.

import type { z } from 'zod';

const CUSTOM: Readonly<Record<string, string>> = {
  'choice.missing': '请选择。',
  'whole.malformed': '请填写整数。',
  'uscc.malformed': '统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）。',
  'date.empty': '请填写日期。',
  'date.malformed': '请填写日期，如 2026-03-01。',
  'date.impossible': '没有这一天，请核对日期。',
  'declaration.missing': '须先作出声明才能继续。',
  'password.mismatch': '两次输入不一致。',
  'password.short': '至少 8 个字符。',
  'passphrase.empty': '请输入密钥口令。',
  'code.empty': '请输入恢复单上的恢复码。',
  'passphrase.short': '至少 10 个字符。',
  'money.empty': '请填写金额。',
  'quantity.empty': '请填写数量。',
  'text.control-character': '含有不可见的控制字符，请删去后重新输入。',
  'money.malformed': '请填写金额，如 1,234.50。',
  'money.too-precise': '金额最多两位小数。',
  'money.negative': '金额不能为负数。',
  'money.too-large': '金额过大。',
  'quantity.malformed': '请填写数量，如 120 或 0.5。',
  'quantity.too-precise': '数量最多四位小数。',
  'quantity.negative': '数量不能为负数。',
  'quantity.too-large': '数量过大。',
};

type Issue = z.core.$ZodRawIssue;

export function fieldSentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return '请填写。';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? '请填写。' : `不能小于 ${String(issue.minimum)}。`;
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${String(issue.maximum)} 个字。`;
      return issue.origin === 'array' ? `最多 ${String(issue.maximum)} 项。` : `不能大于 ${String(issue.maximum)}。`;
    case 'invalid_value':
      return '请选择。';
    case 'invalid_format':
      if (issue.format === 'date') return '请填写日期，如 2026-03-01。';
      return '格式不对，请核对。';
    default:
      return '请核对这一栏。';
  }
}

/** A schema's own message is a code; zod's are already words from `fieldSentence`. */
export function complaintWords(message: string): string {
  return CUSTOM[message] ?? message;
}
