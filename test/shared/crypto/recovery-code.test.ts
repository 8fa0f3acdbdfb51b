// The recovery code as people copy it: what is forgiven, and which mistakes are always found.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecoveryCode, parseRecoveryCode, RECOVERY_GROUP_LENGTH, RECOVERY_GROUPS } from '#shared/crypto/recovery-code';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => createRecoveryCode(() => bytes));
const groupsOf = (code: string): string[] => code.split('-');

describe('createRecoveryCode', () => {
  it('writes eight groups of five from the alphabet without look-alikes', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
      }),
    );
  });

  it('carries all 160 bits: every bit changes the code', () => {
    const bytes = new Uint8Array(randomBytes(20));
    const seen = new Set([createRecoveryCode(() => bytes)]);
    for (let bit = 0; bit < 160; bit++) {
      const other = bytes.slice();
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      seen.add(createRecoveryCode(() => other));
    }
    expect(seen.size).toBe(161);
  });
});

describe('parseRecoveryCode', () => {
  it('forgives case, spacing, dashes, full-width letters and look-alikes', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const fullWidth = [...code].map((symbol) => String.fromCodePoint((symbol.codePointAt(0) ?? 0) + 0xfee0)).join('');
        const lookAlikes = code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u');
        const typed = [code, code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' – '), `\t${code}\n`, fullWidth, lookAlikes];
        for (const text of typed) expect(parseRecoveryCode(text)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('finds every single wrong symbol and names its group', () => {
    const code = createRecoveryCode((length) => randomBytes(length));
    for (let group = 0; group < RECOVERY_GROUPS; group++) {
      for (let place = 0; place < RECOVERY_GROUP_LENGTH; place++) {
        for (const symbol of ALPHABET) {
          const groups = groupsOf(code);
          const text = groups[group] ?? '';
          if (text[place] === symbol) continue;
          groups[group] = text.slice(0, place) + symbol + text.slice(place + 1);
          expect(parseRecoveryCode(groups.join('-'))).toEqual({ ok: false, error: { code: 'recovery.bad-group', evidence: { group: group + 1 } } });
        }
      }
    }
  });

  it('finds any two different symbols of a group swapped', () => {
    const place = fc.nat(RECOVERY_GROUP_LENGTH - 1);
    fc.assert(
      fc.property(codes, fc.nat(RECOVERY_GROUPS - 1), place, place, (code, group, one, other) => {
        const groups = groupsOf(code);
        const symbols = [...(groups[group] ?? '')];
        fc.pre(symbols[one] !== symbols[other]);
        [symbols[one], symbols[other]] = [symbols[other] ?? '', symbols[one] ?? ''];
        groups[group] = symbols.join('');
        expect(parseRecoveryCode(groups.join('-')).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds any two groups swapped', () => {
    const code = createRecoveryCode((length) => randomBytes(length));
    for (let one = 0; one < RECOVERY_GROUPS; one++) {
      for (let other = one + 1; other < RECOVERY_GROUPS; other++) {
        const groups = groupsOf(code);
        [groups[one], groups[other]] = [groups[other] ?? '', groups[one] ?? ''];
        expect(parseRecoveryCode(groups.join('-')).ok).toBe(false);
      }
    }
  });

  it('names a missing or extra symbol by the count, and a foreign one by its group', () => {
    const code = createRecoveryCode((length) => randomBytes(length));
    expect(parseRecoveryCode(code.slice(1))).toEqual({ ok: false, error: { code: 'recovery.wrong-length', evidence: { expected: 40, found: 39 } } });
    expect(parseRecoveryCode(`${code}0`).ok).toBe(false);
    expect(parseRecoveryCode('').ok).toBe(false);
    const foreign = code.replace(/^(.{6})./, '$1#');
    expect(parseRecoveryCode(foreign)).toEqual({ ok: false, error: { code: 'recovery.bad-symbol', evidence: { group: 2 } } });
  });
});
