// Spreadsheets of 50,000 rows and 15 columns: reading against unpacking and scanning alone, writing against streaming the same
// XML into a packer. CPU time of this process; the workers of the application run the same code.

import { Zip, ZipDeflate, strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, it } from 'vitest';
import type { ColumnKind } from '../../renderer/tabular/column';
import { openBook } from '../../renderer/excel/book/book';
import { startTableFile } from '../../renderer/excel/write/table-file';
import { seeded } from './support/items';
import { note } from './support/report';

const ROWS = Number(process.env['BENCH_EXCEL_ROWS'] ?? 50_000);
const RUNS = Number(process.env['BENCH_EXCEL_RUNS'] ?? 5);
const KINDS: readonly ColumnKind[] = ['code', 'text', 'text', 'text', 'quantity', 'text', 'money', 'money', 'date', 'date', 'text', 'text', 'whole', 'text', 'code'];
const WORDS = ['上门照料', '法律援助', '课后托管', '文化下乡', '环卫保洁', '防疫消毒', '就业培训', '红旗街道', '巴音镇', '胜利社区'];

const random = seeded(20_260_302);
const whole = (to: number) => Math.floor(random() * to);
const words = (count: number) => Array.from({ length: count }, () => WORDS[whole(WORDS.length)]).join('');
const rows = Array.from({ length: ROWS }, (_, row) =>
  KINDS.map((kind) => {
    if (kind === 'money') return (whole(100_000_000) / 100).toFixed(2);
    if (kind === 'date') return `2026-0${String(1 + whole(9))}-${String(10 + whole(18))}`;
    if (kind === 'whole' || kind === 'quantity') return String(whole(5000));
    return kind === 'code' ? `2026-${String(row).padStart(6, '0')}` : words(2 + whole(3));
  }),
);

async function ourFile(): Promise<Uint8Array<ArrayBuffer>> {
  const table = await startTableFile({ title: '表', creator: '', createdAt: '2026-03-02T01:00:00.000Z', columns: KINDS.map((kind) => ({ kind, title: kind })) });
  for (let at = 0; at < rows.length; at += 500) await table.addRows(rows.slice(at, at + 500));
  return table.finish();
}

const LETTERS = [...'ABCDEFGHIJKLMNO'];

/** The floor of writing: the same cells as bare XML, all of them texts, streamed into the packer of a general library. */
function bareFile(): number {
  let size = 0;
  const zip = new Zip((_error, bytes) => { size += bytes.length; });
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  for (let at = 0; at < rows.length; at += 500) {
    const xml = rows.slice(at, at + 500).map((row, index) => {
      const number = String(at + index + 2);
      return `<row r="${number}">${row.map((text, column) => `<c r="${LETTERS[column] ?? ''}${number}" s="2" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('')}</row>`;
    });
    sheet.push(strToU8(xml.join('')));
  }
  sheet.push(new Uint8Array(), true);
  zip.end();
  return size;
}

/** The floor of reading: unpack, decode, and find every cell with its value. */
function bareScan(bytes: Uint8Array): number {
  const text = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  let length = 0;
  for (const [, address = '', value = '', words = ''] of text.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g)) length += address.length + value.length + words.length;
  return length;
}

async function cpu(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function peak(work: () => unknown): Promise<number> {
  const start = process.memoryUsage().rss;
  let most = start;
  const timer = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 5);
  await work();
  clearInterval(timer);
  return (Math.max(most, process.memoryUsage().rss) - start) / 1024 / 1024;
}

describe(`a spreadsheet of ${String(ROWS)} × ${String(KINDS.length)}`, () => {
  it('is measured against scanning it and against streaming bare XML', async () => {
    const file = await ourFile();
    const reading: [number, number][] = [];
    const writing: [number, number][] = [];
    const read = async () => (await openBook(file).readSheet(0)).rows.length;
    await read();
    for (let run = 0; run < RUNS; run++) {
      reading.push([await cpu(read), await cpu(() => bareScan(file))]);
      writing.push([await cpu(ourFile), await cpu(bareFile)]);
    }
    const [readMb, writeMb] = [await peak(read), await peak(ourFile)];
    note('6-excel', [
      { name: 'reading .xlsx, against unpack + scan', unit: 'CPU ms', pairs: reading, notes: [`${(file.length / 1e6).toFixed(1)} MB file; resident memory grew by ${readMb.toFixed(0)} MB at most`] },
      { name: 'writing .xlsx, against streamed bare XML', unit: 'CPU ms', pairs: writing, notes: [`resident memory grew by ${writeMb.toFixed(0)} MB at most`] },
    ]);
  });
});
