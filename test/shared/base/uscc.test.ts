import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUscc, normaliseUscc, usccCheckCharacter } from '#shared/base/uscc';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const body = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 17, maxLength: 17 });
const sound = body.map((first) => first + (usccCheckCharacter(first) ?? ''));

describe('checkUscc', () => {
  it('accepts a sound code and refuses a wrong check character', () => {
    expect(checkUscc('91350100M000100Y43')).toEqual({ normalised: '91350100M000100Y43', problems: [] });
    expect(checkUscc('91350100M000100Y4A').problems).toEqual(['check-digit']);
  });

  it('normalises before it judges', () => {
    expect(checkUscc(' ９１350100 m000100y43\u200b')).toEqual({ normalised: '91350100M000100Y43', problems: [] });
  });

  it.each([
    ['', ['length']],
    ['91350100M000100Y4', ['length']],
    ['91350100M000100Y433', ['length']],
    ['91350100I000100Y43', ['alphabet']],
    ['91350100M000100Y4O', ['alphabet']],
    ['9135-100M000100Y43', ['alphabet']],
    ['91350100M000100Y4𠀀', ['alphabet']],
    ['旗县财政局', ['length', 'alphabet']],
  ])('finds in %j the problems %j', (text, problems) => {
    expect(checkUscc(text).problems).toEqual(problems);
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('knows that %s is no character of a code', (letter) => {
    expect(checkUscc(letter.repeat(18)).problems).toEqual(['alphabet']);
  });

  it('detects every substitution of a single character', () => {
    fc.assert(
      fc.property(sound, (code) => {
        expect(checkUscc(code).problems).toEqual([]);
        for (let position = 0; position < 18; position++) {
          for (const other of ALPHABET) {
            if (other === code[position]) continue;
            const wrong = code.slice(0, position) + other + code.slice(position + 1);
            if (checkUscc(wrong).problems.join() !== 'check-digit') throw new Error(`${wrong} for ${code}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('detects every swap of neighbours before the check character', () => {
    fc.assert(
      fc.property(sound, fc.nat({ max: 15 }), (code, position) => {
        const [a, b] = [code[position] ?? '', code[position + 1] ?? ''];
        fc.pre(a !== b);
        const swapped = code.slice(0, position) + b + a + code.slice(position + 2);
        expect(checkUscc(swapped).problems).toEqual(['check-digit']);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('normaliseUscc', () => {
  it('changes nothing but width, case and blanks', () => {
    expect(normaliseUscc('ß-ı')).toBe('ß-ı');
  });
});

describe('usccCheckCharacter', () => {
  it('is null for characters outside the alphabet', () => {
    expect(usccCheckCharacter('91350100I000100Y4')).toBeNull();
    expect(usccCheckCharacter('9135')).toBeNull();
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3');
  });
});
