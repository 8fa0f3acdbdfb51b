// LibreOffice as a second opinion on our files: what it opens and writes anew must say the same. The set-up for tests installs it.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The workbook as LibreOffice saves it. */
export async function throughLibreOffice(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-office-'));
  try {
    await writeFile(join(folder, 'table.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', ['--headless', profile, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'table.xlsx')], { timeout: 120_000 });
    return new Uint8Array(await readFile(join(folder, 'out', 'table.xlsx')));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
