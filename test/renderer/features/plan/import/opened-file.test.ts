import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/base/result';
import type { RememberedColumns } from '#shared/ipc/column-map';
import type { Desk } from '#shared/ipc/desk';
import { setDesk } from '../../../../../renderer/bridge/desk';
import type { OpenBook } from '../../../../../renderer/excel/open-book';
import { matchHeadings, type OpenedFile, rememberMap } from '../../../../../renderer/features/plan/import/opened-file';
import { entryColumns } from '../../../../../renderer/features/plan/import/sheet-columns';
import { fileOf, tableOf } from './support';

const COLUMNS = entryColumns([]);
const OURS = COLUMNS.map(({ title }) => title);
const THEIRS = ['购买服务项目名称', '预算金额', '备注'];
let held: RememberedColumns | null;

beforeEach(() => {
  held = null;
  setDesk({
    readColumnMap: () => Promise.resolve(ok({ map: held })),
    keepColumnMap: ({ map }: { map: RememberedColumns }) => {
      held = map;
      return Promise.resolve(ok({}));
    },
  } as unknown as Desk);
});
afterEach(() => { setDesk(null); });

/** A table whose headings may have a line above them. */
async function matched(headings: readonly string[], above?: string): Promise<OpenedFile> {
  const table = await tableOf(above === undefined ? await fileOf(headings, []) : await fileOf(headings.map((_, at) => (at === 0 ? above : '')), [headings]));
  return matchHeadings({ name: '计划.xlsx', book: {} as OpenBook, sheet: 0, table }, above === undefined ? 1 : 2, COLUMNS);
}

describe('matchHeadings', () => {
  it('asks nothing of a file with our own headings: yuan', async () => {
    expect(await matched(OURS)).toMatchObject({ source: 'ours', unit: 'yuan' });
  });

  it('asks about a file with our own headings that says 万元, in a heading or above them', async () => {
    const renamed = COLUMNS.map(({ title, kind }) => (kind === 'money' ? `${title.replace(/（.*/, '')}（万元）` : title));
    expect(await matched(renamed)).toMatchObject({ source: 'guessed', unit: 'wan' });
    expect(await matched(OURS, '单位：万元')).toMatchObject({ source: 'guessed', unit: 'wan' });
  });

  it('reads a table as it was matched the last time', async () => {
    await rememberMap({ ...(await matched(THEIRS)), unit: 'wan' });
    expect(await matched(THEIRS)).toMatchObject({ source: 'remembered', unit: 'wan' });
    expect(await matched(THEIRS, '单位：万元')).toMatchObject({ source: 'remembered', unit: 'wan' });
  });

  it('asks again when the table says another unit than the last time, and takes its word', async () => {
    await rememberMap({ ...(await matched(THEIRS)), unit: 'wan' });
    expect(await matched(THEIRS, '金额单位：元')).toMatchObject({ source: 'guessed', unit: 'yuan', map: held?.columns });
    await rememberMap({ ...(await matched(THEIRS)), unit: 'yuan' });
    expect(await matched(THEIRS, '（单位：万元）')).toMatchObject({ source: 'guessed', unit: 'wan' });
  });
});
