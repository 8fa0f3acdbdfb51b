import { describe, expect, it } from 'vitest';
import { plainFileName } from '../../../electron/lib/file-name';

describe('plainFileName', () => {
  it('keeps an ordinary Chinese name', () => {
    expect(plainFileName('2026年度购买服务计划', '打印')).toBe('2026年度购买服务计划');
  });

  it.each(['../../etc/passwd', 'C:\\Windows\\x', 'a\u0000b/c', '\u202egnp.exe', '..', 'name. . .'])('makes %j a plain name', (wanted) => {
    const name = plainFileName(wanted, '打印');
    expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]|^\.|[. ]$/u);
    expect(name).not.toBe('');
  });

  it.each(['', '...', '///', 'CON', 'nul.txt', 'LPT1'])('falls back for %j', (wanted) => {
    expect(plainFileName(wanted, '打印')).toBe('打印');
  });

  it('cuts by whole characters', () => {
    expect([...plainFileName('𠮷'.repeat(200), '打印')]).toHaveLength(80);
  });
});
