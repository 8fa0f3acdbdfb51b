import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../shared/journal/line';

const line = (body: string) =>
  `{"at":"2026-03-02T01:20:11.123Z","author":"${'a'.repeat(32)}","body":${body},"by":"aaaaaaaa-aaaa-8aaa-8aaa-aaaaaaaaaaaa",` +
  `"id":"aaaaaaaa-aaaa-8aaa-8aaa-aaaaaaaaaaab","op":"put","prev":"${'0'.repeat(64)}","rev":1,"seq":1,"table":"buyers","v":1}`;

describe('parseLine', () => {
  it('takes a canonical line and gives back its body', () => {
    const parsed = parseLine(line('{"a":[1,{"b":"额济纳"}],"c":null}'));
    expect(parsed).toMatchObject({ ok: true, value: { body: { a: [1, { b: '额济纳' }], c: null } } });
  });

  it.each([
    ['a repeated key', '{"a":1,"a":2}', 'not-canonical'],
    ['keys out of order', '{"b":1,"a":2}', 'not-canonical'],
    ['half a surrogate pair', '{"a":"\\ud800"}', 'not-canonical'],
    ['a number no computer holds', '{"a":1e400}', 'not-canonical'],
    ['a key that means a prototype', '{"__proto__":{"x":1}}', 'schema'],
    ['such a key deep inside', '{"a":[{"__proto__":1}]}', 'schema'],
    ['a body that is a list', '[]', 'schema'],
    ['a body that is nothing', 'null', 'schema'],
    ['nesting beyond the stack', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'not-canonical'],
    ['text that is not JSON', '{"a":}', 'json'],
  ])('refuses %s', (_, body, reason) => {
    expect(parseLine(line(body))).toEqual({ ok: false, error: { code: 'journal.bad-line', evidence: { reason } } });
  });
});
