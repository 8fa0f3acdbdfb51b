// Pinyin initials of a name, read in the context of its words (银行 is yh). Other characters stand for themselves.

import { pinyin } from 'pinyin-pro';

export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
}
