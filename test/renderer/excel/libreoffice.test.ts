// Our workbooks in LibreOffice: opened, saved as .xlsx by it, and read back by us.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable, writeTable } from './support/table';
import { throughLibreOffice } from './support/libreoffice';

describe('startTableFile', () => {
  it('makes a file that LibreOffice opens and saves with every text, figure and date unchanged', async () => {
    const kinds = ['text', 'code', 'money', 'quantity', 'whole', 'date'] as const;
    const rows = [
      ['=1+1', '000123456789012345', '1234567.89', '0.0001', '12', '2026-03-01'],
      ['第一行\n第二行', '1.10', '0.01', '900000000', '0', '2024-02-29'],
      ['<b>&"\'', '+86', '', '', '', ''],
      ['ᠮᠣᠩᠭᠣᠯ 🙂', '@x', '-5', '1.5', '30000000', '1999-12-31'],
    ];
    const back = await readTable(await throughLibreOffice(await writeTable(kinds, rows)));
    expect(back).toMatchObject({ formulas: 0, problems: [] });
    expect(back.rows.slice(1)).toEqual(rows);
  }, 150_000);

  it('keeps the print area and the repeated rows there', async () => {
    const made = await writeTable(['text', 'money'], [['甲', '1']]);
    // Without a window LibreOffice drops frozen panes of every file, so they are looked at in ours.
    expect(strFromU8(unzipSync(made)['xl/worksheets/sheet1.xml']!)).toMatch(/<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"/);
    expect(strFromU8(unzipSync(await throughLibreOffice(made))['xl/workbook.xml']!)).toMatch(/_xlnm\.Print_Area"[^>]*>[^<]*\$A\$1:\$B\$2<.*_xlnm\.Print_Titles"[^>]*>[^<]*\$1:\$1</s);
  }, 150_000);
});
