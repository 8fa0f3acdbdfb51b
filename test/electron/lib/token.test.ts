import { describe, expect, it } from 'vitest';
import { createTokenStore } from '../../../electron/lib/token';

describe('createTokenStore', () => {
  it('keeps a token of 128 random bits until it is cleared', () => {
    const tokens = createTokenStore<string>();
    const token = tokens.issue('/media/stick');
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect([tokens.redeem(token), tokens.redeem(token)]).toEqual(['/media/stick', '/media/stick']);
    tokens.clear();
    expect(tokens.redeem(token)).toBeNull();
  });

  it('knows no token that it did not issue', () => {
    expect(createTokenStore<string>().redeem('0'.repeat(32))).toBeNull();
  });

  it('lets the oldest go when a page asks for ever and uses none', () => {
    const tokens = createTokenStore<number>();
    const issued = Array.from({ length: 150 }, (_, index) => tokens.issue(index));
    expect(tokens.redeem(issued[0] ?? '')).toBeNull();
    expect(tokens.redeem(issued[149] ?? '')).toBe(149);
  });
});
