import { describe, expect, it } from 'vitest';
import { regionCode } from '#shared/domain/fields';
import { AUTONOMOUS_REGION, countiesOf, findRegion, isWithin, LEAGUES, leagueOf } from '#shared/policy/regions';

const counties = LEAGUES.flatMap((league) => countiesOf(league.code));

describe('countiesOf', () => {
  it('R002 hangs 103 counties under 12 leagues, each with the code of its league in front', () => {
    expect(LEAGUES).toHaveLength(12);
    expect(counties).toHaveLength(103);
    for (const county of counties) {
      expect(county.code.slice(0, 4), county.name).toBe(county.parentCode?.slice(0, 4));
      expect(findRegion(county.parentCode ?? '')?.level).toBe('league');
    }
  });

  it('counts each kind of division as the standard does', () => {
    const count = (kind: string) => counties.filter((county) => county.kind === kind).length;
    expect(['市辖区', '旗', '县', '县级市', '自治旗'].map(count)).toEqual([23, 49, 17, 11, 3]);
    expect(LEAGUES.filter((league) => league.kind === '盟').map((league) => league.name)).toEqual(['兴安盟', '锡林郭勒盟', '阿拉善盟']);
  });

  it('is empty for a county, the region and unknown codes', () => {
    expect([...countiesOf('150102'), ...countiesOf('150000'), ...countiesOf('x')]).toEqual([]);
  });

  it('has no code twice, and every code fits a record', () => {
    const codes = [AUTONOMOUS_REGION, ...LEAGUES, ...counties].map((region) => region.code);
    expect(new Set(codes).size).toBe(116);
    expect(codes.every((code) => regionCode.safeParse(code).success)).toBe(true);
  });
});

describe('findRegion', () => {
  it('finds each level', () => {
    expect(findRegion('150000')?.level).toBe('region');
    expect(findRegion('152900')).toMatchObject({ name: '阿拉善盟', level: 'league' });
    expect(findRegion('152923')).toMatchObject({ name: '额济纳旗', level: 'county', kind: '旗' });
    expect(findRegion('159999')).toBeNull();
  });
});

describe('leagueOf', () => {
  it('is the league of a county and of the league itself', () => {
    expect(leagueOf('152923')?.name).toBe('阿拉善盟');
    expect(leagueOf('152900')?.name).toBe('阿拉善盟');
    expect(leagueOf('150000')).toBeNull();
    expect(leagueOf('159999')).toBeNull();
  });
});

describe('isWithin', () => {
  it('agrees with the tree: a division lies in itself, its league and the region, and in nothing else', () => {
    const all = [AUTONOMOUS_REGION, ...LEAGUES, ...counties];
    for (const lower of all) {
      const above = new Set([lower.code, leagueOf(lower.code)?.code, AUTONOMOUS_REGION.code]);
      expect(all.filter((upper) => isWithin(lower.code, upper.code)).every((upper) => above.has(upper.code)), lower.name).toBe(true);
      for (const code of above) if (code !== undefined) expect(isWithin(lower.code, code), lower.name).toBe(true);
    }
  });

  it('places a development zone that is not on the list in its league', () => {
    expect(isWithin('150471', '150400')).toBe(true);
    expect(isWithin('150471', '150422')).toBe(false);
  });
});
