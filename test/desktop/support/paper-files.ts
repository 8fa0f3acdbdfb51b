// Looks into saved PDF files with stock tools: pages, sizes and the text that stands on each.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PdfFacts {
  /** Millimetres, rounded. */
  readonly size: readonly [width: number, height: number];
  /** Text page by page. */
  readonly pages: readonly string[];
}

export async function readPdf(path: string): Promise<PdfFacts> {
  const [info, text] = await Promise.all([run('pdfinfo', [path]), run('pdftotext', ['-raw', path, '-'], { maxBuffer: 64 * 1024 * 1024 })]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info.stdout) ?? [];
  const pages = text.stdout.split('\f');
  pages.pop();
  const millimetres = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72);
  return { size: [millimetres(width), millimetres(height)], pages };
}

/** Every character of a text without blanks, in one order: two pages that say the same have the same. */
export function characters(text: string): string {
  return [...text.normalize('NFKC').replace(/\s/g, '')].sort().join('');
}

/** A Word file as LibreOffice lays it out, as PDF in `folder`. */
export async function wordToPdf(path: string, folder: string): Promise<string> {
  await run('soffice', ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf', '--outdir', folder, path], { timeout: 120_000 });
  return path.replace(/\.docx$/, '.pdf');
}
