import { describe, expect, it } from 'vitest';
import { exclusionsInForce } from '#shared/policy/exclusions';
import { inBatches } from '../../../../renderer/excel/make-file';
import { EXCLUSION_EXPORT } from '../../../../renderer/features/catalogue/export';
import { ADMISSION_EXPORT, OPENED_EXPORT, SENT_EXPORT } from '../../../../renderer/features/exchange/export';
import { exportedRows } from '../../excel/support/table';

const BUNDLE = { bundleId: '150824-0a1b2c3d-2026-0007', bundleSm3: '0f'.repeat(32), fileName: '150824-0a1b2c3d-2026-0007.gfb' };
const AT = '2026-03-02T01:20:00.000Z';

describe('spreadsheets of the exchange', () => {
  it('name every bundle whole, with office, moments in local time and receipt', async () => {
    const sent = [
      { dispatch: { at: AT, body: BUNDLE }, recipientName: '乌拉特旗财政局', receivedAt: null },
      { dispatch: { at: AT, body: BUNDLE }, recipientName: '=1+1', receivedAt: '2026-03-03T02:00:00.000Z' },
    ];
    const [, first, second] = await exportedRows(SENT_EXPORT, inBatches(sent as never[]));
    expect(first).toEqual([BUNDLE.fileName, BUNDLE.bundleId, BUNDLE.bundleSm3, '乌拉特旗财政局', '2026-03-02 09:20', '']);
    expect(second?.slice(3)).toEqual(['=1+1', '2026-03-02 09:20', '2026-03-03 10:00']);

    const opened = [{ receipt: { at: AT, body: BUNDLE }, senderName: '乌拉特旗民政局', answered: false }];
    expect((await exportedRows(OPENED_EXPORT, inBatches(opened as never[])))[1]).toEqual([BUNDLE.bundleId, BUNDLE.bundleSm3, '乌拉特旗民政局', '2026-03-02 09:20', '已写入，随下次导出送回']);
  });

  it('say of an admitted office what it is and whether it still is', async () => {
    const admissions = [{ at: AT, body: { name: '巴彦淖尔市财政局', officeKind: 'league', regionCode: '150800', relation: 'superior', state: 'revoked' } }];
    expect((await exportedRows(ADMISSION_EXPORT, inBatches(admissions as never[])))[1]).toEqual(['巴彦淖尔市财政局', '盟市财政局', '巴彦淖尔市', '上级', '2026-03-02 09:20', '已撤销']);
  });
});

describe('the spreadsheet of what may not be purchased', () => {
  it('holds every exclusion in force with the clause it stands in', async () => {
    const [headings, ...rows] = await exportedRows(EXCLUSION_EXPORT, inBatches(exclusionsInForce('2026-03-01')));
    expect(headings).toEqual(['编号', '不得购买的事项', '依据文件', '条款']);
    expect(rows.map(([id]) => id)).toEqual(exclusionsInForce('2026-03-01').map(({ id }) => id));
    expect(rows[0]).toEqual(['X01', '法律法规另有规定', '内政办发〔2014〕80号', '三(三)']);
    for (const row of rows) expect(row.every((cell) => cell !== '')).toBe(true);
  });
});
