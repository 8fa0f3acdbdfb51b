import { describe, expect, it } from 'vitest';
import { judgeMongolian } from '#shared/base/mongolian';

describe('judgeMongolian', () => {
  it('takes a name in international codes with its suffixes, joiners and digits', () => {
    expect(judgeMongolian('ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ 2 ᠬᠣᠰᠢᠭᠤ\u200d')).toBe('mongolian');
  });

  it.each(['\ue234', '\ue71d', 'ᠮᠣᠩᠭᠣᠯ\ue300'])('tells private codes, also among letters: %j', (text) => {
    expect(judgeMongolian(text)).toBe('private-codes');
  });

  it.each(['\ue233', '\ue71e', '内蒙古', 'Mongol', 'ᠮᠣᠩᠭᠣᠯ 内蒙古', '123'])('does not take %j for Mongolian', (text) => {
    expect(judgeMongolian(text)).toBe('other');
  });

  it('takes blanks for nothing', () => {
    expect(judgeMongolian(' ')).toBe('blank');
  });
});
