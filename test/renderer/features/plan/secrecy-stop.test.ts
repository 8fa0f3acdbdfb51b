// The gate at the form: it names the field, whatever its place in the form.
import { describe, expect, it } from 'vitest';
import { secretPaths } from '../../../../renderer/features/plan/secrecy-stop';
import { completePlan } from './support';

describe('secretPaths', () => {
  it('R048 finds a secret’s mark in any field, rows included', () => {
    const goals = [{ kind: 'quality', name: '绝密★一年', target: '1' }];
    expect(secretPaths(completePlan({ content: '含机密内容' }))).toStrictEqual(['content']);
    expect(secretPaths(completePlan({ goals }))).toStrictEqual(['goals.0.name']);
    expect(secretPaths(completePlan({ need: { ...completePlan().need, source: '涉密会议' } }))).toStrictEqual(['need.source']);
  });

  it('lets harmless words pass', () => {
    expect(secretPaths(completePlan({ content: '本项目不涉及国家秘密，供应商保守商业秘密。' }))).toStrictEqual([]);
  });
});
