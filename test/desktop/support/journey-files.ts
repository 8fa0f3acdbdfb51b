// The journey's look at files, apart from the application: a journal read line by line, a small PDF, one flipped byte.

import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Line {
  readonly author: string;
  readonly seq: number;
  readonly op: 'put' | 'remove';
  readonly table: string;
  readonly id: string;
  readonly rev: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every line of an author's official journal as it lies in a station's data folder. */
export async function readJournal(dataFolder: string, author: string): Promise<readonly Line[]> {
  const path = await findFile(join(dataFolder, 'station'), `${author}.ndjson`);
  const text = await readFile(path, 'utf8');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

/** Newest body of every record of a table, by record id. */
export function newest<Body>(lines: readonly Line[], table: string): ReadonlyMap<string, { readonly rev: number; readonly seq: number; readonly body: Body }> {
  const rows = new Map<string, { rev: number; seq: number; body: Body }>();
  for (const line of lines) {
    if (line.table !== table) continue;
    if (line.op === 'put') rows.set(line.id, { rev: line.rev, seq: line.seq, body: line.body as Body });
    else rows.delete(line.id);
  }
  return rows;
}

/** The smallest PDF that a reader opens. */
export async function writePdf(folder: string, name: string, note: string): Promise<string> {
  const path = join(folder, name);
  const hex = Buffer.from(note, 'utf16le').swap16().toString('hex');
  await writeFile(path, `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Title<feff${hex}>>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n`);
  return path;
}

/** A station's public key (SPKI, base64) as the PEM file that stock tools read. */
export async function writePem(folder: string, name: string, spki: string): Promise<string> {
  const path = join(folder, name);
  const lines = spki.match(/.{1,64}/g) ?? [];
  await writeFile(path, ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n'));
  return path;
}

/** A copy with one bit of the middle byte turned over. */
export async function flipByte(path: string, target: string): Promise<string> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(target, bytes);
  return target;
}

async function findFile(folder: string, name: string): Promise<string> {
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry);
    if (entry === name) return path;
    if ((await stat(path)).isDirectory()) {
      const found = await findFile(path, name).catch(() => null);
      if (found !== null) return found;
    }
  }
  throw new Error(`${name} is not below ${folder}`);
}
