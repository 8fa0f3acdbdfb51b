import { describe, expect, it } from 'vitest';
import { MAX_COLUMN_MAPS, type RememberedColumns } from '#shared/ipc/column-map';
import { deskAtWork } from '../exchange/support';
import { codeOf, countyRequest, valueOf } from '../station/support';

const map: RememberedColumns = { table: 'planItems', headings: ['名称', '', '金额'], columns: ['name', null, null], unit: 'wan' };
const asked = { table: map.table, headings: map.headings };

describe('columnMapHandlers', () => {
  it('gives back the latest map of the same headings, and none for others', async () => {
    const desk = await deskAtWork(countyRequest);
    expect(valueOf(await desk.handlers.readColumnMap(asked))).toEqual({ map: null });
    valueOf(await desk.handlers.keepColumnMap({ map }));
    const later = { ...map, columns: ['name', null, 'funds.0.amount'] };
    valueOf(await desk.handlers.keepColumnMap({ map: later }));
    expect(valueOf(await desk.handlers.readColumnMap(asked))).toEqual({ map: later });
    expect(valueOf(await desk.handlers.readColumnMap({ ...asked, headings: ['名称', '金额', ''] }))).toEqual({ map: null });
    expect(desk.settings.current.columnMaps).toEqual([later]);
  });

  it('forgets the oldest', async () => {
    const desk = await deskAtWork(countyRequest);
    for (let index = 0; index <= MAX_COLUMN_MAPS; index++) valueOf(await desk.handlers.keepColumnMap({ map: { ...map, headings: ['a', 'b', String(index)] } }));
    expect(desk.settings.current.columnMaps).toHaveLength(MAX_COLUMN_MAPS);
    expect(valueOf(await desk.handlers.readColumnMap({ ...asked, headings: ['a', 'b', '0'] }))).toEqual({ map: null });
  });

  it('answers nobody who has not signed in', async () => {
    const desk = await deskAtWork(countyRequest);
    await desk.handlers.signOut({});
    expect(codeOf(await desk.handlers.keepColumnMap({ map }))).toBe('session.not-signed-in');
    expect(codeOf(await desk.handlers.readColumnMap(asked))).toBe('session.not-signed-in');
  });
});
