// The region's tree of divisions (GB/T 2260): 12 leagues and cities, 103 banners, counties, cities and districts.

import divisions from './regions.json' with { type: 'json' };

export type RegionLevel = 'region' | 'league' | 'county';

export interface Region {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  /** The official kind: 自治区; 盟, 地级市; 旗, 自治旗, 县, 县级市, 市辖区. */
  readonly kind: string;
  /** Code of the division above; null for the region itself. */
  readonly parentCode: string | null;
}

export const AUTONOMOUS_REGION: Region = { code: '150000', name: '内蒙古自治区', level: 'region', kind: '自治区', parentCode: null };

/** Leagues and cities, by code. */
export const LEAGUES: readonly Region[] = divisions.leagues.map(({ code, name, kind }) => ({
  code,
  name,
  level: 'league',
  kind,
  parentCode: AUTONOMOUS_REGION.code,
}));

const countiesByLeague: ReadonlyMap<string, readonly Region[]> = new Map(
  divisions.leagues.map((league) => [
    league.code,
    league.counties.map(({ code, name, kind }) => ({ code, name, level: 'county' as const, kind, parentCode: league.code })),
  ]),
);

const byCode: ReadonlyMap<string, Region> = new Map(
  [AUTONOMOUS_REGION, ...LEAGUES, ...[...countiesByLeague.values()].flat()].map((region) => [region.code, region]),
);

export function findRegion(code: string): Region | null {
  return byCode.get(code) ?? null;
}

/** The league a county lies in, or the league itself; null for the region and for unknown codes. */
export function leagueOf(code: string): Region | null {
  const region = findRegion(code);
  if (region?.level === 'county') return findRegion(region.parentCode ?? '');
  return region?.level === 'league' ? region : null;
}

/** Banners, counties, cities and districts of a league, by code; empty for any other code. */
export function countiesOf(leagueCode: string): readonly Region[] {
  return countiesByLeague.get(leagueCode) ?? [];
}

/** True when the division `lower` is `upper` or lies in it. Codes tell it themselves, also those of zones not listed here. */
export function isWithin(lower: string, upper: string): boolean {
  if (upper === AUTONOMOUS_REGION.code) return lower.slice(0, 2) === upper.slice(0, 2);
  return upper.endsWith('00') ? lower.slice(0, 4) === upper.slice(0, 4) : lower === upper;
}
