import { describe, expect, it } from 'vitest';
import { recordOfPath } from '../../../../renderer/app/search-palette/recent';

const ID = '22222222-2222-8222-8000-000000000001';

describe('recordOfPath', () => {
  it('names the record of every route that shows one', () => {
    expect(recordOfPath(`/plan/${ID}`)).toEqual({ table: 'planItems', id: ID });
    expect(recordOfPath(`/review/${ID}`)).toEqual({ table: 'planItems', id: ID });
    expect(recordOfPath(`/contracts/${ID}/edit`)).toEqual({ table: 'contracts', id: ID });
    expect(recordOfPath(`/acceptances/${ID}`)).toEqual({ table: 'acceptances', id: ID });
    expect(recordOfPath(`/plan/buyers/${ID}`)).toEqual({ table: 'buyers', id: ID });
  });

  it('takes lists, new forms and odd ids for no record', () => {
    for (const path of ['/plan', '/contracts/new', '/acceptances/new/' + ID, '/plan/2026', `/station/${ID}`]) expect(recordOfPath(path), path).toBeNull();
  });
});
