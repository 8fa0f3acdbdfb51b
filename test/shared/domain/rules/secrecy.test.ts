import { describe, expect, it } from 'vitest';
import { secrecyGate, textsIn } from '#shared/domain/rules/secrecy';

describe('secrecyGate', () => {
  it.each(['涉密会议服务', '国家秘密载体销毁', '机要文件交换', '机密★10年', '绝密', '涉 密', '涉\u200b密', '涉\n密'])(
    'R048 stops %j',
    (text) => {
      expect(secrecyGate([text])).toHaveLength(1);
    },
  );

  it.each(['本项目不涉密', '非涉密信息系统', '保守商业秘密', '司机密集培训', '飞机密封检测', '拒绝密切接触', '电脑主机要求', '', null, undefined])(
    'lets %j pass',
    (text) => {
      expect(secrecyGate([text])).toEqual([]);
    },
  );

  it('stops a text that is harmless in one place and not in another', () => {
    expect(secrecyGate(['本项目不涉密，但附有机要文件'])).toEqual([{ index: 0, word: '机要' }]);
  });

  it('says which text it was and names a word of the list only', () => {
    expect(secrecyGate(['无', '涉密人员名单：甲、乙'])).toEqual([{ index: 1, word: '涉密' }]);
  });
});

describe('textsIn', () => {
  it('finds every text at any depth', () => {
    expect(textsIn({ a: '一', b: [{ c: '二' }, 3, null], d: true })).toEqual(['一', '二']);
  });
});
