import { describe, expect, it } from 'vitest';
import { clauseById } from '#shared/policy/clauses';
import { EXCLUSIONS, exclusionsInForce, keywordHits } from '#shared/policy/exclusions';

const ids = (text: string, date: string) => keywordHits(text, date).map((hit) => `${hit.exclusion.id}:${hit.keyword}`);

describe('exclusionsInForce', () => {
  it.each([
    ['2014-07-16', 0],
    ['2014-07-17', 9],
    ['2017-05-27', 9],
    ['2017-05-28', 14],
    ['2020-02-29', 14],
    ['2020-03-01', 20],
    ['2026-11-22', 20],
  ])('on %s there are %i', (date, count) => {
    expect(exclusionsInForce(date)).toHaveLength(count);
  });
});

describe('EXCLUSIONS', () => {
  it('names the nine of the governing sentence in its order', () => {
    const seed = EXCLUSIONS.filter((exclusion) => exclusion.id.startsWith('X'));
    const sentence = clauseById('80号文 三(三)').text;
    expect(seed).toHaveLength(9);
    const places = seed.map((exclusion) => sentence.indexOf(exclusion.name));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('has unique ids', () => {
    expect(new Set(EXCLUSIONS.map((exclusion) => exclusion.id)).size).toBe(EXCLUSIONS.length);
  });

  it('is found by each of its own keywords once in force', () => {
    for (const exclusion of EXCLUSIONS) {
      for (const keyword of exclusion.keywords) {
        expect(ids(`本项目含${keyword}内容`, '2026-01-01')).toContain(`${exclusion.id}:${keyword}`);
      }
    }
  });
});

describe('keywordHits', () => {
  it.each(['整理机要文件', '绝密资料', '机密级档案', '国家秘密载体', '涉密设备'])('R048 stops entry at “%s”', (text) => {
    const stops = keywordHits(text, '2015-01-01').filter((hit) => hit.exclusion.onHit === 'stop');
    expect(stops.map((hit) => hit.exclusion.id)).toEqual(['X03']);
  });

  it('applies only the documents of its date', () => {
    expect(ids('社区活动室装修', '2017-05-27')).toEqual([]);
    expect(ids('社区活动室装修', '2017-05-28')).toEqual(['F02:装修']);
    expect(ids('社区活动室装修', '2020-03-01')).toEqual(['N03:装修', 'F02:装修']);
    expect(ids('劳务派遣', '2020-02-29')).toEqual([]);
    expect(ids('劳务派遣', '2020-03-01')).toEqual(['N05:劳务派遣']);
  });

  it('is not deceived by blanks, line breaks, width or invisible characters', () => {
    expect(ids('劳 务\n派\u3000遣、涉\u200b密', '2026-01-01')).toEqual(['X03:涉密', 'N05:劳务派遣']);
  });

  it('passes phrases that only contain a keyword', () => {
    expect(ids('本项目不涉及国家秘密，属于非涉密项目；保守商业秘密；主机要求见附件；有机要素；与司机密切配合，手机密码自设', '2026-01-01')).toEqual([]);
  });

  it('still finds the keyword that stands beside a harmless phrase', () => {
    expect(ids('非涉密文件与涉密文件', '2026-01-01')).toEqual(['X03:涉密']);
    expect(ids('涉非涉密密', '2026-01-01')).toEqual([]);
  });

  it('finds nothing in an everyday service', () => {
    expect(ids('为全旗六十岁以上独居老人提供居家养老上门服务，每周两次', '2026-01-01')).toEqual([]);
  });
});
