// The gate at the form: it names the field, whatever its place in the form.
import { describe, expect, it } from 'vitest';
import { secretPlaces } from '../../../renderer/data/secrecy-stop';
import { completePlan } from '../features/plan/support';

const pathsOf = (form: object) => secretPlaces(form).map(({ path }) => path);

describe('secretPlaces', () => {
  it('R048 finds a secret’s mark in any field, rows included', () => {
    const goals = [{ kind: 'quality', name: '绝密★一年', target: '1' }];
    expect(pathsOf(completePlan({ content: '含机密内容' }))).toStrictEqual(['content']);
    expect(pathsOf(completePlan({ goals }))).toStrictEqual(['goals.0.name']);
    expect(pathsOf(completePlan({ need: { ...completePlan().need, source: '涉密会议' } }))).toStrictEqual(['need.source']);
  });

  it('says which word it was, for the sentence on the screen', () => {
    expect(secretPlaces({ breach: '涉及机密文件' })).toStrictEqual([{ path: 'breach', word: '机密' }]);
  });

  it('lets harmless words pass', () => {
    expect(pathsOf(completePlan({ content: '本项目不涉及国家秘密，供应商保守商业秘密。' }))).toStrictEqual([]);
  });
});
