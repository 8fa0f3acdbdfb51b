import { describe, expect, it } from 'vitest';
import { pageFaultSchema } from '#shared/ipc/page-fault';
import { faultOf } from '../../../renderer/app/page-fault';

const FRAMES = `
    at search (app://goufu/assets/catalogue-page-B_x1.js:12:345)
    at app://goufu/assets/desk-Cd2.js:1:99
    at Array.filter (<anonymous>)
    at async Promise.all (index 0)`;

function thrown(message: string, name = 'TypeError'): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = `${name}: ${message}${FRAMES}`;
  return error;
}

describe('faultOf', () => {
  it('keeps the class and the places in our scripts, innermost first', () => {
    expect(faultOf('catalogue', thrown('x'))).toEqual({ area: 'catalogue', kind: 'TypeError', at: ['catalogue-page-B_x1.js:12:345', 'desk-Cd2.js:1:99'] });
  });

  it('leaves every message behind, whatever it quotes', () => {
    for (const typed of ['居家养老', '一\n二 三', 'at x (y.js)', '    at secret 13800000000']) {
      expect(faultOf('plan', thrown(`no such key: ${typed}`)).at).toEqual(faultOf('plan', thrown('x')).at);
    }
  });

  it('always fits what the main process takes, whatever was thrown', () => {
    for (const error of ['机密', null, 7, { name: '机密' }, thrown('x', '机密 X'), thrown('x'.repeat(9), 'A'.repeat(99)), new Error('x', { cause: '机密' })]) {
      const fault = pageFaultSchema.parse(faultOf('plan', error));
      expect(JSON.stringify(fault)).not.toContain('机密');
    }
  });
});
