import { describe, expect, it } from 'vitest';
import { SETUP_DEFAULTS, setupSchema, type SetupTyped } from '../../../../renderer/features/setup/setup-schema';

const complaints = (typed: Partial<SetupTyped>) => {
  const parsed = setupSchema.safeParse({ ...SETUP_DEFAULTS, ...typed });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('setupSchema', () => {
  it('asks for the league on the empty form, while everything else is missing too', () => {
    expect(complaints({})).toEqual(expect.arrayContaining(['leagueCode', 'regionCode', 'name', 'uscc']));
  });

  it('asks a league office for its league, which is the only place it is asked for', () => {
    expect(complaints({ officeKind: 'league' })).toContain('leagueCode');
    expect(complaints({ officeKind: 'league', leagueCode: '150400', regionCode: '150400' })).not.toContain('leagueCode');
  });

  it('asks the region for no league', () => {
    expect(complaints({ officeKind: 'region', regionCode: '150000' })).not.toContain('leagueCode');
  });
});
